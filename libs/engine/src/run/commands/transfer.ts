import type { CaseState } from '../state.ts';
import type { Transfer } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { authorOf, checkActor, checkNewcomer, checkReason, findTask, seatFor } from './own-task.ts';

/** 转办: another takes the task over, with its weight and its place; it stays known whose it was. */
export function transfer(turn: Turn, state: CaseState, { by, task: number, to, comment, isReassigning }: Transfer): void {
  const found = findTask(turn.workflow, state, number);
  const { open, step, task } = found;
  if (isReassigning !== true) checkActor(state, step, task, by);
  checkReason('transfer', comment);
  checkNewcomer(state, found, by, to);
  turn.steps.replace(open.step, task, 'transferred', seatFor(task, to));
  const author = isReassigning === true ? ({ kind: 'person', person: by.person } as const) : authorOf(task, by);
  turn.record({ kind: 'transferred', author, step: open.step, task: number, people: [to], comment });
}
