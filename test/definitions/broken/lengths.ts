import type { Step } from '#engine';
import { draft, final, one, post, processOf, step } from '../../support/definitions.ts';
import { type Broken, process, type State } from '../sample.ts';

const due = (more: Partial<Step>): State => ({
  meta: step(post('head'), one('approve', 'return'), more),
  on: { approve: 'end', return: 'draft' },
});

/** Processes that take longer than they state. */
export const lengths: readonly Broken[] = [
  [
    'ten days of due time in a limit of five',
    process(due({ due: 'P10D' }), {}, { longest: { within: 'P5D' } }),
    'duration.exceeded',
    '/longest/within',
  ],
  [
    'a ladder that goes on after the limit',
    process(due({ due: 'P3D', escalate: [{ after: 'P4D', do: 'remind', to: [post('dean')] }] }), {}, { longest: { within: 'P5D' } }),
    'duration.exceeded',
    '/longest/within',
  ],
  ['a step without a due time', process(due({}), {}, { longest: { within: 'P5D' } }), 'duration.unbounded', '/longest'],
  [
    'a step that is due at an instant',
    process(due({ due: { at: 'timestamp("2024-05-01T00:00:00Z")' } }), {}, { longest: { within: 'P5D' } }),
    'duration.unbounded',
    '/longest',
  ],
  [
    'a rejection that begins anew',
    process(
      {
        meta: step(post('head'), one('approve', 'reject'), { due: 'P3D' }),
        on: { approve: 'end', reject: { target: 'second', reenter: true } },
      },
      {},
      { longest: { within: 'P5D' } },
    ),
    'duration.rounds',
    '/longest',
  ],
  [
    'two steps that reject to each other',
    processOf(
      {
        initial: 'draft',
        states: {
          draft: draft('one'),
          one: { meta: step(post('head'), one('approve', 'reject'), { due: 'P3D' }), on: { approve: 'two', reject: 'two' } },
          two: { meta: step(post('dean'), one('approve', 'reject'), { due: 'P3D' }), on: { approve: 'end', reject: 'one' } },
          end: final,
        },
      },
      { longest: { within: 'P30D' } },
    ),
    'duration.rounds',
    '/longest',
  ],
];
