import type { Text } from '#engine';
import type { CaseRefusal } from '../door/sending.ts';
import { textOf } from '../queries/titles.ts';
import type { BatchRow, StoredBatch } from '../store/batch.store.ts';

interface ReportedTask {
  readonly task: string;
  /** Of its case; absent where the reader does not know the case. */
  readonly title?: Text;
  /** The history row of its case that it was decided by. */
  readonly sequence?: number;
  /** Why it was left out. */
  readonly refusal?: CaseRefusal;
  /** Of what was decided, once the batch was undone: the history row it was taken back by, or why it stays decided. */
  readonly undo?: { readonly sequence?: number; readonly refusal?: CaseRefusal };
}

/** What happened, task by task, in the order of the request. Times are ISO 8601. */
export interface BatchReport {
  readonly id: string;
  readonly outcome: string;
  readonly comment?: string;
  readonly decidedAt: string;
  readonly decided: number;
  readonly leftOut: number;
  /** Until when it may be undone; absent where nothing was decided. */
  readonly undoUntil?: string;
  readonly undo?: {
    readonly at: string;
    readonly undone: number;
    /** How many stay decided. */
    readonly kept: number;
  };
  readonly tasks: readonly ReportedTask[];
}

export function reportOf(id: string, { head, rows }: StoredBatch): BatchReport {
  const decided = rows.filter(({ sequence }) => sequence !== null).length;
  const undone = rows.filter(({ undo_sequence }) => undo_sequence !== null).length;
  return {
    id,
    outcome: head.outcome,
    ...(head.comment !== null && { comment: head.comment }),
    decidedAt: head.decided_at.toISOString(),
    decided,
    leftOut: rows.length - decided,
    ...(head.undo_until !== null && { undoUntil: head.undo_until.toISOString() }),
    ...(head.undone_at !== null && { undo: { at: head.undone_at.toISOString(), undone, kept: decided - undone } }),
    tasks: rows.map(reportedTask),
  };
}

const reportedTask = ({ task, title_zh, title_en, sequence, refusal, undo_sequence, undo_refusal }: BatchRow): ReportedTask => ({
  task,
  ...(title_zh !== null && { title: textOf(title_zh, title_en) }),
  ...(sequence !== null && { sequence }),
  ...(refusal !== null && { refusal }),
  ...(undo_sequence !== null && { undo: { sequence: undo_sequence } }),
  ...(undo_refusal !== null && { undo: { refusal: undo_refusal } }),
});
