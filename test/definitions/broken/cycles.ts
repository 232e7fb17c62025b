import { draft, final, one, post, processOf, step } from '../../support/definitions.ts';
import { type Broken, decided, ending, process, type State } from '../sample.ts';

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
