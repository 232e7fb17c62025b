import { type Broken, ending, process } from '../sample.ts';

export const transitions: readonly Broken[] = [
  [
    'an unknown target',
    process({ ...ending, on: { approve: 'nowhere' } }),
    'transition.target-unknown',
    '/machine/states/second/on/approve',
  ],
  [
    'an unknown target by id',
    process({ ...ending, on: { approve: '#sample-process.nowhere' } }),
    'transition.target-unknown',
    '/machine/states/second/on/approve',
  ],
  [
    'a transition that does nothing',
    process({ ...ending, on: { approve: [{ target: 'end' }, {}] } }),
    'transition.empty',
    '/machine/states/second/on/approve/1',
  ],
  [
    'an event nobody sends',
    process({ ...ending, on: { approve: 'end', aprove: 'end' } }),
    'event.unknown',
    '/machine/states/second/on/aprove',
  ],
  [
    'a signal named like an outcome',
    process(ending, {}, { signals: { approve: { title: { zh: '信号' } } } }),
    'signal.name-taken',
    '/signals/approve',
  ],
];
