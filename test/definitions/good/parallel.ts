import { draft, final, one, post, processOf, step } from '../../support/definitions.ts';
import { decided, process, type State } from '../sample.ts';
import type { Good } from './plain.ts';

const region = (name: string, more: Partial<State> = {}): State => ({
  initial: name,
  states: { [name]: { meta: decided('approve'), on: { approve: 'done' }, ...more }, done: final },
});
const both = (a: State, b: State, more: Partial<State> = {}): State => ({ type: 'parallel', onDone: 'end', states: { a, b }, ...more });
const refusing: Partial<State> = { meta: decided('approve', 'reject'), on: { approve: 'done', reject: '#sample-process.end' } };

/** Sound processes with regions. */
export const parallel: readonly Good[] = [
  ['two regions', process(both(region('one'), region('two')))],
  ['a region that may end everything', process(both(region('one'), region('two', refusing)))],
  [
    'regions within regions',
    process(
      both(
        { initial: 'inner', states: { inner: { ...both(region('one'), region('two')), onDone: 'done' }, done: final } },
        region('three'),
      ),
    ),
  ],
  [
    'a region that is itself parallel',
    process(both({ type: 'parallel', states: { x: region('one'), y: region('two') } }, region('three'))),
  ],
  [
    'a region that waits, and a deadline for all',
    process(
      both(
        region('one'),
        {
          initial: 'open',
          states: { open: { meta: decided('approve'), on: { approve: 'shelf' } }, shelf: { on: { seal: 'done' } }, done: final },
        },
        {
          after: { P30D: 'draft' },
        },
      ),
      {},
      { signals: { seal: { title: { zh: '盖章' } } } },
    ),
  ],
  [
    'a return across regions',
    process(
      both(
        region('one'),
        region('two', {
          meta: step(post('dean'), one('approve', 'return'), { return: { reentry: 'resume', to: ['second.a.one', 'draft'] } }),
        }),
      ),
    ),
  ],
  [
    'a return out of regions that restarts them',
    process(
      both(region('one'), region('two', { meta: decided('approve', 'return'), on: { approve: 'done', return: '#sample-process.draft' } })),
    ),
  ],
  [
    'a step inside a group that all its steps leave alike',
    processOf({
      initial: 'draft',
      states: {
        draft: draft('group'),
        group: {
          initial: 'one',
          on: { reject: 'end', return: 'draft' },
          states: {
            one: { meta: decided('approve', 'reject', 'return'), on: { approve: 'two' } },
            two: { meta: decided('approve', 'reject', 'return'), on: { approve: '#sample-process.end' } },
          },
        },
        end: final,
      },
    }),
  ],
  ['a parallel process as a whole', processOf({ type: 'parallel', states: { a: region('one'), b: region('two') } })],
];
