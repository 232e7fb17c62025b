import { applicant, final } from '../../support/definitions.ts';
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
