import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryProcess, compiledOnce } from '../../../../test/support/arbitrary-process.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { admission, ballot, batch, certificateCatalogue, crediting } from '../../../../test/support/house-processes.ts';
import { compiled } from '../../../../test/support/play.ts';
import type { Move } from '../definition/example.ts';
import type { Workflow } from '../workflow.ts';
import { askedIn, offersIn } from './offers.ts';
import { beginSimulation, nextDue, play, playAll, routeOf, type Simulation, standsIn } from './simulation.ts';

const at = '2024-03-22T01:00:00.000Z';

const approval = compiled(
  processOf({
    initial: 'draft',
    states: {
      draft: draft('review'),
      review: {
        meta: step(post('head'), one('approve', 'return', 'reject'), {
          fields: { opinion: 'required' },
          due: 'P5D',
          remind: [{ before: 'P1D' }],
          escalate: [{ after: 'P1D', do: 'remind', to: [post('dean')] }],
        }),
        on: { approve: 'approved', return: 'draft', reject: 'rejected' },
        after: { P30D: 'lapsed' },
      },
      approved: final,
      rejected: final,
      lapsed: final,
    },
  }),
);

const begun = (workflow: Workflow = approval): Simulation => beginSimulation(workflow, { at });

function made(moves: readonly Move[], simulation = begun()): Simulation {
  const played = playAll(simulation, moves);
  if (played.refused !== undefined) throw new Error(JSON.stringify(played.refused));
  return played.simulation;
}

const clerk = 'clerk@school';
const head = 'head@school';
const begin: Move = { kind: 'start', fields: { amount: 3 } };
const submitted: Move[] = [begin, { kind: 'decide', by: clerk, step: 'draft', outcome: 'submit' }];
const back: Move = { kind: 'decide', by: head, step: 'review', outcome: 'return', comment: '请补充' };
const approve = { kind: 'decide', by: head, step: 'review', outcome: 'approve', fields: { opinion: '可行' } } as const;

