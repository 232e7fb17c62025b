import { draft, final, one, post, processOf, step } from '../../support/definitions.ts';
import { type Broken, decided, type State } from '../sample.ts';

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
