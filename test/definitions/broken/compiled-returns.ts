import { draft, final, one, post, step } from '../../support/definitions.ts';
import { acrossRegions, type Broken, ending, process } from '../sample.ts';

export const returns: readonly Broken[] = [
  [
    'a return rule without the outcome',
    process({ ...ending, meta: step(post('head'), one('approve'), { return: { reentry: 'restart' } }) }),
    'return.outcome-missing',
    '/machine/states/second/meta/step/return',
  ],
  [
    'a return to no step',
    process({ ...ending, meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'restart', to: ['end'] } }) }),
    'return.target-unknown',
    '/machine/states/second/meta/step/return/to/0',
  ],
  [
    'a resume from a state that is no step',
    process(
      { meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'resume' } }), on: { approve: 'end', return: 'idle' } },
      {
        states: {
          draft: draft('second'),
          second: {
            meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'resume' } }),
            on: { approve: 'end', return: 'idle' },
          },
          idle: { after: { P1D: 'draft' } },
          end: final,
        },
      },
    ),
    'return.target-not-step',
    '/machine/states/second/meta/step/return',
  ],
  [
    'a resume written across regions',
    process(acrossRegions()),
    'return.target-across',
    '/machine/states/second/states/b/states/b1/meta/step/return',
  ],
];
