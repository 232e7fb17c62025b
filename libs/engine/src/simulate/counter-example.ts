import { accessAtStart } from '../beginning.ts';
import type { Move } from '../definition/example.ts';
import type { Refused } from '../run/refusal.ts';
import type { Fields } from '../run/state.ts';
import type { CounterExample, Move as CounterMove } from '../verify/counter-example.ts';
import { postKey, type Workflow } from '../workflow.ts';
import { starterOf } from './command-of-move.ts';
import { askedIn, missingFields, sampleStart } from './offers.ts';
import type { Scene } from './scene.ts';
import { beginSimulation, play, type Simulation, standsIn } from './simulation.ts';
import { type Supposition, suppositions } from './suppositions.ts';

/** How often something is tried for one move: as many people may sit in a step, and timers run in it. */
const most = 100;

const reason = '（反例）';

/** A case after one move of a counter-example. */
export interface CounterStage {
  readonly simulation: Simulation;
  /** The innermost states it stands in; of a step that is passed at once with the next move, that it is come to. */
  readonly stands: readonly string[];
  /** Whether the engine came to where the counter-example says. */
  readonly isThere: boolean;
  /** Why the engine did not take it, where that is how it goes wrong. */
  readonly refused?: Refused;
}

/**
 * Plays a counter-example on the engine, one stage a move, to its end or to where the engine does not follow any more. It says how guards
 * go; a case is made up for which they go so, as far as their form and the registers decide it.
 */
export function playCounter(workflow: Workflow, { at }: Pick<Scene, 'at'>, counter: CounterExample): readonly CounterStage[] {
  const holders = holdersFor(workflow);
  let furthest: readonly CounterStage[] = [];
  for (const supposed of suppositions(workflow, counter, at)) {
    const stages = stagesOf(beginSimulation(workflow, { at, facts: supposed.facts, holders }), counter, supposed);
    if (stages.length === counter.moves.length && stages.every(({ isThere }) => isThere)) return stages;
    if (stages.length > furthest.length) furthest = stages;
  }
  return furthest;
}

/** Whoever begins a case is not asked in it: their post has somebody else too. */
const holdersFor = ({ definition: { start, subject } }: Workflow): Record<string, string[]> =>
  Object.fromEntries(start.posts.map((post) => postKey({ post, at: subject })).map((key) => [key, [key, `${key}/2`]]));

/** Stops at the first move that the engine does not follow: what comes after it would not be told of this case. */
function stagesOf(begun: Simulation, { moves }: CounterExample, { form }: Supposition): CounterStage[] {
  const stages: CounterStage[] = [];
  let simulation = begun;
  for (const [index, move] of moves.entries()) {
    const after = made(withoutPeople(simulation, moves.slice(index + 1)), move, form);
    simulation = after.simulation;
    const isPassed = moves[index + 1]?.kind === 'skip';
    const stands = isPassed ? move.to : standsIn(simulation);
    const isThere = move.to.length === stands.length && move.to.every((path) => stands.includes(path));
    stages.push({ ...after, stands, isThere });
    if (!isThere) return stages;
  }
  return stages;
}

/** Whom nobody is to be found for has to be gone before the step is come to. */
function withoutPeople(simulation: Simulation, next: readonly CounterMove[]): Simulation {
  const passed = next.slice(0, next.findIndex(({ kind }) => kind !== 'skip') >>> 0);
  const rules = passed.flatMap((move) => (move.kind === 'skip' ? (simulation.workflow.steps.get(move.step)?.step.assignees ?? []) : []));
  return rules.reduce(
    (emptied, rule) => ('post' in rule ? tried(emptied, { kind: 'appoint', post: postKey(rule), holders: [] }).simulation : emptied),
    simulation,
  );
}

interface Tried {
  readonly simulation: Simulation;
  readonly refused?: Refused;
}

/** The simulation after a move, or as it was where the engine refuses it. */
function tried(simulation: Simulation, move: Move): Tried {
  const played = play(simulation, move);
  return played.kind === 'played' ? { simulation: played.simulation } : { simulation, refused: played };
}

