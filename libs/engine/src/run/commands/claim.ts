import type { Claim, Release } from '../command.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { CaseState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { authorOf, checkActor, findTask } from './own-task.ts';

/** 签收: one of a post's holders makes its task their own, until they decide it or release it. */
export function claim(turn: Turn, state: CaseState, { by, task: number }: Claim): void {
  const { open, step, task } = findTask(turn.workflow, state, number);
  checkActor(state, step, task, by);
  if (task.assignee.kind === 'person') throw new Halt(refused('claim.not-needed'));
  if (task.claimedBy !== undefined) throw new Halt(refused('claim.already-yours'));
  turn.steps.claim(open.step, task, by.person);
  turn.record({ kind: 'claimed', author: authorOf(task, by), step: open.step, task: number });
}

/** 取消签收: the task is the post's again. Who may reassign tasks releases what others have claimed, with a reason. */
export function release(turn: Turn, state: CaseState, { by, task: number, isReassigning, comment = '' }: Release): void {
  const { open, step, task } = findTask(turn.workflow, state, number);
  if (isReassigning !== true) checkActor(state, step, task, by);
  if (task.claimedBy === undefined) throw new Halt(refused('release.not-claimed'));
  const isOthers = task.claimedBy !== by.person;
  if (isOthers && comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome: 'release' } }));
  turn.steps.release(open.step, task);
  turn.record({
    kind: 'released',
    author: isOthers ? { kind: 'person', person: by.person } : authorOf(task, by),
    step: open.step,
    task: number,
    ...(isOthers && { people: [task.claimedBy] }),
    ...(comment !== '' && { comment }),
  });
}
