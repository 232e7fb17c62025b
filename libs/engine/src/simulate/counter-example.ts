import type { Move } from '../definition/example.ts';
import type { CounterExample, Move as CounterMove } from '../verify/counter-example.ts';
import { postKey } from '../workflow.ts';
import { askedIn, missingFields, sampleStart } from './offers.ts';
import { play, type Simulation, standsIn } from './simulation.ts';

/** How often something is tried for one move: as many people may sit in a step, and timers run in it. */
const most = 100;

const reason = '（反例）';

/**
 * Makes the next move of a counter-example, as far as the engine takes it: a counter-example says how guards go, and a
 * case has them go as its form and its facts say.
 *
 * @returns the simulation as far as it came, and whether it stands where the counter-example says
 */
export function playCounter(
  simulation: Simulation,
  { moves }: CounterExample,
  index: number,
): { readonly simulation: Simulation; readonly isThere: boolean } {
  const move = moves[index];
  if (move === undefined) return { simulation, isThere: false };
  const after = made(withoutPeople(simulation, moves[index + 1]), move);
  const stands = new Set(standsIn(after));
  return { simulation: after, isThere: move.to.length === stands.size && move.to.every((path) => stands.has(path)) };
}

/** Whom nobody is to be found for has to be gone before the step is come to. */
function withoutPeople(simulation: Simulation, next: CounterMove | undefined): Simulation {
  if (next?.kind !== 'skip') return simulation;
  const rules = simulation.workflow.steps.get(next.step)?.step.assignees ?? [];
  return rules.reduce(
    (emptied, rule) => ('post' in rule ? tried(emptied, { kind: 'appoint', post: postKey(rule), holders: [] }) : emptied),
    simulation,
  );
}

/** The simulation after a move, or as it was where the engine refuses it. */
function tried(simulation: Simulation, move: Move): Simulation {
  const played = play(simulation, move);
  return played.kind === 'played' ? played.simulation : simulation;
}

function made(simulation: Simulation, move: CounterMove): Simulation {
  switch (move.kind) {
    case 'start':
      return tried(simulation, { kind: 'start', fields: sampleStart(simulation) });
    case 'decide':
      return decided(simulation, move);
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
      return simulation;
  }
}

/** Everybody who is asked in the step says the same, until it has come to something. */
function decided(simulation: Simulation, move: Extract<CounterMove, { kind: 'decide' }>): Simulation {
  const visit = simulation.state?.steps[move.step]?.visit;
  let after = simulation;
  for (let tries = 0; tries < most && after.state?.steps[move.step]?.visit === visit; tries += 1) {
    const next = saidOnce(after, move);
    if (next === after) return after;
    after = next;
  }
  return after;
}

function saidOnce(simulation: Simulation, { step: path, outcome, returnTo }: Extract<CounterMove, { kind: 'decide' }>): Simulation {
  const asked = askedIn(simulation).find(({ step, people }) => step.path === path && people.length > 0);
  const [by] = asked?.people ?? [];
  if (asked === undefined || by === undefined) return simulation;
  const fields = asked.step.outcomes.get(outcome)?.kind === 'pass' ? missingFields(simulation, asked.step) : {};
  const said = { kind: 'decide', by, step: path, outcome, comment: reason, fields } as const;
  return tried(simulation, returnTo === undefined ? said : { ...said, returnTo });
}

/** Time passes until the case has left the place, or nothing is waited for any more. */
function waited(simulation: Simulation, path: string): Simulation {
  let after = simulation;
  for (let tries = 0; tries < most && isIn(after, path); tries += 1) {
    const next = tried(after, { kind: 'turn-to-next' });
    if (next === after) return after;
    after = next;
  }
  return after;
}

const isIn = (simulation: Simulation, path: string): boolean =>
  standsIn(simulation).some((leaf) => leaf === path || path === '' || leaf.startsWith(`${path}.`));

/** All of those that a state waits for end well, or none of them. */
function answered(simulation: Simulation, path: string, isDone: boolean): Simulation {
  const { children, calls } = simulation.state ?? {};
  const call = calls?.[path];
  if (call !== undefined)
    return tried(simulation, isDone ? { kind: 'call-answered', call: call.number } : { kind: 'call-failed', call: call.number });
  const errand = simulation.workflow.errands.get(path);
  const passing = (errand?.of === 'children' ? errand.children.passes?.[0] : undefined) ?? 'done';
  return (children?.[path]?.running ?? []).reduce(
    (after, child) => tried(after, { kind: 'child-ended', child, state: isDone ? passing : 'terminated' }),
    simulation,
  );
}