function made(simulation: Simulation, move: CounterMove, form: Fields): Tried {
  switch (move.kind) {
    case 'start':
      return tried(simulation, { kind: 'start', fields: begunWith(simulation, form) });
    case 'decide':
      return decided(simulation, move, form);
    case 'rung':
      return waited(simulation, move.step);
    case 'time':
      return waited(simulation, move.state);
    case 'signal':
      return tried(simulation, { kind: 'signal', signal: move.signal });
    case 'withdraw':
      return tried(simulation, { kind: 'verb', verb: 'withdraw', by: simulation.state?.applicant ?? '', comment: reason });
    case 'errand':
      return answered(simulation, move.state, move.settlement === 'done');
    case 'skip':
      return { simulation };
  }
}

const isWritable = (access: string | undefined): boolean => access === 'write' || access === 'required';
const only = (fields: Fields, isMeant: (name: string) => boolean): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => isMeant(name)));

function begunWith(simulation: Simulation, form: Fields): Fields {
  const access = accessAtStart(simulation.workflow);
  return sampleStart(
    simulation,
    only(form, (name) => starterOf(simulation) === null || isWritable(access[name])),
  );
}

/** Everybody who is asked in the step says the same, until it has come to something. */
function decided(simulation: Simulation, move: Extract<CounterMove, { kind: 'decide' }>, form: Fields): Tried {
  const visit = simulation.state?.steps[move.step]?.visit;
  let after: Tried = { simulation };
  for (let tries = 0; tries < most && after.simulation.state?.steps[move.step]?.visit === visit; tries += 1) {
    const next = saidOnce(after.simulation, move, form);
    if (next.simulation === after.simulation) return next;
    after = next;
  }
  return after;
}

function saidOnce(
  simulation: Simulation,
  { step: path, outcome, returnTo }: Extract<CounterMove, { kind: 'decide' }>,
  form: Fields,
): Tried {
  const asked = askedIn(simulation).find(({ step, people }) => step.path === path && people.length > 0);
  if (asked === undefined) return { simulation };
  const { step } = asked;
  const supposed = only(form, (name) => isWritable(step.accessOf(name)));
  const fields = step.outcomes.get(outcome)?.kind === 'pass' ? missingFields(simulation, step, supposed) : {};
  const said = { kind: 'decide', step: path, outcome, comment: reason, fields, ...(returnTo !== undefined && { returnTo }) } as const;
  const answers = asked.people.map((by) => tried(simulation, { ...said, by }));
  return answers.find(({ refused }) => refused === undefined) ?? answers[0] ?? { simulation };
}

/** Time passes until the case has left the place, or nothing is waited for any more. */
function waited(simulation: Simulation, path: string): Tried {
  let after: Tried = { simulation };
  for (let tries = 0; tries < most && isIn(after.simulation, path); tries += 1) {
    const next = tried(after.simulation, { kind: 'turn-to-next' });
    if (next.simulation === after.simulation) return next;
    after = next;
  }
  return after;
}

const isIn = (simulation: Simulation, path: string): boolean =>
  standsIn(simulation).some((leaf) => leaf === path || path === '' || leaf.startsWith(`${path}.`));

/** All of those that a state waits for end well, or none of them. */
function answered(simulation: Simulation, path: string, isDone: boolean): Tried {
  const { children, calls } = simulation.state ?? {};
  const call = calls?.[path];
  if (call !== undefined)
    return tried(simulation, isDone ? { kind: 'call-answered', call: call.number } : { kind: 'call-failed', call: call.number });
  const errand = simulation.workflow.errands.get(path);
  const passing = (errand?.of === 'children' ? errand.children.passes?.[0] : undefined) ?? 'done';
  return (children?.[path]?.running ?? []).reduce<Tried>(
    (after, child) => tried(after.simulation, { kind: 'child-ended', child, state: isDone ? passing : 'terminated' }),
    { simulation },
  );
}
