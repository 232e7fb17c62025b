import { field, formOf } from '#engine';
import { all, final, one, post, sequence, step } from '../../support/definitions.ts';
import { type Broken, decided, process } from '../sample.ts';
import { beside, region } from './endings.ts';

const big = { form: formOf({ amount: field.whole(['数量', 'Amount']) }, ['amount']) };

const over = (limit: number) => ({ type: 'rules' as const, params: { when: `form.amount > ${limit}`, all: [] } });

const upTo = (limit: number) => ({ type: 'rules' as const, params: { when: `form.amount < ${limit}`, all: [] } });

/** Ways on that depend on the case, with cases left over. */
export const choices: readonly Broken[] = [
  [
    'a fork with a gap',
    process(
      {
        always: [
          { target: 'end', guard: over(10) },
          { target: 'draft', guard: upTo(10) },
        ],
      },
      {},
      big,
    ),
    'choice.no-way',
    '/machine/states/second',
  ],
  [
    'a single way that has a condition',
    process({ always: { target: 'end', guard: over(1) } }, {}, big),
    'choice.no-way',
    '/machine/states/second',
  ],
  [
    'a timer whose condition may fail when it fires',
    process({ after: { P5D: { target: 'end', guard: over(1) } } }, {}, big),
    'choice.no-way',
    '/machine/states/second',
  ],
  [
    'a join that goes on under a condition',
    process(beside(region('other', 'done'), { onDone: { target: 'end', guard: over(1) } }), {}, big),
    'choice.no-way',
    '/machine/states/second/onDone',
  ],
  [
    'an inner end that leads on under a condition',
    process(
      {
        initial: 'inner',
        states: { inner: { meta: decided('approve'), on: { approve: 'over' } }, over: final },
        onDone: { target: 'end', guard: over(1) },
      },
      {},
      big,
    ),
    'choice.no-way',
    '/machine/states/second/states/over',
  ],
  [
    'an outcome for large cases only, in a step that changes nothing',
    process({ meta: decided('approve'), on: { approve: { target: 'end', guard: over(10) } } }, {}, big),
    'outcome.refused',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'two outcomes, each for some cases',
    process(
      {
        meta: decided('approve', 'reject'),
        on: { approve: { target: 'end', guard: over(10) }, reject: { target: 'draft', guard: upTo(10) } },
      },
      {},
      big,
    ),
    'outcome.refused',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a rule that nobody can keep once the case is there',
    process(
      {
        meta: decided('approve'),
        on: {
          approve: {
            target: 'end',
            guard: { type: 'rules', params: { all: [{ rule: 'R-1-1', when: 'form.amount > 3', message: { zh: '不足' } }] } },
          },
        },
      },
      {},
      big,
    ),
    'outcome.refused',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'an outcome whose ways leave cases over',
    process(
      {
        meta: step(post('head'), one('approve', 'reject')),
        on: {
          approve: [
            { target: 'end', guard: over(10) },
            { target: 'draft', guard: upTo(5) },
          ],
          reject: 'end',
        },
      },
      {},
      big,
    ),
    'outcome.no-way',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'an outcome for large cases only, beside another',
    process(
      { meta: step(post('head'), all('approve', 'reject')), on: { approve: { target: 'end', guard: over(10) }, reject: 'end' } },
      {},
      big,
    ),
    'outcome.no-way',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'an outcome that its own step may make possible',
    process(
      {
        meta: step(post('head'), sequence('approve'), { fields: { amount: 'write' } }),
        on: { approve: { target: 'end', guard: over(10) } },
      },
      {},
      big,
    ),
    'outcome.no-way',
    '/machine/states/second/meta/step/decide',
  ],
];
