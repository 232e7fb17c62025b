import fc from 'fast-check';
import type { Happening, Result, Workflow } from '#engine';
import { compiled } from '../support/play.ts';
import { attemptOf, isPlain } from './attempt.ts';
import { Host, places } from './host.ts';
import { checkAccepted, checkEnd, checkReplayed, checkThoroughly } from './invariants.ts';
import type { Tally } from './matrix.ts';
import type { Move } from './move.ts';
import { casts } from './people.ts';
import { Reference } from './reference.ts';
import { definitionOf, type PolicyName, Topology, type TopologyName, type Variant } from './topology.ts';

export interface Ground {
  readonly topology: Topology;
  readonly workflow: Workflow;
}

export interface Trial {
  readonly thoroughly: number;
  readonly numbers: readonly number[];
}

const grounds = new Map<string, Ground>();

/** Compiled once. */
export function groundOf(name: TopologyName, policy: PolicyName, variant: Variant): Ground {
  const key = `${name} ${policy} ${variant}`;
  const known = grounds.get(key);
  if (known !== undefined) return known;
  const topology = new Topology(name, policy, variant);
  const ground = { topology, workflow: compiled(definitionOf(topology)) };
  grounds.set(key, ground);
  return ground;
}

/** One sequence of what people try; of each, a number. A thorough one is also checked for what is dear to check. */
export const trialsUpTo = (maxLength: number): fc.Arbitrary<Trial> =>
  fc.record({
    thoroughly: fc.noBias(fc.nat({ max: 24 })),
    numbers: fc.noBias(fc.array(fc.nat(), { minLength: 3, maxLength, size: 'max' })),
  });

/** Plays a sequence of attempts through the engine and the reference side by side. @throws where they differ, with all that led there. */
export function play({ topology, workflow }: Ground, trial: Trial, tally: Tally): void {
  const { policy, name } = topology;
  const cast = casts[0] ?? { x: [], y: [] };
  const host = new Host(workflow, cast);
  const reference = new Reference(topology, cast);
  const isThorough = trial.thoroughly === 0;
  const told: string[] = [];
  const history: Happening[] = [host.begun];
  try {
    for (const number of trial.numbers) {
      // What is over can only be talked about; once is enough.
      if (host.state.machine.status === 'done' && told.at(-1)?.startsWith('case.finished')) break;
      const { move, command, row } = attemptOf(host, topology, number);
      if (!isPlain(host, move)) continue;
      const result = host.perform(command);
      told.push(`${result.kind === 'refused' ? result.code : result.kind}: ${JSON.stringify(command)}`);
      compare(host, reference, move, result);
      if (isThorough) checkThoroughly(host, command, result);
      if (result.kind === 'refused') tally.refused(command.kind, result.code);
      if (result.kind !== 'advanced') continue;
      checkAccepted(command, result, host.state);
      host.take(result, command);
      if (result.entries.length > 0) history.push({ ...command, entries: result.entries, fields: result.state.form.fields });
      compareStanding(host, reference);
      if (row !== undefined) tally.count(row, policy, name);
    }
    if (isThorough) checkReplayed(host, history);
    if (isThorough) checkEnd(host);
  } catch (error) {
    throw new Error([error instanceof Error ? error.message : String(error), ...told].join('\n'), { cause: error });
  }
}

function compare({ state }: Host, reference: Reference, move: Move, { kind }: Result): void {
  if (kind === 'wanting') throw new Error('facts were asked for');
  if ((kind === 'advanced') !== reference.take(move))
    throw new Error(`the reference does not say ${kind} at ${places(state.machine.value).join()}`);
}

function compareStanding(host: Host, reference: Reference): void {
  const [stands, expected] = [places(host.state.machine.value).sort().join(', '), reference.position.places().join(', ')];
  if (stands !== expected) throw new Error(`engine at ${stands}, reference at ${expected}`);
  const [asks, would] = [tasksOf(host), reference.tasks().join('; ')];
  if (asks !== would) throw new Error(`engine asks ${asks}, reference ${would}`);
}

function tasksOf({ state, open, children, calls }: Host): string {
  const running = Object.values(state.children ?? {}).flatMap(({ running }) => running);
  if (running.length !== children.size || running.some((child) => !children.has(child))) return `children ${[...children].join()} run`;
  const waiting = Object.values(state.calls ?? {});
  if (waiting.length !== calls.size || waiting.some(({ number }) => !calls.has(number))) return `calls ${[...calls].join()} are made`;
  const tasks = Object.values(state.steps).flatMap(({ step, tasks }) =>
    tasks.filter(({ ballot }) => ballot === undefined).map((task) => ({ step, ...task })),
  );
  if (tasks.length !== open.size || tasks.some(({ number }) => !open.has(number)))
    return `not those the host knows: ${[...open.keys()].join()}`;
  return tasks
    .map(
      ({ step, assignee, claimedBy = '' }) =>
        `${step} ${assignee.kind === 'person' ? assignee.person : `post:${assignee.post}`} ${claimedBy}`,
    )
    .sort()
    .join('; ');
}
