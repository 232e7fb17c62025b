import { applicant, draft, final, one, post, processOf, step } from '../../support/definitions.ts';
import { type Broken, decided, ending, process, type State } from '../sample.ts';

const always = (condition: string) => ({ type: 'rules' as const, params: { when: condition, all: [] } });
const tell = { type: 'notify' as const, params: { to: [applicant], message: { zh: '已办理' } } };
const two = (b: Partial<State> = {}): State => ({
  type: 'parallel',
  onDone: 'end',
  states: {
    a: {
      initial: 'a1',
      states: {
        a1: { meta: decided('approve'), on: { approve: 'a2' } },
        a2: { meta: decided('approve'), on: { approve: 'done' } },
        done: final,
      },
    },
    b: { initial: 'b1', states: { b1: { meta: decided('approve'), on: { approve: 'done' }, ...b }, done: final } },
  },
});

/** Transitions that are never taken, or do what nobody means. */
export const moves: readonly Broken[] = [
  [
    'a second way after one that is always open',
    process({ ...ending, on: { approve: ['end', 'draft'] } }),
    'transition.shadowed',
    '/machine/states/second/on/approve/1',
  ],
  [
    'a way under a condition after one without',
    process({ ...ending, on: { approve: [{ target: 'end' }, { target: 'draft', guard: always('form.amount > 1') }] } }),
    'transition.shadowed',
    '/machine/states/second/on/approve/1',
  ],
  [
    'a third way after two that take every case',
    process({
      ...ending,
      on: { approve: [{ target: 'end', guard: always('form.amount > 1') }, { target: 'draft', guard: always('form.amount <= 1') }, 'end'] },
    }),
    'transition.shadowed',
    '/machine/states/second/on/approve/2',
  ],
  [
    'the same condition twice',
    process({
      always: [
        { target: 'end', guard: always('form.amount > 1') },
        { target: 'draft', guard: always('form.amount > 1') },
        { target: 'end' },
      ],
    }),
    'transition.shadowed',
    '/machine/states/second/always/1',
  ],
  [
    'a condition that is false',
    process({ ...ending, on: { approve: [{ target: 'draft', guard: always('false') }, 'end'] } }),
    'guard.never',
    '/machine/states/second/on/approve/0/guard',
  ],
  [
    'a condition that contradicts itself',
    process({ ...ending, on: { approve: [{ target: 'draft', guard: always('form.amount > 3 && !(form.amount > 3)') }, 'end'] } }),
    'guard.never',
    '/machine/states/second/on/approve/0/guard',
  ],
  [
    'a condition that wants one thing to be two',
    process({
      ...ending,
      on: { approve: [{ target: 'draft', guard: always('subject.school.type == "higher" && subject.school.type == "secondary"') }, 'end'] },
    }),
    'guard.never',
    '/machine/states/second/on/approve/0/guard',
  ],
  ['a step that passes by itself', process({ ...ending, always: 'end' }), 'step.passed-over', '/machine/states/second'],
  [
    'a step that passes by itself one way or the other',
    process({ ...ending, always: [{ target: 'draft', guard: always('form.amount > 1') }, { target: 'end' }] }),
    'step.passed-over',
    '/machine/states/second',
  ],
  [
    'a step inside a state that passes by itself',
    process({ initial: 'inner', always: 'end', states: { inner: { meta: decided('approve'), on: { approve: '#sample-process.end' } } } }),
    'step.passed-over',
    '/machine/states/second/states/inner',
  ],
  [
    'an approval that only tells somebody',
    process({ meta: decided('approve', 'reject'), on: { approve: { actions: tell }, reject: 'end' } }),
    'outcome.stays',
    '/machine/states/second/on/approve',
  ],
  [
    'a return to the step itself',
    process({ meta: decided('approve', 'return'), on: { approve: 'end', return: 'second' } }),
    'outcome.stays',
    '/machine/states/second/on/return',
  ],
  [
    'an approval that what holds the step only tells of',
    process({
      initial: 'inner',
      on: { approve: { actions: tell } },
      states: { inner: { meta: decided('approve', 'reject'), on: { reject: '#sample-process.end' } } },
    }),
    'outcome.stays',
    '/machine/states/second/on/approve',
  ],
  [
    'an approval that leads into the other region',
    process(two({ meta: decided('approve', 'reject'), on: { approve: 'done', reject: '#sample-process.second.a.a2' } })),
    'transition.into-region',
    '/machine/states/second/states/b/states/b1/on/reject',
  ],
  [
    'a delay that leads into the other region',
    process(two({ after: { P3D: '#sample-process.second.a.a2' } })),
    'transition.into-region',
    '/machine/states/second/states/b/states/b1/after/P3D',
  ],
];

const timed = (after: State['after'], other: State['after'], more: Partial<State> = {}): State => ({
  initial: 'draft',
  states: {
    draft: draft('here'),
    here: { meta: decided('approve'), on: { approve: 'end' }, after: after ?? {}, ...more },
    there: { meta: decided('approve'), on: { approve: 'end' }, after: other ?? {} },
    end: final,
  },
});
const skipping = (next: string): State => ({
  meta: step(post('ghost'), one('approve'), { whenNobody: { skip: 'approve' } }),
  on: { approve: next },
});
const returning = (next: string): State => ({
  meta: step(post('ghost'), one('approve', 'return'), { whenNobody: { skip: 'return' } }),
  on: { approve: 'end', return: next },
});

