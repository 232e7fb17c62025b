import { type Database, statement } from '#platform';
import type { CaseRefusal } from '../door/sending.ts';

/** What became of one task of a batch: the history row it was decided by, or why it was left out. */
export interface BatchRowWrite {
  readonly place: number;
  readonly task: string;
  readonly instance_id: string | null;
  readonly number: number | null;
  readonly sequence: number | null;
  readonly refusal: CaseRefusal | null;
}

/** What became of a decision when its batch was undone: the history row it was taken back by, or why it stays. */
export interface UndoneRow {
  readonly place: number;
  readonly undo_sequence: number | null;
  readonly undo_refusal: CaseRefusal | null;
}

/** A row as it is read, with its case's title where its reader knows the case. */
export interface BatchRow extends BatchRowWrite, UndoneRow {
  readonly title_zh: string | null;
  readonly title_en: string | null;
}

export interface BatchWrite {
  readonly tenant: string;
  readonly id: string;
  readonly person: string;
  /** Hexadecimal. */
  readonly digest: string;
  readonly outcome: string;
  readonly comment: string | null;
  readonly decidedAt: Date;
  /** Null where nothing was decided. */
  readonly undoUntil: Date | null;
}

interface HeadRow {
  readonly digest: string;
  readonly outcome: string;
  readonly comment: string | null;
  readonly decided_at: Date;
  readonly undo_until: Date | null;
  readonly undo_begun_at: Date | null;
  readonly undone_at: Date | null;
}

export interface StoredBatch {
  readonly head: HeadRow;
  readonly rows: readonly BatchRow[];
}

const add = statement(
  'batch.add',
  `WITH added AS (
     INSERT INTO batch (tenant, id, person_id, digest, outcome, comment, decided_at, undo_until)
     VALUES ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $9) ON CONFLICT (tenant, id) DO NOTHING RETURNING tenant, id
   )
   INSERT INTO batch_row (tenant, batch_id, place, task, instance_id, number, sequence, refusal)
   SELECT added.tenant, added.id, x.place, x.task, x.instance_id, x.number, x.sequence, x.refusal
   FROM added, jsonb_to_recordset($8::jsonb) AS x (place int, task text, instance_id uuid, number int, sequence int, refusal jsonb)`,
);

const head = statement(
  'batch.head',
  `SELECT encode(digest, 'hex') AS digest, outcome, comment, decided_at, undo_until, undo_begun_at, undone_at
   FROM batch WHERE tenant = $1 AND id = $2 AND person_id = $3`,
);

// Whoever was told that there is no such task is not told its case's title either.
const rows = statement(
  'batch.rows',
  `SELECT r.place, r.task, r.instance_id, r.number, r.sequence, r.refusal, r.undo_sequence, r.undo_refusal, t.title_zh, t.title_en
   FROM batch_row r
   LEFT JOIN task t ON t.tenant = r.tenant AND t.instance_id = r.instance_id AND t.number = r.number
     AND r.refusal->>'code' IS DISTINCT FROM 'task.unknown'
   WHERE r.tenant = $1 AND r.batch_id = $2 ORDER BY r.place`,
);

// Asked for twice at once, the later keeps the messages back for longer; both take back the same decisions, once.
const beginUndo = statement(
  'batch.begin-undo',
  `WITH begun AS (
     UPDATE batch SET undo_begun_at = $3 WHERE tenant = $1 AND id = $2 AND undone_at IS NULL RETURNING tenant, id
   )
   UPDATE withheld_message m SET due_at = $4 FROM begun WHERE m.tenant = begun.tenant AND m.batch_id = begun.id`,
);

/** What stays decided is told now. */
const finishUndo = statement(
  'batch.finish-undo',
  `WITH undone AS (
     UPDATE batch SET undone_at = $3 WHERE tenant = $1 AND id = $2 AND undone_at IS NULL RETURNING tenant, id
   ), told AS (
     UPDATE withheld_message m SET due_at = $3 FROM undone WHERE m.tenant = undone.tenant AND m.batch_id = undone.id
   )
   UPDATE batch_row r SET undo_sequence = x.undo_sequence, undo_refusal = x.undo_refusal
   FROM undone, jsonb_to_recordset($4::jsonb) AS x (place int, undo_sequence int, undo_refusal jsonb)
   WHERE r.tenant = undone.tenant AND r.batch_id = undone.id AND r.place = x.place AND x.place BETWEEN 0 AND 2147483647`,
);

/** The reports of batches. */
export class BatchStore {
  constructor(private readonly database: Database) {}

  /** Puts a report down, unless there is one under this id. */
  async add(
    { tenant, id, person, digest, outcome, comment, decidedAt, undoUntil }: BatchWrite,
    found: readonly BatchRowWrite[],
  ): Promise<void> {
    await this.database.query(add, [tenant, id, person, digest, outcome, comment, decidedAt, JSON.stringify(found), undoUntil]);
  }

  /** Keeps back until then what has not been told of it, unless it was undone meanwhile. */
  async beginUndo(tenant: string, id: string, { at, withheldUntil }: { readonly at: Date; readonly withheldUntil: Date }): Promise<void> {
    await this.database.query(beginUndo, [tenant, id, at, withheldUntil]);
  }

  /** Puts down what the undoing came to, unless that was done before, and lets go of what is still kept back. */
  async finishUndo(tenant: string, id: string, { at, rows }: { readonly at: Date; readonly rows: readonly UndoneRow[] }): Promise<void> {
    await this.database.query(finishUndo, [tenant, id, at, JSON.stringify(rows)]);
  }

  /** Undefined when the person has no such batch. */
  async find(tenant: string, person: string, id: string): Promise<StoredBatch | undefined> {
    const [found] = await this.database.query<HeadRow & Record<string, unknown>>(head, [tenant, id, person]);
    if (found === undefined) return undefined;
    return { head: found, rows: await this.database.query<BatchRow & Record<string, unknown>>(rows, [tenant, id]) };
  }
}
