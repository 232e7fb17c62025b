import type { Caller } from '#directory';
import {
  type Actor,
  type Assignee,
  advance,
  type BrokenRule,
  type CaseState,
  type CompiledStep,
  type FieldAccess,
  isAddressedTo,
  type OpenStep,
  type Refused,
  stepFor,
  type Task,
  type Text,
} from '#engine';
import type { CaseSurroundings, Place } from '../door/surroundings.ts';
import { taskId } from '../task-id.ts';
import type { NamedAssignee } from './assignee-names.ts';
import { type ItemView, itemsIn, type ReturnedView, sinceReturn } from './returned.ts';
import { stateTitle } from './titles.ts';

/** Where a case would go and who would be asked there. */
interface Next<Who> {
  readonly path: string;
  readonly title: Text;
  readonly assignees: readonly Who[];
}

/** A decision that a task allows. */
interface Choice<Who> {
  readonly outcome: string;
  readonly title: Text;
  readonly kind: string;
  readonly isCommentRequired: boolean;
  /** Under `return`: the earlier steps that may be named. */
  readonly returnTo?: readonly { readonly path: string; readonly title: Text }[];
  /** What would follow if this were decided with the form as it is now; empty while the step waits for others. */
  readonly next: readonly Next<Who>[];
  /** What stands in the way of it now: a rule, or fields still to be filled in. */
  readonly obstacle?: { readonly code: string; readonly rules?: readonly BrokenRule[]; readonly fields?: Refused['fields'] };
}

interface Own<Who> {
  readonly id: string;
  readonly step: { readonly path: string; readonly title: Text };
  readonly dueAt?: string;
  /** As `workingDaysLeft` says. */
  readonly workingDaysLeft?: number;
  /** Access to each field of the form in this step. */
  readonly access: Readonly<Record<string, FieldAccess>>;
  /** Empty where only an answer is wanted. */
  readonly choices: readonly Choice<Who>[];
  /** Somebody asks, and decides when there is an answer. */
  readonly isForAnswer?: true;
  /** 补正清单: what is still to be answered here before it can be submitted again. */
  readonly toMend?: readonly ItemView[];
  /** The step has sent the case back: what has been written since that version of the form, and how its items were answered. */
  readonly sinceReturn?: Pick<ReturnedView, 'formVersion' | 'changed' | 'items'>;
}

/** One of the reader's own open tasks. */
export type OwnTask = Own<NamedAssignee>;

export interface OwnTasks {
  /** Everybody who is mentioned, so that their names can be found. */
  readonly assignees: readonly Assignee[];
  readonly mayWithdraw: boolean;
  /** The reader's own decisions that they may take back, by the ids of their tasks. */
  readonly mayTakeBack: readonly string[];
  readonly named: (nameOf: (assignee: Assignee) => NamedAssignee) => OwnTask[];
}

interface Circumstances {
  readonly place: Place;
  readonly caller: Caller;
  readonly state: CaseState;
  readonly instance: string;
  readonly surroundings: CaseSurroundings;
}

/**
 * What a person may do in a case and what would come of it: the engine is asked, with commands nobody sends. It is the
 * same function that decides, so what is shown is what would happen.
 */
export async function ownTasksOf({ place, caller, state, instance, surroundings }: Circumstances): Promise<OwnTasks> {
  const by = await surroundings.actor(place.tenant, caller.person, { at: place.at, definition: place.workflow.definition.key });
  const rehearse = (command: Rehearsed) =>
    surroundings.answering(place, (world) =>
      advance(place.workflow, state, { ...command, id: 'rehearsal', at: place.at.toISOString(), by }, world),
    );
  const found = Object.values(state.steps).flatMap((open) =>
    open.tasks.filter((task) => isTheirs(task, by)).map((task) => ({ open, task })),
  );
  const tasks = (await Promise.all(found.map((own) => ownTask({ place, state, instance, rehearse, ...own })))).filter(
    (task) => task !== undefined,
  );
  const withdrawal = caller.person === state.applicant ? await rehearse({ kind: 'withdraw', comment: '…' }) : undefined;
  const revocable: string[] = [];
  for (const task of decidedBy(state, caller.person)) {
    if ((await rehearse({ kind: 'take-back', task })).kind === 'advanced') revocable.push(taskId(instance, task));
  }
  return {
    assignees: tasks.flatMap(({ choices }) => choices.flatMap(({ next }) => next.flatMap(({ assignees }) => assignees))),
    mayWithdraw: withdrawal?.kind === 'advanced',
    mayTakeBack: revocable,
    named: (nameOf) =>
      tasks.map((task) => ({
        ...task,
        choices: task.choices.map((choice) => ({
          ...choice,
          next: choice.next.map((next) => ({ ...next, assignees: next.assignees.map(nameOf) })),
        })),
      })),
  };
}

