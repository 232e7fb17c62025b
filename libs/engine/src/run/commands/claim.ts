import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import { returned, seatOf } from '../seats.ts';
import type { CaseState, PersonId, Task } from '../state.ts';
import type { Claim, Release } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { authorOf, checkActor, checkReason, findTask } from './own-task.ts';

/** 签收: one of a post's holders makes its task their own, until they decide it or release it. */
export function claim(turn: Turn, state: CaseState, { by, task: number }: Claim): void {
  const { open, step, task } = findTask(turn.workflow, state, number);
  checkActor(state, step, task, by);
  if (task.assignee.kind === 'person') throw new Halt(refused('claim.not-needed'));
  if (task.claimedBy !== undefined) throw new Halt(refused('claim.already-yours'));
  turn.steps.claim(open.step, task, by.person);
  turn.record({ kind: 'claimed', author: authorOf(task, by), step: open.step, task: number });
}

/**
 * 取消签收: the task is the post's again, or comes back unanswered to whoever delegated it. Who may reassign tasks takes
 * them from others, with a reason.
 */
export function release(turn: Turn, state: CaseState, { by, task: number, isReassigning, comment = '' }: Release): void {
  const { open, step, task } = findTask(turn.workflow, state, number);
  const isAsking = task.delegatedBy === by.person;
  if (isReassigning !== true && !isAsking) checkActor(state, step, task, by);
  const holder = holderOf(task);
  if (holder === undefined) throw new Halt(refused('release.not-claimed'));
  const isOthers = holder !== by.person;
  if (isOthers && !isAsking) checkReason('release', comment);
  if (task.delegatedBy === undefined) turn.steps.release(open.step, task);
  else turn.steps.replace(open.step, task, 'left', returned(seatOf(task)));
  turn.record({
    kind: 'released',
    author: isOthers && !isAsking ? { kind: 'person', person: by.person } : authorOf(task, by),
    step: open.step,
    task: number,
    ...(isOthers && { people: [holder] }),
    ...(comment !== '' && { comment }),
  });
}

/** Who has a task that others wait for to have it back. */
const holderOf = ({ claimedBy, delegatedBy, assignee }: Task): PersonId | undefined =>
  delegatedBy !== undefined && assignee.kind === 'person' ? assignee.person : claimedBy;