describe('a simulated case', () => {
  it('goes where people say, and tells whom it asks', () => {
    const simulation = made(submitted);
    expect(standsIn(simulation)).toEqual(['review']);
    expect(askedIn(simulation).map(({ step, people }) => [step.path, people])).toEqual([['review', [head]]]);
    expect(askedIn(simulation)[0]?.outcomes.map(({ name }) => name)).toEqual(['approve', 'return', 'reject']);
    const done = made([...submitted, back, { kind: 'decide', by: clerk, step: 'draft', outcome: 'submit' }, approve]);
    expect(routeOf(done)).toEqual(['draft', 'review', 'draft', 'review', 'approved']);
    expect(done.state?.machine.status).toBe('done');
  });

  it('is refused what the engine refuses, and is then what it was', () => {
    const simulation = made(submitted);
    expect(play(simulation, { kind: 'decide', by: head, step: 'review', outcome: 'approve' })).toMatchObject({ code: 'form.invalid' });
    expect(play(simulation, { ...approve, by: clerk })).toMatchObject({ code: 'task.not-yours' });
    expect(play(simulation, { kind: 'start', fields: {} })).toMatchObject({ code: 'command.repeated' });
    expect(play(begun(), approve)).toMatchObject({ kind: 'refused' });
    expect(playAll(begun(), [...submitted, begin, approve])).toMatchObject({
      refused: { move: 2 },
      simulation: { moves: submitted },
    });
  });

  it('has its timers fire in order while the clock is turned, and tells whom they reached', () => {
    const turned = made([...submitted, { kind: 'turn', by: 'P7D' }]);
    expect(turned.now).toBe('2024-03-29T01:00:00.000Z');
    const fired = turned.beats.filter(({ timer }) => timer !== undefined);
    expect(fired.map(({ at, move }) => [at, move])).toEqual([
      ['2024-03-26T01:00:00.000Z', 2],
      ['2024-03-28T01:00:00.000Z', 2],
    ]);
    const told = fired.flatMap(({ effects }) => effects.flatMap((effect) => (effect.kind === 'notify' ? [effect.notice] : [])));
    expect(told).toEqual(['reminder', 'escalation']);
    const lapsed = made([{ kind: 'turn-to-next' }], turned);
    expect([lapsed.now, standsIn(lapsed), nextDue(lapsed)]).toEqual(['2024-04-21T01:00:00.000Z', ['lapsed'], undefined]);
    expect(play(lapsed, { kind: 'turn-to-next' })).toMatchObject({ code: 'timer.not-running' });
  });

  it('is stopped where it does nothing but wait for itself', () => {
    const clockwork = compiled(
      processOf({
        initial: 'draft',
        states: {
          draft: draft('tick'),
          tick: { after: { PT1M: 'tock' }, on: { withdraw: 'done' } },
          tock: { after: { PT1M: 'tick' } },
          done: final,
        },
      }),
    );
    const running = made(submitted, begun(clockwork));
    expect(play(running, { kind: 'turn', by: 'P30D' })).toMatchObject({ code: 'case.endless' });
    expect(standsIn(made([{ kind: 'turn', by: 'PT3M' }], running))).toEqual(['tock']);
  });

  it('lives in a world that can be set: who holds a post, and what the registers say', () => {
    const nobody = beginSimulation(approval, { at, holders: { 'head@school': [] } });
    const held = made(submitted, nobody);
    expect(held.state?.steps['review']).toMatchObject({ held: true, tasks: [] });
    const found = made(
      [
        { kind: 'appoint', post: 'head@school', holders: ['another'] },
        { kind: 'verb', verb: 'retry', by: 'administrator', step: 'review' },
      ],
      held,
    );
    expect(askedIn(found).map(({ people }) => people)).toEqual([['another']]);

    const certified = compiled(admission, { facts: certificateCatalogue });
    const fresh = beginSimulation(certified, { at, facts: { certificate: { isOpen: true } } });
    expect(fresh.facts['certificate']).toMatchObject({ isOpen: true });
    const learnt = made([{ kind: 'facts', facts: { certificate: { isOpen: false } } }], fresh);
    expect(learnt.facts['certificate']).toEqual({ ...fresh.facts['certificate'], isOpen: false });
    expect(made([{ kind: 'facts', facts: { certificate: null } }], learnt).facts).toEqual({ certificate: null });
  });

  it('has others answer it', () => {
    const children = offersIn(made([], untilErrand(compiled(batch)))).map(({ kind }) => kind);
    expect(children).toEqual(expect.arrayContaining(['child-ended', 'child-refused']));
    const calls = offersIn(untilErrand(compiled(crediting))).map(({ kind }) => kind);
    expect(calls).toEqual(expect.arrayContaining(['call-failed']));
  });
});

/** Passes every step until others are waited for. */
function untilErrand(workflow: Workflow): Simulation {
  let simulation = made(offersIn(begun(workflow)).slice(0, 1), begun(workflow));
  for (let moves = 0; moves < 20 && simulation.state?.children === undefined && simulation.state?.calls === undefined; moves += 1) {
    simulation = made(offersIn(simulation).slice(0, 1), simulation);
  }
  return simulation;
}

describe('whatever process is tried', () => {
  it('every move that is offered is taken, and the list of moves is the whole run', () => {
    fc.assert(
      fc.property(arbitraryProcess, fc.array(fc.nat({ max: 1000 }), { minLength: 3, maxLength: 14 }), (document, choices) => {
        const workflow = compiledOnce(document);
        let simulation = begun(workflow);
        for (const choice of choices) {
          const offers = offersIn(simulation);
          for (const offer of offers) expect(play(simulation, offer).kind).toBe('played');
          const chosen = offers[choice % Math.max(offers.length, 1)];
          if (chosen !== undefined) simulation = made([chosen], simulation);
        }
        const again = playAll(begun(workflow), JSON.parse(JSON.stringify(simulation.moves)) as Move[]);
        expect(again).toEqual({ simulation });
      }),
      { numRuns: 25 },
    );
  });

  it('everybody who is asked may say something, unless a rule stands against all of it', () => {
    const workflow = compiled(ballot);
    const voting = untilAsked(workflow, 3);
    const asked = askedIn(voting).flatMap(({ people }) => people);
    expect(new Set(offersIn(voting).flatMap((move) => (move.kind === 'decide' ? [move.by] : [])))).toEqual(new Set(asked));
  });
});

function untilAsked(workflow: Workflow, count: number): Simulation {
  let simulation = begun(workflow);
  while (askedIn(simulation).length < count) simulation = made(offersIn(simulation).slice(0, 1), simulation);
  return simulation;
}