/** The tasks somebody has decided that the case still knows of. */
const decidedBy = ({ undo = [], steps }: CaseState, person: string): number[] => [
  ...undo.filter(({ by }) => by === person).map(({ task }) => task),
  ...Object.values(steps).flatMap(({ tasks }) => tasks.filter(({ ballot }) => ballot?.by === person).map(({ number }) => number)),
];

type Rehearsed =
  | { readonly kind: 'take-back'; readonly task: number }
  | { readonly kind: 'withdraw'; readonly comment: string }
  | {
      readonly kind: 'decide';
      readonly task: number;
      readonly outcome: string;
      readonly formVersion: number;
      readonly comment: string;
      readonly returnTo?: string;
    };

interface Rehearsal extends Pick<Circumstances, 'place' | 'state' | 'instance'> {
  readonly rehearse: (command: Rehearsed) => ReturnType<CaseSurroundings['answering']>;
  readonly open: OpenStep;
  readonly task: Task;
}

const isTheirs = ({ assignee, ballot }: Task, by: Actor): boolean =>
  ballot === undefined && [by, ...(by.represents ?? [])].some((actor) => isAddressedTo(assignee, actor));

const notForThem = new Set(['task.not-yours', 'task.own-case', 'task.claimed', 'task.recused', 'vote.already-cast']);

/** Undefined when the engine would not let this person decide here at all. */
async function ownTask(rehearsal: Rehearsal): Promise<Own<Assignee> | undefined> {
  const { place, instance, open, task } = rehearsal;
  const { definition, steps } = place.workflow;
  const whole = steps.get(open.step);
  if (whole === undefined) return undefined;
  const step = stepFor(whole, task);
  const choices = task.delegatedBy === undefined ? await choicesOf(rehearsal, step) : [];
  if (choices === undefined) return undefined;
  const fields = Object.keys(definition.form.schema.properties);
  const toMend = itemsIn(place.workflow, rehearsal.state, step);
  const since = sinceReturn(place.workflow, rehearsal.state, step);
  return {
    id: taskId(instance, task.number),
    step: { path: open.step, title: stateTitle(definition, open.step) },
    ...(open.dueAt !== undefined && { dueAt: open.dueAt }),
    access: Object.fromEntries(fields.map((field) => [field, step.accessOf(field)])),
    choices,
    ...(task.delegatedBy !== undefined && { isForAnswer: true }),
    ...(toMend.length > 0 && { toMend }),
    ...(since !== undefined && { sinceReturn: since }),
  };
}

async function choicesOf({ place, state, rehearse, task }: Rehearsal, step: CompiledStep): Promise<Choice<Assignee>[] | undefined> {
  const titled = (path: string) => ({ path, title: stateTitle(place.workflow.definition, path) });
  const targets = step.returns.filter(({ chosen, to }) => chosen && (state.visits[to] ?? 0) > 0).map(({ to }) => to);
  const mustChoose = step.returns.length > 0 && step.returns.every(({ chosen }) => chosen);
  const choices: Choice<Assignee>[] = [];
  for (const { name, title, kind, commentRequired } of step.outcomes.values()) {
    const [target] = name === 'return' && mustChoose ? targets : [];
    const decision = { kind: 'decide', task: task.number, outcome: name, formVersion: state.form.version, comment: '…' } as const;
    const result = await rehearse({ ...decision, ...(target !== undefined && { returnTo: target }) });
    if (result.kind === 'refused' && notForThem.has(result.code)) return undefined;
    choices.push({
      outcome: name,
      title,
      kind,
      isCommentRequired: commentRequired,
      ...(name === 'return' && targets.length > 0 && { returnTo: targets.map(titled) }),
      next: result.kind === 'advanced' ? nextOf(result.state, state, titled) : [],
      ...(result.kind === 'refused' && { obstacle: obstacleOf(result) }),
    });
  }
  return choices;
}

const obstacleOf = ({ code, rules, fields }: Refused) => ({ code, ...(rules && { rules }), ...(fields && { fields }) });

/** The steps that a case would have newly opened, or the states it would have ended in. */
function nextOf(
  after: CaseState,
  before: CaseState,
  titled: (path: string) => { readonly path: string; readonly title: Text },
): Next<Assignee>[] {
  const opened = Object.values(after.steps).filter(({ step, visit }) => before.steps[step]?.visit !== visit);
  if (opened.length > 0) return opened.map(({ step, tasks }) => ({ ...titled(step), assignees: tasks.map(({ assignee }) => assignee) }));
  const ended = after.machine.status === 'done' && typeof after.machine.value === 'string' ? [after.machine.value] : [];
  return ended.map((path) => ({ ...titled(path), assignees: [] }));
}
