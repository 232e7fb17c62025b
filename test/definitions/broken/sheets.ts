import { field, formOf, type Step } from '#engine';
import { applicant, draft, final, one, plainForm, post, processOf, step } from '../../support/definitions.ts';
import { type Broken, ending, process, type State } from '../sample.ts';

const titledStep = (zh: string, next: string): State => ({
  meta: step(post('head'), one('approve'), { title: { zh } }),
  on: { approve: next },
});

const wanting = (fields: NonNullable<Step['fields']>, later: NonNullable<Step['fields']> = {}): State => ({
  initial: 'draft',
  states: {
    draft: { meta: step(applicant, one('submit'), { fields }), on: { submit: 'second' } },
    second: { meta: step(post('head'), one('approve'), { fields: later }), on: { approve: 'end' } },
    end: final,
  },
});

const needing = (...required: ('amount' | 'reason')[]) => ({ form: { schema: { ...plainForm.schema, required } } });

const choosing = (...options: readonly [value: string, title: string][]) => {
  const oneOf = options.map(([value, title]) => ({ const: value, title }));
  const properties = { kind: { type: 'string', title: '类别', oneOf } } as const;
  return process(ending, {}, { form: { schema: { type: 'object', additionalProperties: false, required: [], properties } } });
};

/** Forms that ask for what cannot be given, or cannot be told apart. */
export const sheets: readonly Broken[] = [
  [
    'a required field that no step may write',
    processOf(wanting({ amount: 'write' }), needing('amount', 'reason')),
    'field.never-written',
    '/machine/states/draft/meta/step/fields',
  ],
  [
    'a required field that is written too late',
    processOf(wanting({ amount: 'write' }, { reason: 'write' }), needing('amount', 'reason')),
    'field.never-written',
    '/machine/states/draft/meta/step/fields',
  ],
  [
    'a required field that the applicant may only read',
    processOf(wanting({ '*': 'write', reason: 'read' }), needing('reason')),
    'field.never-written',
    '/machine/states/draft/meta/step/fields',
  ],
  ['a choice listed twice', choosing(['a', '甲'], ['a', '乙']), 'field.duplicate-choice', '/form/schema/properties/kind/oneOf/1'],
  [
    'the last of three choices again',
    choosing(['a', '甲'], ['b', '乙'], ['b', '丙']),
    'field.duplicate-choice',
    '/form/schema/properties/kind/oneOf/2',
  ],
  [
    'two fields of one name',
    process(ending, {}, { form: formOf({ amount: field.whole(['数量', 'Amount']), number: field.whole(['数量', 'Number']) }, ['amount']) }),
    'field.duplicate-title',
    '/form/schema/properties/number/title',
  ],
  [
    'a third field of the first one’s name',
    process(
      ending,
      {},
      {
        form: formOf(
          { amount: field.whole(['数量', 'Amount']), why: field.text(['理由', 'Why']), number: field.whole(['数量', 'Number']) },
          ['amount'],
        ),
      },
    ),
    'field.duplicate-title',
    '/form/schema/properties/number/title',
  ],
  [
    'two steps of one name',
    processOf({
      initial: 'draft',
      states: { draft: draft('one'), one: titledStep('审核', 'two'), two: titledStep('审核', 'end'), end: final },
    }),
    'step.duplicate-title',
    '/machine/states/two/meta/step/title',
  ],
  [
    'two steps of one name, with another between them',
    processOf({
      initial: 'draft',
      states: {
        draft: draft('one'),
        one: titledStep('审核', 'other'),
        other: titledStep('复核', 'two'),
        two: titledStep('审核', 'end'),
        end: final,
      },
    }),
    'step.duplicate-title',
    '/machine/states/two/meta/step/title',
  ],
];
