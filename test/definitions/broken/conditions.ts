import { type Definition, type FormField, field, formOf, type Step } from '#engine';
import { applicant, final, one, post, processOf, step } from '../../support/definitions.ts';
import { type Broken, ending, process } from '../sample.ts';

type Conditions = Pick<FormField, 'x-shown' | 'x-required' | 'x-calc'>;

const kind = field.choice(['类别', 'Kind'], { new: ['新增', 'New'], more: ['增补', 'More'] });
const text = (zh: string, conditions: Conditions = {}): FormField => ({ ...field.text([zh, zh]), ...conditions });

/** A kind and an amount, and two texts that may depend on them. */
const form = (reason: Conditions, opinion: Conditions = {}, required: ('kind' | 'amount' | 'reason')[] = ['kind', 'amount']) => ({
  form: formOf(
    { kind, amount: field.whole(['数量', 'Amount']), reason: text('理由', reason), opinion: text('意见', opinion) },
    required,
  ) satisfies Definition['form'],
});
const shaped = (...conditions: Parameters<typeof form>): Definition => process(ending, {}, form(...conditions));
const at = (name: string, condition: string) => `/form/schema/properties/${name}/${condition}`;

/** Conditions on fields that do not compile. */
export const wrongConditions: readonly Broken[] = [
  ['a condition that cannot be read', shaped({ 'x-shown': 'form.kind ==' }), 'expression.syntax', at('reason', 'x-shown')],
  ['a condition that is a number', shaped({ 'x-shown': 'form.amount' }), 'expression.result', at('reason', 'x-shown')],
  ['a wanting that is a text', shaped({ 'x-required': 'form.kind' }), 'expression.result', at('reason', 'x-required')],
  ['a condition on a field that does not exist', shaped({ 'x-shown': 'form.sort == "new"' }), 'expression.type', at('reason', 'x-shown')],
  ['a condition on the hour', shaped({ 'x-shown': 'now > timestamp("2030-01-01T00:00:00Z")' }), 'expression.type', at('reason', 'x-shown')],
  ['a wanting on the organisation', shaped({ 'x-required': 'subject.school.type == "x"' }), 'expression.type', at('reason', 'x-required')],
  [
    'a condition on a field that may be empty',
    shaped({ 'x-shown': 'form.opinion == "x"' }),
    'expression.optional-field',
    at('reason', 'x-shown'),
  ],
  [
    'a rule that takes for granted what applies only sometimes',
    process(
      {
        ...ending,
        on: { approve: { target: 'end', guard: { type: 'rules', params: { when: 'form.reason != ""', all: [] } } }, return: 'draft' },
      },
      {},
      form({ 'x-shown': 'form.kind == "new"' }, {}, ['kind', 'amount', 'reason']),
    ),
    'expression.optional-field',
    '/machine/states/second/on/approve/guard/params/when',
  ],
  ['a field that applies where it is filled in', shaped({ 'x-shown': 'has(form.reason)' }), 'form.condition-self', at('reason', 'x-shown')],
  [
    'a field that is wanted where it is empty',
    shaped({ 'x-required': '!has(form.reason)' }),
    'form.condition-self',
    at('reason', 'x-required'),
  ],
  [
    'two fields that apply by each other',
    shaped({ 'x-shown': '!has(form.opinion)' }, { 'x-shown': '!has(form.reason)' }),
    'form.condition-circle',
    at('reason', 'x-shown'),
  ],
  [
    'a field that applies by what is calculated from it',
    shaped({ 'x-shown': '!has(form.opinion)' }, { 'x-calc': 'form.?reason.orValue("")' }),
    'form.condition-circle',
    at('reason', 'x-shown'),
  ],
  [
    'a calculation that is wanted',
    shaped({}, { 'x-calc': 'form.kind', 'x-required': 'form.amount > 1' }),
    'form.condition-calculated',
    at('opinion', 'x-required'),
  ],
  [
    'a field that is wanted always and sometimes',
    shaped({ 'x-required': 'form.amount > 1' }, {}, ['kind', 'amount', 'reason']),
    'form.condition-required',
    at('reason', 'x-required'),
  ],
  [
    'a number of a meeting in a field that may not apply',
    process(
      {
        meta: step(post('council'), one('approve', 'reject'), {
          meeting: { body: 'council', number: 'reason' },
          fields: { reason: 'write' },
        }),
        on: { approve: 'end', reject: 'end' },
      },
      {},
      form({ 'x-shown': 'form.kind == "new"' }),
    ),
    'meeting.number-field',
    '/machine/states/second/meta/step/meeting/number',
  ],
];

const written = (
  first: NonNullable<Step['fields']>,
  second: NonNullable<Step['fields']>,
  conditions: Conditions,
  required?: ('kind' | 'amount' | 'reason')[],
) =>
  processOf(
    {
      initial: 'draft',
      states: {
        draft: { meta: step(applicant, one('submit'), { fields: first }), on: { submit: 'second' } },
        second: { meta: step(post('head'), one('approve'), { fields: second }), on: { approve: 'end' } },
        end: final,
      },
    },
    form(conditions, {}, required),
  );

/** Conditions that say nothing, or want what nobody can give. */
export const idleConditions: readonly Broken[] = [
  ['a field that never applies', shaped({ 'x-shown': 'false' }), 'field.never-applies', at('reason', 'x-shown')],
  [
    'a field that applies to what is two things at once',
    shaped({ 'x-shown': 'form.kind == "new" && form.kind == "more"' }),
    'field.never-applies',
    at('reason', 'x-shown'),
  ],
  [
    'a field that always applies',
    shaped({ 'x-shown': 'form.kind == "new" || form.kind == "more"' }),
    'field.condition-idle',
    at('reason', 'x-shown'),
  ],
  [
    'a field that is never wanted',
    shaped({ 'x-required': 'form.amount > 3 && !(form.amount > 3)' }),
    'field.condition-idle',
    at('reason', 'x-required'),
  ],
  [
    'a wanted field that no step may write',
    written({ kind: 'write', amount: 'write' }, {}, { 'x-required': 'form.amount > 3' }),
    'field.wanted-unwritten',
    at('reason', 'x-required'),
  ],
  [
    'a field that is wanted before it can be written',
    written({ kind: 'write', amount: 'write' }, { reason: 'write' }, { 'x-shown': 'form.kind == "new"' }, ['kind', 'amount', 'reason']),
    'field.wanted-unwritten',
    at('reason', 'x-shown'),
  ],
];
