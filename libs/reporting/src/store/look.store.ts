import { type Database, statement } from '#platform';
import type { MessageWrite } from './ledger.store.ts';

export interface SchoolToLookAt {
  readonly tenant: string;
  readonly school_id: string;
  readonly look_at: Date;
}

/** What a look came to. */
export interface LookWrite {
  readonly school_id: string;
  /** That of the participation when it was read. */
  readonly version: number;
  readonly look_at: string;
  readonly notices: readonly NoticeWrite[];
}

export interface NoticeWrite {
  readonly report: string;
  readonly period: string;
  readonly rung: string;
  readonly message: MessageWrite;
}

const findDue = statement(
  'report.due-looks',
  `SELECT tenant, school_id, look_at FROM participation
   WHERE look_at <= $1 AND (look_at, tenant, school_id) > ($2::timestamptz, $3, $4::uuid) ORDER BY look_at, tenant, school_id LIMIT $5`,
);

const findNext = statement('report.next-look', 'SELECT min(look_at) AS look_at FROM participation WHERE look_at > $1');

// A notice goes out with the row that says it did: whoever comes second finds the row and sends nothing. The ledgers are
// held, so that either a report was filed before and nothing is said of it, or it is filed after. Where a ledger was
// written to since it was read, what was done may rest on an old view of it: then the school is looked at again.
const settle = statement(
  'report.settle-looks',
  `WITH seen AS (
     SELECT * FROM jsonb_to_recordset($3::jsonb) AS s (school_id uuid, version integer, look_at timestamptz)
   ), held AS (
     SELECT p.school_id, seen.look_at FROM participation p JOIN seen ON seen.school_id = p.school_id
     WHERE p.tenant = $1 AND p.version = seen.version ORDER BY p.school_id FOR NO KEY UPDATE OF p
   ), wanted AS (
     SELECT n.* FROM jsonb_to_recordset($2::jsonb) AS n (school_id uuid, report text, period text, rung text, message jsonb)
     JOIN held USING (school_id)
   ), notice AS (
     INSERT INTO report_notice (tenant, school_id, report, period, rung, sent_at)
     SELECT $1, school_id, report, period, rung, $4 FROM wanted
     ON CONFLICT DO NOTHING RETURNING school_id, report, period, rung
   ), message AS (
     INSERT INTO outbox (tenant, job, payload, created_at)
     SELECT $1, 'notice.send', wanted.message, $4 FROM wanted JOIN notice USING (school_id, report, period, rung)
   )
   UPDATE participation p SET look_at = coalesce(held.look_at, least(p.look_at, $4))
   FROM seen LEFT JOIN held USING (school_id)
   WHERE p.tenant = $1 AND p.school_id = seen.school_id`,
);

const registerCase = statement(
  'report.register-case',
  `INSERT INTO standing_case (tenant, school_id, number, instance_id, opened_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
);

/** Who has to be looked at when, and what was done about it. */
export class LookStore {
  constructor(private readonly database: Database) {}

  /** Schools to be looked at by now, those that waited longest first. */
  due(now: Date, after: SchoolToLookAt | undefined, limit: number): Promise<SchoolToLookAt[]> {
    const { look_at, tenant, school_id } = after ?? beginning;
    return this.database.query(findDue, [now, look_at, tenant, school_id, limit]);
  }

  async next(now: Date): Promise<Date | undefined> {
    const [row] = await this.database.query<{ look_at: Date | null }>(findNext, [now]);
    return row?.look_at ?? undefined;
  }

  /** Writes what the looks came to. Done by several at once, each notice goes out once. */
  settle(tenant: string, looks: readonly LookWrite[], now: Date): Promise<void> {
    const inOrder = [...looks].sort((one, other) => (one.school_id < other.school_id ? -1 : 1));
    const notices = inOrder.flatMap(({ school_id, notices: own }) => own.map((notice) => ({ school_id, ...notice })));
    const seen = inOrder.map(({ school_id, version, look_at }) => ({ school_id, version, look_at }));
    return this.database.transaction(async (tx) => tx.finishWith(settle, [tenant, JSON.stringify(notices), JSON.stringify(seen), now]));
  }

  async registerCase(tenant: string, school: string, opened: { number: number; instance: string; at: Date }): Promise<void> {
    await this.database.query(registerCase, [tenant, school, opened.number, opened.instance, opened.at]);
  }
}

const beginning = { look_at: '-infinity', tenant: '', school_id: '00000000-0000-0000-0000-000000000000' };
