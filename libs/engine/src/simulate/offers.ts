import { accessAtStart } from '../beginning.ts';
import { type Move, moveVerbs } from '../definition/example.ts';
import type { OutcomeSpecification } from '../definition/outcomes.ts';
import type { Fields, PersonId, Task } from '../run/state.ts';
import type { CompiledStep } from '../workflow.ts';
import { isTheirs, starterOf } from './command-of-move.ts';
import { sampleFilling, samplesOf } from './samples.ts';
import { nextDue, play, type Simulation } from './simulation.ts';

/** A task that is open, with those who may answer it. */
export interface AskedNow {
  readonly task: Task;
  readonly step: CompiledStep;
  readonly people: readonly PersonId[];
  readonly outcomes: readonly OutcomeSpecification[];
  /** The earlier steps that whoever decides may name for a return. */
  readonly returns: readonly string[];
}

/** Who is asked now. Of a post's task, all who hold the post. */
export function askedIn(simulation: Simulation): AskedNow[] {
  const { workflow, state } = simulation;
  return Object.values(state?.steps ?? {}).flatMap(({ step: path, tasks }) => {
    const step = workflow.steps.get(path);
    if (step === undefined) return [];
    const returns = step.returns.filter(({ chosen, to }) => chosen && (state?.visits[to] ?? 0) > 0).map(({ to }) => to);
    return tasks
      .filter(({ ballot }) => ballot === undefined)
      .map((task) => ({ task, step, people: peopleOf(simulation, task), outcomes: [...step.outcomes.values()], returns }));
  });
}

const peopleOf = (simulation: Simulation, task: Task): PersonId[] => {
  const { assignee } = task;
  const known = [...new Set([...(assignee.kind === 'person' ? [assignee.person] : []), ...Object.values(simulation.holders).flat()])];
  return known.filter((person) => isTheirs(task, person, simulation));
};

/**
 * What the form needs of somebody before their step can pass: what is missing, is theirs to write, and can be made up.
 *
 * @param supposed what they write besides
 */
export function missingFields(
  { workflow, state, now }: Simulation,
  { accessOf, requiredFields }: CompiledStep,
  supposed: Fields = {},
): Fields {
  const isOwn = (name: string) => ['write', 'required'].includes(accessOf(name));
  return sampleFilling(workflow, { wanted: requiredFields, supposed, filled: state?.form.fields ?? {}, isOwn, at: now });
}

/** A form to begin with, made up. @param supposed what it says besides */
export function sampleStart(simulation: Simulation, supposed: Fields = {}): Fields {
  const { workflow, now } = simulation;
  const access = accessAtStart(workflow);
  const isOwn = (name: string) => starterOf(simulation) === null || ['write', 'required'].includes(access[name] ?? 'read');
  return sampleFilling(workflow, { wanted: [], supposed, filled: {}, isOwn, at: now });
}

const reason = '（模拟）';

/** Everything that can be done next, each with what it needs made up. The engine takes every one of them. */
export function offersIn(simulation: Simulation): Move[] {
  const taken = (move: Move) => play(simulation, move).kind === 'played';
  const beginning: Move[] = [{ kind: 'start', fields: sampleStart(simulation) }];
  const next = simulation.state === undefined ? beginning : [...decisions(simulation), ...verbs(simulation), ...happenings(simulation)];
  return next.filter(taken);
}

function decisions(simulation: Simulation): Move[] {
  return askedIn(simulation).flatMap(({ step, people, outcomes, returns }) =>
    people.flatMap((by) => outcomes.flatMap((outcome) => decisionsFor(simulation, { step, by, outcome, returns }))),
  );
}

interface Deciding {
  readonly step: CompiledStep;
  readonly by: PersonId;
  readonly outcome: OutcomeSpecification;
  readonly returns: readonly string[];
}

function decisionsFor(simulation: Simulation, { step, by, outcome, returns }: Deciding): Move[] {
  const fields = outcome.kind === 'pass' ? missingFields(simulation, step) : {};
  const move: Move = {
    kind: 'decide',
    by,
    step: step.path,
    outcome: outcome.name,
    ...(outcome.commentRequired && { comment: reason }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
  return outcome.name === 'return' ? [move, ...returns.map((returnTo): Move => ({ ...move, returnTo }))] : [move];
}

/** What somebody does besides deciding. Whom a task could be given to is for people to choose. */
function verbs(simulation: Simulation): Move[] {
  const { state } = simulation;
  if (state === undefined) return [];
  const of = (verb: (typeof moveVerbs)[number], by: PersonId, step?: string): Move => ({
    kind: 'verb',
    verb,
    by,
    ...(step !== undefined && { step }),
    comment: reason,
  });
  const asked = askedIn(simulation);
  const people = [...new Set(asked.flatMap((one) => one.people))];
  const byHand = 'administrator';
  return [
    ...(state.applicant === '' ? [] : [of('withdraw', state.applicant), of('urge', state.applicant)]),
    ...(state.undo ?? []).map(({ by }) => of('take-back', by)),
    ...asked.flatMap(({ step, people: own }) => own.flatMap((by) => [of('claim', by, step.path), of('release', by, step.path)])),
    ...people.map((by) => of('recuse', by)),
    of('suspend', byHand),
    of('resume', byHand),
    ...Object.keys(state.steps).map((step) => of('retry', byHand, step)),
    ...Object.keys({ ...state.children, ...state.calls }).map((step) => of('retry', byHand, step)),
    of('terminate', byHand),
  ];
}

/** What others have to tell, and time. */
function happenings(simulation: Simulation): Move[] {
  const { workflow, state, now } = simulation;
  const signals = Object.entries(workflow.definition.signals ?? {}).map(([signal, { payload }]): Move => {
    const made = payload === undefined ? {} : samplesOf(payload.properties, Object.keys(payload.properties), now);
    return { kind: 'signal', signal, payload: made };
  });
  const children = Object.entries(state?.children ?? {}).flatMap(([path, { running }]) => {
    const errand = workflow.errands.get(path);
    const end = errand?.of === 'children' ? (errand.children.passes?.[0] ?? 'done') : 'done';
    return running.flatMap((child): Move[] => [
      { kind: 'child-ended', child, state: end },
      { kind: 'child-ended', child, state: 'terminated' },
      { kind: 'child-refused', child },
    ]);
  });
  const calls = Object.values(state?.calls ?? {}).flatMap(({ number }): Move[] => [
    { kind: 'call-answered', call: number },
    { kind: 'call-failed', call: number },
  ]);
  return [...signals, ...children, ...calls, ...(nextDue(simulation) === undefined ? [] : [{ kind: 'turn-to-next' } as const])];
}
