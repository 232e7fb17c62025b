import type { CompiledStep, Workflow } from '../../workflow.ts';
import type { Actor } from '../actor.ts';
import { isAddressedTo } from '../assign.ts';
import type { Author } from '../entry.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import { peopleOf, seatOf } from '../seats.ts';
import { stepFor } from '../signature.ts';
import type { CaseState, OpenStep, PersonId, Seat, Task } from '../state.ts';

/** An open task and the step it belongs to. */
export interface Found {
  readonly open: OpenStep;
  readonly step: CompiledStep;
  readonly task: Task;
}

/** @throws Halt `task.closed` or `task.unknown`. */
export function findTask(workflow: Workflow, state: CaseState, number: number): Found {
  for (const open of Object.values(state.steps)) {
    const task = open.tasks.find((candidate) => candidate.number === number);
    if (task !== undefined && task.ballot === undefined) return { open, step: stepFor(stepOf(workflow, open.step), task), task };
  }
  throw new Halt(refused(number >= 1 && number <= state.lastTask ? 'task.closed' : 'task.unknown', { params: { task: number } }));
}

function stepOf(workflow: Workflow, path: string): CompiledStep {
  const step = workflow.steps.get(path);
  if (step === undefined) throw new Halt(refused('case.state-unknown', { params: { reason: path } }));
  return step;
}

/** Whether somebody may do what the task asks for: it is addressed to them, the case is not theirs, nobody else has claimed it. */
export function checkActor({ applicant, recused }: CaseState, { step }: CompiledStep, { assignee, claimedBy }: Task, by: Actor): void {
  if (!isAddressedTo(assignee, by)) throw new Halt(refused('task.not-yours'));
  if (recused?.includes(by.person)) throw new Halt(refused('task.recused'));
  if (by.person === applicant && !isOwnTask(assignee) && !step.applicantMayDecide) throw new Halt(refused('task.own-case'));
  if (claimedBy !== undefined && claimedBy !== by.person) throw new Halt(refused('task.claimed', { params: { person: claimedBy } }));
}

/** Refuses what only those may do who decide, to somebody who was asked for an answer. */
export function checkDecider({ delegatedBy }: Task): void {
  if (delegatedBy !== undefined) throw new Halt(refused('task.delegated'));
}

export function checkReason(verb: string, comment: string): void {
  if (comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome: verb } }));
}

/** Refuses to give a task to somebody who is in the step already, or may not decide the case. */
export function checkNewcomer({ applicant, recused }: CaseState, { open, step, task }: Found, by: Actor, person: PersonId): void {
  const isApplicants = isOwnTask(task.assignee) && task.added === undefined;
  if (person === applicant && !isApplicants && !step.step.applicantMayDecide) throw new Halt(refused('assignee.applicant'));
  if (recused?.includes(person)) throw new Halt(refused('assignee.recused', { params: { person } }));
  if (person === by.person || peopleOf(open).has(person)) throw new Halt(refused('assignee.already', { params: { person } }));
}

/** The same place, answered for by a person. */
export const seatFor = (task: Task, person: PersonId): Seat => ({
  ...seatOf(task),
  assignee: { ...task.assignee, kind: 'person', person },
});

/** A task that the definition gives to a person by name, such as the applicant, and not to a post. */
const isOwnTask = (assignee: Task['assignee']): boolean => assignee.kind === 'person' && assignee.post === undefined;

/** Who did it, and in whose place if not in their own. */
export function authorOf({ assignee }: Task, by: Actor, principal = by): Author {
  const { post, organisation } = assignee;
  return {
    kind: 'person',
    person: by.person,
    ...inPlaceOf(principal, by),
    ...(post !== undefined && { post }),
    ...(organisation !== undefined && { organisation }),
  };
}

export const inPlaceOf = (principal: Actor, by: Actor) => (principal === by ? {} : { onBehalfOf: principal.person });
