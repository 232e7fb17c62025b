import { expect, it } from '@jest/globals';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { compiled } from '../../../../test/support/play.ts';
import type { CounterExample } from '../verify/counter-example.ts';
import { playCounter } from './counter-example.ts';
import { beginSimulation, standsIn } from './simulation.ts';

const workflow = compiled(
  processOf({
    initial: 'draft',
    states: {
      draft: draft('panel'),
      panel: {
        meta: step(post('dean'), { by: 'all', outcomes: ['approve', 'return'] }),
        on: { approve: 'office', return: 'draft' },
      },
      office: {
        meta: step(post('head'), one('approve'), { whenNobody: { skip: 'approve' } }),
        on: { approve: 'waiting' },
      },
      waiting: { meta: step(post('finance'), one('approve', 'reject')), on: { approve: 'stuck', reject: 'done' }, after: { P3D: 'stuck' } },
      stuck: { after: { P900D: 'done' } },
      done: final,
    },
  }),
);

const counter: CounterExample = {
  moves: [
    { kind: 'start', to: ['draft'] },
    { kind: 'decide', step: 'draft', outcome: 'submit', to: ['panel'] },
    { kind: 'decide', step: 'panel', outcome: 'return', to: ['draft'] },
    { kind: 'decide', step: 'draft', outcome: 'submit', to: ['panel'] },
    { kind: 'decide', step: 'panel', outcome: 'approve', to: ['office'] },
    { kind: 'skip', step: 'office', outcome: 'approve', to: ['waiting'] },
    { kind: 'time', state: 'waiting', delay: 'P3D', to: ['stuck'] },
  ],
  about: ['stuck'],
};

it('plays a counter-example on the engine, move by move', () => {
  let simulation = beginSimulation(workflow, { at: '2024-03-22T01:00:00.000Z' });
  const came = counter.moves.map((_, index) => {
    const played = playCounter(simulation, counter, index);
    simulation = played.simulation;
    return [standsIn(simulation).join(), played.isThere];
  });
  expect(came).toEqual([
    ['draft', true],
    ['panel', true],
    ['draft', true],
    ['panel', true],
    // Nobody was there to be asked: it was passed at once, and is where the next move leads.
    ['waiting', false],
    ['waiting', true],
    ['stuck', true],
  ]);
});

it('says where a case does not go as it was supposed to, and stays', () => {
  const begun = beginSimulation(workflow, { at: '2024-03-22T01:00:00.000Z' });
  const elsewhere: CounterExample = { moves: [{ kind: 'signal', signal: 'never', to: ['stuck'] }], about: ['stuck'] };
  expect(playCounter(begun, elsewhere, 0)).toEqual({ simulation: begun, isThere: false });
});
