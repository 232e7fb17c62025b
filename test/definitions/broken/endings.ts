import { field, formOf } from '#engine';
import { all, final, one, post, processOf, sequence, step } from '../../support/definitions.ts';
import { type Broken, decided, process, type State } from '../sample.ts';

const region = (name: string, next: string): State => ({
  initial: name,
  states: { [name]: { meta: decided('approve'), on: { approve: next } }, done: final },
});
const beside = (b: State, more: Partial<State> = {}): State => ({
  type: 'parallel',
  onDone: 'end',
  states: { a: region('first', 'done'), b },
  ...more,
});
const withdrawn = { on: { withdraw: '.end' } };
const signals = { signals: { recall: { title: { zh: '收回' } } } };
const waiting = { initial: 'open', states: { open: { meta: decided('approve'), on: { approve: 'shelf' } }, shelf: {} } };
const ring: State = {
  initial: 'one',
  states: { one: { meta: decided('approve'), on: { approve: 'two' } }, two: { meta: decided('approve'), on: { approve: 'one' } } },
};

/** States that hold a case for good, unless it is withdrawn. */
export const endings: readonly Broken[] = [
  [
    'a state that only a withdrawal leads out of',
    process({ meta: { title: { zh: '搁置' } } }, withdrawn),
    'case.stuck',
    '/machine/states/second',
  ],
  [
    'a state that only a signal to every state leads out of',
    process(
      { after: { P1D: { actions: { type: 'notify', params: { to: [post('head')], message: { zh: '仍未办结' } } } } } },
      { on: { recall: '.end' } },
      signals,
    ),
    'case.stuck',
    '/machine/states/second',
  ],
  [
    'an inner end that nothing follows',
    process({ initial: 'inner', states: { inner: { meta: decided('approve'), on: { approve: 'over' } }, over: final } }, withdrawn),
    'case.stuck',
    '/machine/states/second/states/over',
  ],
  [
    'two steps that send the case to each other until it is withdrawn',
    process(
      { meta: decided('approve'), on: { approve: 'third' } },
      {
        ...withdrawn,
        states: {
          draft: { meta: step({ applicant: true }, one('submit')), on: { submit: 'second' } },
          second: { meta: decided('approve'), on: { approve: 'third' } },
          third: { meta: decided('approve'), on: { approve: 'second' } },
          end: final,
        },
      },
    ),
    'case.stuck',
    '/machine/states/third',
  ],
  [
    'a case that a rejection puts aside',
    process(
      { meta: decided('approve', 'reject'), on: { approve: 'end', reject: 'aside' } },
      {
        ...withdrawn,
        states: {
          draft: { meta: step({ applicant: true }, one('submit')), on: { submit: 'second' } },
          second: { meta: decided('approve', 'reject'), on: { approve: 'end', reject: 'aside' } },
          aside: { meta: { title: { zh: '不予受理' } } },
          end: final,
        },
      },
    ),
    'case.stuck',
    '/machine/states/aside',
  ],
  [
    'an overdue step that ends up nowhere',
    process(
      { meta: decided('approve'), on: { approve: 'end' }, after: { P5D: 'lost' } },
      {
        ...withdrawn,
        states: {
          draft: { meta: step({ applicant: true }, one('submit')), on: { submit: 'second' } },
          second: { meta: decided('approve'), on: { approve: 'end' }, after: { P5D: 'lost' } },
          lost: { meta: { title: { zh: '逾期' } } },
          end: final,
        },
      },
    ),
    'case.stuck',
    '/machine/states/lost',
  ],
  [
    'an inner group that a return never leaves',
    processOf({
      initial: 'fill',
      ...withdrawn,
      states: {
        fill: { meta: decided('approve'), on: { approve: 'check' } },
        check: { meta: decided('approve', 'return'), on: { approve: 'fill', return: 'fill' } },
        end: final,
      },
    }),
    'case.stuck',
    '/machine/states/check',
  ],
];

/** Parallel states whose regions wait for one that never ends. */
export const joins: readonly Broken[] = [
  ['a region that stops before its end', process(beside(waiting), withdrawn), 'join.waits', '/machine/states/second/states/b/states/shelf'],
  [
    'a region that may stop where it was rejected',
    process(
      beside({
        initial: 'open',
        states: { open: { meta: decided('approve', 'reject'), on: { approve: 'done', reject: 'refused' } }, refused: {}, done: final },
      }),
      withdrawn,
    ),
    'join.waits',
    '/machine/states/second/states/b/states/refused',
  ],
  [
    'a region that is a single step',
    process(beside({ meta: { step: decided('approve').step }, on: { approve: { target: 'b', reenter: true } } }), withdrawn),
    'join.waits',
    '/machine/states/second/states/b',
  ],
  [
    'regions that all end, and only a notice follows',
    process({
      ...beside({
        initial: 'open',
        states: { open: { meta: decided('approve', 'reject'), on: { approve: 'done', reject: '#sample-process.end' } }, done: final },
      }),
      onDone: { actions: { type: 'notify', params: { to: [{ applicant: true }], message: { zh: '已办理' } } } },
    }),
    'join.waits',
    '/machine/states/second/states/a/states/done',
  ],
  ['a region that goes round without an end', process(beside(ring), withdrawn), 'join.waits', '/machine/states/second/states/b/states/two'],
  [
    'a region whose inner join waits',
    process(beside({ initial: 'inner', states: { inner: { ...beside(waiting), onDone: 'done' }, done: final } }), withdrawn),
    'join.waits',
    '/machine/states/second/states/b/states/inner/states/b/states/shelf',
  ],
  [
    'inner regions that all end, and nothing follows',
    process(
      beside({
        initial: 'inner',
        states: {
          inner: {
            type: 'parallel',
            states: {
              a: {
                initial: 'open',
                states: {
                  open: { meta: decided('approve', 'reject'), on: { approve: 'done', reject: '#sample-process.second.b.done' } },
                  done: final,
                },
              },
              b: region('other', 'done'),
            },
          },
          done: final,
        },
      }),
      withdrawn,
    ),
    'join.waits',
    '/machine/states/second/states/b/states/inner/states/a/states/done',
  ],
  [
    'regions that all end, and nothing follows',
    process({ type: 'parallel', states: { a: region('first', 'done'), b: region('other', 'done') } }, withdrawn),
    'join.waits',
    '/machine/states/second/states/a/states/done',
  ],
  [
    'a region that only another’s refusal frees, as long as that has not passed',
    process(
      beside(waiting, {
        states: {
          a: {
            initial: 'open',
            states: { open: { meta: decided('approve', 'reject'), on: { approve: 'done', reject: '#sample-process.end' } }, done: final },
          },
          b: waiting,
        },
      }),
      withdrawn,
    ),
    'join.waits',
    '/machine/states/second/states/b/states/shelf',
  ],
];

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
