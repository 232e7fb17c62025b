import type { Mapping } from '#engine';
import { type AuditAct, addAudit, auditValues, type Database, statement } from '#platform';
import type { CaseRefusal } from '../door/sending.ts';

export interface MigrationHead {
  readonly id: string;
  readonly definition_key: string;
  readonly to_version: number;
  readonly mapping: Mapping;
  readonly comment: string;
  /** Hexadecimal. */
  readonly digest: string;
  readonly begun_by: string;
  readonly begun_by_name: string;
  readonly begun_at: Date;
  readonly stopped_at: Date | null;
  readonly finished_at: Date | null;
}

/** One case of a migration. */
export interface PlannedCase {
  readonly place: number;
  readonly instance_id: string;
  readonly from_version: number;
  readonly expected: string;
  /** Why it is left out from the beginning. */
  readonly refusal: CaseRefusal | null;
  /** All that takes the place of something else there. */
  readonly mapping: Mapping;
}

/** What came of one case. */
export interface CaseResult {
  readonly place: number;
  readonly sequence: number | null;
  readonly refusal: CaseRefusal | null;
}

export interface MigrationRow extends PlannedCase, CaseResult {
  readonly case_number: string | null;
  readonly title_zh: string | null;
  readonly title_en: string | null;
  readonly reversed_sequence: number | null;
  readonly reversal_refusal: CaseRefusal | null;
  /** Whether nothing has happened in it since. */
  readonly is_untouched: boolean;
}

export interface StoredMigration {
  readonly head: MigrationHead;
  readonly rows: readonly MigrationRow[];
}

export type NewMigration = Pick<
  MigrationHead,
  'id' | 'definition_key' | 'to_version' | 'mapping' | 'comment' | 'digest' | 'begun_by' | 'begun_at'
>;

const add = statement(
  'migration.add',
  `WITH added AS (
     INSERT INTO case_migration (tenant, id, definition_key, to_version, mapping, comment, digest, begun_by, begun_at)
     VALUES ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), $8, $9) ON CONFLICT (tenant, id) DO NOTHING RETURNING tenant, id
   )
   INSERT INTO case_migration_row (tenant, migration_id, place, instance_id, from_version, expected, refusal, mapping)
   SELECT added.tenant, added.id, x.place, x.instance_id, x.from_version, x.expected, x.refusal, x.mapping
   FROM added, jsonb_to_recordset($10::jsonb)
     AS x (place int, instance_id uuid, from_version int, expected text, refusal jsonb, mapping jsonb) RETURNING 1`,
);

const headColumns = `m.id, m.definition_key, m.to_version, m.mapping, m.comment, encode(m.digest, 'hex') AS digest, m.begun_by,
  p.name AS begun_by_name, m.begun_at, m.stopped_at, m.finished_at
  FROM case_migration m JOIN person p ON p.tenant = m.tenant AND p.id = m.begun_by`;

const findHead = statement('migration.head', `SELECT ${headColumns} WHERE m.tenant = $1 AND m.id = $2`);

const latest = statement(
  'migration.latest',
  `SELECT ${headColumns} WHERE m.tenant = $1 AND m.definition_key = $2 ORDER BY m.begun_at DESC, m.id LIMIT 20`,
);

const findRows = statement(
  'migration.rows',
  `SELECT r.place, r.instance_id, r.from_version, r.expected, r.mapping, r.sequence, r.refusal, r.reversed_sequence, r.reversal_refusal,
     i.case_number::text, i.title_zh, i.title_en, COALESCE(i.sequence = r.sequence AND i.state ? 'migration', false) AS is_untouched
   FROM case_migration_row r LEFT JOIN instance i ON i.tenant = r.tenant AND i.id = r.instance_id
   WHERE r.tenant = $1 AND r.migration_id = $2 ORDER BY r.place`,
);

const putResults = statement(
  'migration.results',
  `UPDATE case_migration_row r SET sequence = x.sequence, refusal = x.refusal
   FROM jsonb_to_recordset($3::jsonb) AS x (place int, sequence int, refusal jsonb)
   WHERE r.tenant = $1 AND r.migration_id = $2 AND r.place = x.place AND x.place BETWEEN 0 AND 2147483647`,
);

const putReversals = statement(
  'migration.reversals',
  `UPDATE case_migration_row r SET reversed_sequence = x.sequence, reversal_refusal = x.refusal
   FROM jsonb_to_recordset($3::jsonb) AS x (place int, sequence int, refusal jsonb)
   WHERE r.tenant = $1 AND r.migration_id = $2 AND r.place = x.place AND x.place BETWEEN 0 AND 2147483647`,
);

const finish = statement(
  'migration.finish',
  `UPDATE case_migration SET finished_at = $3 WHERE tenant = $1 AND id = $2 AND finished_at IS NULL AND stopped_at IS NULL`,
);

const stop = statement(
  'migration.stop',
  'UPDATE case_migration SET stopped_at = $3 WHERE tenant = $1 AND id = $2 AND finished_at IS NULL AND stopped_at IS NULL RETURNING 1',
);

type Row<T> = T & Record<string, unknown>;

/** Migrations of many cases, as they were planned, with what came of each. */
export class MigrationStore {
  constructor(private readonly database: Database) {}

  /** Puts a plan down, and on record, unless there is one under its id. */
  async add(plan: NewMigration, cases: readonly PlannedCase[], act: AuditAct): Promise<void> {
    const { id, definition_key, to_version, mapping, comment, digest, begun_by, begun_at } = plan;
    const values = [act.tenant, id, definition_key, to_version, JSON.stringify(mapping), comment, digest, begun_by, begun_at];
    await this.database.transaction(async (tx) => {
      const added = await tx.query(add, [...values, JSON.stringify(cases)]);
      if (added.length > 0) tx.finishWith(addAudit, auditValues(act));
    });
  }

  async find(tenant: string, id: string): Promise<StoredMigration | undefined> {
    const [head] = await this.database.query<Row<MigrationHead>>(findHead, [tenant, id]);
    return head && { head, rows: await this.database.query<Row<MigrationRow>>(findRows, [tenant, id]) };
  }

  /** The latest twenty of a process. */
  latest(tenant: string, key: string): Promise<MigrationHead[]> {
    return this.database.query<Row<MigrationHead>>(latest, [tenant, key]);
  }

  async put(tenant: string, id: string, results: readonly CaseResult[]): Promise<void> {
    await this.database.query(putResults, [tenant, id, JSON.stringify(results)]);
  }

  async putBack(tenant: string, id: string, results: readonly CaseResult[]): Promise<void> {
    await this.database.query(putReversals, [tenant, id, JSON.stringify(results)]);
  }

  async finish(tenant: string, id: string, at: Date): Promise<void> {
    await this.database.query(finish, [tenant, id, at]);
  }

  /** Nothing more of it is done, unless all of it has been. */
  async stop(id: string, act: AuditAct): Promise<void> {
    await this.database.transaction(async (tx) => {
      const stopped = await tx.query(stop, [act.tenant, id, act.at]);
      if (stopped.length > 0) tx.finishWith(addAudit, auditValues(act));
    });
  }
}
