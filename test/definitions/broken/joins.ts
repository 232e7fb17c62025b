import { final } from '../../support/definitions.ts';
import { type Broken, decided, process } from '../sample.ts';
import { beside, region, ring, waiting, withdrawn } from './endings.ts';

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
