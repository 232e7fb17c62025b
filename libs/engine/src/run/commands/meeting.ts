import type { CompiledStep } from '../../workflow.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { CaseState, Fields, Task } from '../state.ts';
import type { Decide, Defer, MeetingReference } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { authorOf, checkActor, findTask } from './own-task.ts';

/** Whether a task waits for a meeting of the body its step names. What others were given in the body's place does not. */
const awaitsMeeting = ({ step }: CompiledStep, { assignee }: Task): boolean =>
  step.meeting !== undefined && assignee.kind === 'post' && assignee.post === step.meeting.body;

/** A task of a body is decided by its meetings, and one by one only where the definition says so; any other task never is. */
export function checkMeeting(step: CompiledStep, task: Task, meeting: MeetingReference | undefined): void {
  const isAwaited = awaitsMeeting(step, task);
  if (meeting !== undefined && !isAwaited) throw new Halt(refused('task.not-for-meeting'));
  if (meeting === undefined && isAwaited && !step.step.meeting?.singly) throw new Halt(refused('task.decided-in-meeting'));
}

/** What only a meeting decides nobody makes their own, or hands to somebody. */
export function checkHandable(turn: Turn, state: CaseState, number: number): void {
  const { step, task } = findTask(turn.workflow, state, number);
  if (awaitsMeeting(step, task) && !step.step.meeting?.singly) throw new Halt(refused('task.decided-in-meeting'));
}

/** The fields a decision writes, with the meeting's number where the definition has a field for it. */
export function fieldsOf({ step }: CompiledStep, { fields = {}, meeting }: Decide): Fields {
  const number = step.meeting?.number;
  return meeting === undefined || number === undefined ? fields : { ...fields, [number]: meeting.number };
}

/** 暂缓: a meeting has heard the case and put it off. Its task goes on waiting for the next. */
export function defer(turn: Turn, state: CaseState, { id, by, task: number, comment, meeting }: Defer): void {
  const { open, step, task } = findTask(turn.workflow, state, number);
  checkActor(state, step, task, by);
  checkMeeting(step, task, meeting);
  if (comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome: 'defer' } }));
  turn.remember(id);
  turn.record({ kind: 'deferred', author: authorOf(task, by), step: open.step, task: number, comment, meeting });
}
