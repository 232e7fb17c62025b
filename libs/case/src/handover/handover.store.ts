import { personKey } from '#directory';
import { type AuditAct, addAudit, auditValues, type Database, statement } from '#platform';
import type { CaseRefusal } from '../door/sending.ts';
import { type TaskRow, taskColumns } from '../queries/listed-task.ts';

/** A task that is personally somebody's: addressed to them, or claimed by them. */
export interface PersonalTaskRow extends TaskRow {
  readonly organisation_path: string;
}

/** A meeting that is yet to be closed, which somebody opened or is a member of. */
export interface OpenMeetingRow {
  readonly id: string;
  readonly body: string;
  readonly number: string;
  readonly held_at: Date;
  readonly items: number;
}

/** One task of a hand-over; without a successor it goes back to its post. */
export interface PlannedRow {
  readonly place: number;
  readonly instance_id: string;
  readonly number: number;
  readonly successor_id: string | null;
  /** Why it is left out from the beginning. */
  readonly refusal: CaseRefusal | null;
}

export interface HandedRow extends PlannedRow {
  /** The history row of its case that it was handed over by. */
  readonly sequence: number | null;
}

/** What became of a task that was planned. */
export type ResultRow = Pick<HandedRow, 'place' | 'sequence' | 'refusal'>;

export interface ReadRow extends HandedRow {
  readonly title_zh: string | null;
  readonly title_en: string | null;
  readonly successor: string | null;
}

export interface HandoverHead {
  readonly id: string;
  readonly person: string;
  /** Hexadecimal. */
  readonly digest: string;
  readonly comment: string;
  readonly handed_by: string;
  readonly handed_by_name: string;
  readonly begun_at: Date;
  readonly finished_at: Date | null;
}

export interface StoredHandover {
  readonly head: HandoverHead;
  readonly rows: readonly ReadRow[];
}

export interface HandoverWrite {
  readonly tenant: string;
  readonly id: string;
  readonly person: string;
  readonly handedBy: string;
  readonly digest: string;
  readonly comment: string;
  readonly begunAt: Date;
}

const personal = (condition: string): string =>
  `(SELECT ${taskColumns}, organisation_path FROM task WHERE tenant = $1 AND ${condition} AND status = 'open'
    ORDER BY opened_at, instance_id, number LIMIT $4)`;

const personalTasks = statement(
  'handover.tasks',
  `SELECT * FROM (${personal('assignee = $2')} UNION ALL ${personal('claimed_by = $3')}) AS t
   ORDER BY opened_at, instance_id, number LIMIT $4`,
);

const openMeetings = statement(
  'handover.meetings',
  `SELECT m.id, m.body, m.number, m.held_at,
     (SELECT count(*)::int FROM meeting_item i WHERE i.tenant = m.tenant AND i.meeting_id = m.id) AS items
   FROM meeting m
   WHERE m.tenant = $1 AND m.state = 'open' AND (m.opened_by = $2 OR m.id IN (
     SELECT p.meeting_id FROM meeting_member p WHERE p.tenant = $1 AND p.person_id = $2
   ))
   ORDER BY m.held_at, m.id LIMIT 100`,
);

const add = statement(
  'handover.add',
  `WITH added AS (
     INSERT INTO handover (tenant, id, person_id, handed_by, digest, comment, begun_at)
     VALUES ($1, $2, $3, $4, decode($5, 'hex'), $6, $7) ON CONFLICT (tenant, id) DO NOTHING RETURNING tenant, id
   )
   INSERT INTO handover_row (tenant, handover_id, place, instance_id, number, successor_id, refusal)
   SELECT added.tenant, added.id, x.place, x.instance_id, x.number, x.successor_id, x.refusal
   FROM added, jsonb_to_recordset($8::jsonb) AS x (place int, instance_id uuid, number int, successor_id uuid, refusal jsonb)`,
);

const headColumns = `h.id, h.person_id AS person, encode(h.digest, 'hex') AS digest, h.comment, h.handed_by, p.name AS handed_by_name,
  h.begun_at, h.finished_at FROM handover h JOIN person p ON p.tenant = h.tenant AND p.id = h.handed_by`;

const head = statement('handover.head', `SELECT ${headColumns} WHERE h.tenant = $1 AND h.id = $2`);

const ofPerson = statement(
  'handover.of-person',
  `SELECT ${headColumns} WHERE h.tenant = $1 AND h.person_id = $2 ORDER BY h.begun_at DESC LIMIT 20`,
);

const rows = statement(
  'handover.rows',
  `SELECT r.place, r.instance_id, r.number, r.successor_id, r.sequence, r.refusal, t.title_zh, t.title_en, s.name AS successor
   FROM handover_row r
   LEFT JOIN task t ON t.tenant = r.tenant AND t.instance_id = r.instance_id AND t.number = r.number
   LEFT JOIN person s ON s.tenant = r.tenant AND s.id = r.successor_id
   WHERE r.tenant = $1 AND r.handover_id = $2 ORDER BY r.place`,
);

const finish = statement(
  'handover.finish',
  'UPDATE handover SET finished_at = $3 WHERE tenant = $1 AND id = $2 AND finished_at IS NULL RETURNING 1',
);

const putResults = statement(
  'handover.results',
  `UPDATE handover_row r SET sequence = x.sequence, refusal = x.refusal
   FROM jsonb_to_recordset($3::jsonb) AS x (place int, sequence int, refusal jsonb)
   WHERE r.tenant = $1 AND r.handover_id = $2 AND r.place = x.place AND x.place BETWEEN 0 AND 2147483647`,
);

type Row<T> = T & Record<string, unknown>;

/** What somebody personally has to do, and the hand-overs of it. */
export class HandoverStore {
  constructor(private readonly database: Database) {}

  /** The oldest first. */
  tasks(tenant: string, person: string, limit: number): Promise<PersonalTaskRow[]> {
    return this.database.query<Row<PersonalTaskRow>>(personalTasks, [tenant, personKey(person), person, limit]);
  }

  meetings(tenant: string, person: string): Promise<OpenMeetingRow[]> {
    return this.database.query<Row<OpenMeetingRow>>(openMeetings, [tenant, person]);
  }

  /** Puts a plan down, unless there is one under this id. */
  async add({ tenant, id, person, handedBy, digest, comment, begunAt }: HandoverWrite, planned: readonly PlannedRow[]): Promise<void> {
    await this.database.query(add, [tenant, id, person, handedBy, digest, comment, begunAt, JSON.stringify(planned)]);
  }

  async find(tenant: string, id: string): Promise<StoredHandover | undefined> {
    const [found] = await this.database.query<Row<HandoverHead>>(head, [tenant, id]);
    return found && { head: found, rows: await this.database.query<Row<ReadRow>>(rows, [tenant, id]) };
  }

  /** The latest twenty. */
  ofPerson(tenant: string, person: string): Promise<HandoverHead[]> {
    return this.database.query<Row<HandoverHead>>(ofPerson, [tenant, person]);
  }

  /** Puts down what it came to, and on record, unless that was done before. */
  async finish(id: string, results: readonly ResultRow[], act: AuditAct): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { tenant, at } = act;
      if ((await tx.query(finish, [tenant, id, at])).length === 0) return;
      await tx.query(putResults, [tenant, id, JSON.stringify(results)]);
      tx.finishWith(addAudit, auditValues(act));
    });
  }
}
