import { advance } from '../advance.ts';
import type { Move } from '../definition/example.ts';
import type { Command, Start } from '../run/command.ts';
import type { Effect } from '../run/effect.ts';
import type { Entry } from '../run/entry.ts';
import { type Refused, refused } from '../run/refusal.ts';
import type { Result } from '../run/result.ts';
import { leavesOf } from '../run/snapshot.ts';
import type { CaseState, Instant, Subject } from '../run/state.ts';
import { start } from '../start.ts';
import type { Workflow } from '../workflow.ts';
import { commandOf, startOf } from './command-of-move.ts';
import { type Facts, factsOf, type Holders, holdersOf, type Scene, subjectOf, worldOf } from './scene.ts';

/** What the engine made of one command: its own one, or that of a timer that fell due while the clock was turned. */
export interface Beat {
  /** Which move brought it about, from 0. */
  readonly move: number;
  readonly at: Instant;
  /** The event of the timer that fired. */
  readonly timer?: string;
  /** Paths of the innermost states before and after. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly effects: readonly Effect[];
  readonly entries: readonly Entry[];
}

/** A case in a made-up world, on the engine that runs the real ones. It is a value: each move gives another. */
export interface Simulation {
  readonly workflow: Workflow;
  readonly scene: Scene;
  readonly subject: Subject;
  readonly now: Instant;
  readonly holders: Holders;
  readonly facts: Facts;
  readonly moves: readonly Move[];
  readonly beats: readonly Beat[];
  /** Undefined until it has begun. */
  readonly state: CaseState | undefined;
}

export type Played = { readonly kind: 'played'; readonly simulation: Simulation } | Refused;

export function beginSimulation(workflow: Workflow, scene: Scene): Simulation {
  return {
    workflow,
    scene,
    subject: subjectOf(workflow, scene),
    now: scene.at,
    holders: holdersOf(workflow, scene),
    facts: factsOf(workflow, scene.at, scene.facts),
    moves: [],
    beats: [],
    state: undefined,
  };
}

/** What becomes of a simulation by one move; refused as the engine would, the simulation stays what it was. */
export function play(simulation: Simulation, move: Move): Played {
  const made = carryOut(simulation, move);
  return 'code' in made ? made : { kind: 'played', simulation: { ...made, moves: [...simulation.moves, move] } };
}

/** Plays one move after another, up to the first that is refused. */
export function playAll(
  begun: Simulation,
  moves: readonly Move[],
): { readonly simulation: Simulation; readonly refused?: Refused & { readonly move: number } } {
  let simulation = begun;
  for (const [index, move] of moves.entries()) {
    const played = play(simulation, move);
    if (played.kind === 'refused') return { simulation, refused: { ...played, move: index } };
    simulation = played.simulation;
  }
  return { simulation };
}

/** The innermost states a simulated case stands in. */
export const standsIn = ({ state }: Simulation): string[] => (state === undefined ? [] : leavesOf(state.machine.value));

/** The innermost states it has come to, in order. */
export const routeOf = ({ beats }: Simulation): string[] =>
  beats.flatMap(({ entries }) => entries.flatMap(({ from, to }) => to.filter((state) => !from.includes(state))));

function carryOut(simulation: Simulation, move: Move): Simulation | Refused {
  const { workflow, holders, state, facts, now } = simulation;
  switch (move.kind) {
    case 'start':
      return state === undefined ? begin(simulation, startOf(simulation, move)) : refused('command.repeated');
    case 'turn':
      return turnTo(simulation, workflow.dueTime.after(move.by, now));
    case 'turn-to-next': {
      const next = nextDue(simulation);
      return next === undefined ? refused('timer.not-running', { params: { timer: '' } }) : turnTo(simulation, next.dueAt);
    }
    case 'facts':
      return { ...simulation, facts: factsOf(workflow, simulation.scene.at, learnt(facts, move.facts)) };
    case 'appoint':
      return { ...simulation, holders: { ...holders, [move.post]: move.holders } };
    default: {
      if (state === undefined) return refused('case.state-unknown', { params: { reason: 'start' } });
      return send(simulation, commandOf({ ...simulation, state }, move));
    }
  }
}

/** What a register says anew takes the place of what it said; the rest stands. */
const learnt = (facts: Facts, changes: Facts): Facts => ({
  ...facts,
  ...Object.fromEntries(Object.entries(changes).map(([name, said]) => [name, said === null ? null : { ...facts[name], ...said }])),
});

const begin = (simulation: Simulation, command: Start): Simulation | Refused =>
  taken(simulation, start(simulation.workflow, command, outside(simulation)));

function send(simulation: Simulation, command: Command, timer?: string): Simulation | Refused {
  if (simulation.state === undefined) return simulation;
  return taken(simulation, advance(simulation.workflow, simulation.state, command, outside(simulation)), timer);
}

const outside = ({ workflow, holders, facts, subject }: Simulation) => worldOf(workflow, holders, facts, subject);

function taken(simulation: Simulation, result: Result, timer?: string): Simulation | Refused {
  if (result.kind === 'refused') return result;
  // Every declared fact is answered, so that nothing is wanting.
  if (result.kind === 'wanting') return refused('fact.not-found', { params: { fact: result.facts.map(({ name }) => name).join(', ') } });
  const { state, effects, entries } = result;
  const beat: Beat = {
    move: simulation.moves.length,
    at: simulation.now,
    ...(timer !== undefined && { timer }),
    from: standsIn(simulation),
    to: leavesOf(state.machine.value),
    effects,
    entries,
  };
  return { ...simulation, state, beats: [...simulation.beats, beat] };
}

/** The timer that falls due first; of several at once the one that was set first. */
export function nextDue({ state }: Simulation): { readonly event: string; readonly number: number; readonly dueAt: Instant } | undefined {
  const running = Object.entries(state?.timers ?? {}).map(([event, { number, dueAt }]) => ({ event, number, dueAt }));
  return running.toSorted((a, b) => (a.dueAt === b.dueAt ? a.number - b.number : a.dueAt < b.dueAt ? -1 : 1))[0];
}

/** How many timers may fall due while the clock is turned once: a process that does nothing but wait is stopped. */
const maxFired = 500;

function turnTo(simulation: Simulation, until: Instant): Simulation | Refused {
  let turned = simulation;
  for (let fired = 0; ; fired += 1) {
    const due = nextDue(turned);
    if (due === undefined || due.dueAt > until) return { ...turned, now: until > turned.now ? until : turned.now };
    if (fired === maxFired) return refused('case.endless', { params: { reason: due.event } });
    const now = due.dueAt > turned.now ? due.dueAt : turned.now;
    const command = { kind: 'fire-timer', id: `timer-${turned.beats.length + 1}`, at: now, timer: due.number } as const;
    const next = send({ ...turned, now }, command, due.event);
    if ('code' in next) return next;
    turned = next;
  }
}
