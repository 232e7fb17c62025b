import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import { returned, seatOf } from '../seats.ts';
import type { CaseState } from '../state.ts';
import type { Delegate, Resolve } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { authorOf, checkActor, checkDecider, checkNewcomer, checkReason, findTask, seatFor } from './own-task.ts';

/** 委派: another is asked, and has the task until there is an answer. Whoever was asked does not ask on. */
export function delegate(turn: Turn, state: CaseState, { by, task: number, to, comment }: Delegate): void {
  const found = findTask(turn.workflow, state, number);
  const { open, step, task } = found;
  checkActor(state, step, task, by);
  checkDecider(task);
  checkReason('delegate', comment);
  checkNewcomer(state, found, by, to);
  turn.steps.replace(open.step, task, 'delegated', { ...seatFor(task, to), delegatedBy: by.person });
  turn.record({ kind: 'delegated', author: authorOf(task, by), step: open.step, task: number, people: [to], comment });
}

/** The answer: the task is again with whoever delegated it, to be decided. */
export function resolve(turn: Turn, state: CaseState, { by, task: number, comment }: Resolve): void {
  const { open, step, task } = findTask(turn.workflow, state, number);
  checkActor(state, step, task, by);
  const { delegatedBy } = task;
  if (delegatedBy === undefined) throw new Halt(refused('resolve.not-delegated'));
  checkReason('resolve', comment);
  turn.steps.replace(open.step, task, 'resolved', returned(seatOf(task)));
  turn.record({ kind: 'resolved', author: authorOf(task, by), step: open.step, task: number, people: [delegatedBy], comment });
}