/** Cases that go round by themselves. */
export const cycles: readonly Broken[] = [
  [
    'two steps that skip to each other',
    processOf({ initial: 'one', states: { one: { ...skipping('two'), after: { P9D: 'end' } }, two: skipping('one'), end: final } }),
    'cycle.skipped',
    '/machine/states/one',
  ],
  [
    'a step that is skipped with a return, and one that is skipped before it',
    processOf({ initial: 'one', states: { one: skipping('two'), two: returning('one'), end: final } }),
    'cycle.skipped',
    '/machine/states/one',
  ],
  [
    'a step that skips to itself',
    processOf({
      initial: 'one',
      states: {
        one: {
          meta: step(post('ghost'), one('approve', 'reject'), { whenNobody: { skip: 'approve' } }),
          on: { approve: { target: 'one', reenter: true }, reject: 'end' },
        },
        end: final,
      },
    }),
    'cycle.skipped',
    '/machine/states/one',
  ],
  [
    'a timer without length that leads back',
    processOf({
      initial: 'draft',
      states: {
        draft: draft('here'),
        here: { meta: decided('approve'), on: { approve: 'end' }, after: { PT0S: { target: 'here', reenter: true } } },
        end: final,
      },
    }),
    'cycle.at-once',
    '/machine/states/here',
  ],
  ['two timers without length', processOf(timed({ PT0S: 'there' }, { P0D: 'here' })), 'cycle.at-once', '/machine/states/here'],
  [
    'an instant that leads back to itself',
    processOf(
      {
        initial: 'here',
        states: {
          here: { meta: decided('approve'), on: { approve: 'end' }, after: { close: { target: 'here', reenter: true } } },
          end: final,
        },
      },
      { delays: { close: { at: 'timestamp("2024-05-01T00:00:00Z")' } } },
    ),
    'cycle.instants',
    '/machine/states/here',
  ],
  [
    'two instants that lead to each other',
    processOf(timed({ close: 'there' }, { close: 'here' }), { delays: { close: { at: 'timestamp("2024-05-01T00:00:00Z")' } } }),
    'cycle.instants',
    '/machine/states/here',
  ],
  ['two steps that time passes to and fro', processOf(timed({ P5D: 'there' }, { P3D: 'here' })), 'cycle.by-time', '/machine/states/here'],
  [
    'a step that time opens again and again',
    processOf({
      initial: 'here',
      states: { here: { meta: decided('approve'), on: { approve: 'end' }, after: { P5D: { target: 'here', reenter: true } } }, end: final },
    }),
    'cycle.by-time',
    '/machine/states/here',
  ],
  ['a timer without length', process({ ...ending, after: { PT0S: 'end' } }), 'delay.nothing', '/machine/states/second/after/PT0S'],
  [
    'a declared delay without length',
    process({ ...ending, after: { soon: 'end' } }, {}, { delays: { soon: 'P0D' } }),
    'delay.nothing',
    '/machine/states/second/after/soon',
  ],
  [
    'a reminder five days before a due time of three',
    process({ meta: step(post('head'), one('approve'), { due: 'P3D', remind: [{ before: 'P5D' }] }), on: { approve: 'end' } }),
    'reminder.too-early',
    '/machine/states/second/meta/step/remind/0',
  ],
  [
    'a second reminder that is too early',
    process({
      meta: step(post('head'), one('approve'), { due: 'P3D', remind: [{ before: 'P1D' }, { before: 'P7D' }] }),
      on: { approve: 'end' },
    }),
    'reminder.too-early',
    '/machine/states/second/meta/step/remind/1',
  ],
];

const back = (target: string, states: Record<string, State> = {}): Parameters<typeof processOf>[0] => ({
  initial: 'draft',
  states: {
    draft: draft('second'),
    second: { meta: decided('approve', 'return'), on: { approve: 'third', return: target } },
    third: { meta: decided('approve'), on: { approve: 'end' } },
    end: final,
    ...states,
  },
});
const chosen = (to: string[]): State => ({
  meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'restart', to } }),
  on: { approve: 'third' },
});

/** Returns to where nobody can mend anything, or nobody has been. */
export const returnsAstray: readonly Broken[] = [
  ['a return that ends the case', processOf(back('end')), 'return.no-step', '/machine/states/second/on/return'],
  [
    'a return to a state that waits for time',
    processOf(back('pause', { pause: { after: { P5D: 'draft' } } })),
    'return.no-step',
    '/machine/states/second/on/return',
  ],
  [
    'a return to where a signal is waited for',
    processOf(back('pause', { pause: { on: { recall: 'draft' } } }), { signals: { recall: { title: { zh: '收回' } } } }),
    'return.no-step',
    '/machine/states/second/on/return',
  ],
  [
    'a return to a later step',
    processOf(back('draft', { second: chosen(['third']) })),
    'return.not-before',
    '/machine/states/second/meta/step/return/to/0',
  ],
  [
    'a return to an earlier step or a later one',
    processOf(back('draft', { second: chosen(['draft', 'third']) })),
    'return.not-before',
    '/machine/states/second/meta/step/return/to/1',
  ],
  [
    'a return to a step of another branch',
    processOf({
      initial: 'draft',
      states: {
        draft: { meta: decided('approve', 'reject'), on: { approve: 'left', reject: 'right' } },
        left: {
          meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'restart', to: ['right'] } }),
          on: { approve: 'end' },
        },
        right: { meta: decided('approve'), on: { approve: 'end' } },
        end: final,
      },
    }),
    'return.not-before',
    '/machine/states/left/meta/step/return/to/0',
  ],
];
