import { addAudit, auditValues, type Database, newId, statement, type Tx } from '#platform';

/** A day as an administrator says it is. */
export interface CorrectionRow {
  /** Such as `2024-04-05`. */
  readonly date: string;
  readonly name: string;
  readonly isOffDay: boolean;
  /** The document that says so. */
  readonly source: string;
}

export interface NamedCorrectionRow extends CorrectionRow {
  readonly by: string;
  readonly at: Date;
}

export interface ChangeRow {
  readonly kind: 'corrected' | 'restored' | 'imported';
  readonly year: number;
  readonly before: readonly CorrectionRow[];
  readonly after: readonly CorrectionRow[];
}

export interface NamedChangeRow extends ChangeRow {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

export interface ImportedYearRow {
  readonly year: number;
  readonly source: string;
}

const correction = `d.date::text, d.name, d.is_off_day AS "isOffDay", d.source`;
const inYear = `d.date >= make_date($2, 1, 1) AND d.date <= make_date($2, 12, 31)`;

const revisions = statement('calendar.revisions', 'SELECT tenant, revision::text FROM calendar_revision');
const corrections = statement('calendar.corrections', `SELECT ${correction} FROM calendar_day d WHERE d.tenant = $1 ORDER BY d.date`);
const years = statement('calendar.years', 'SELECT year, source FROM calendar_year WHERE tenant = $1 ORDER BY year');
const ofYear = statement(
  'calendar.of-year',
  `SELECT ${correction}, p.name AS by, d.corrected_at AS at
   FROM calendar_day d JOIN person p ON p.tenant = d.tenant AND p.id = d.corrected_by
   WHERE d.tenant = $1 AND ${inYear} ORDER BY d.date`,
);
const changes = statement(
  'calendar.changes',
  `SELECT c.id, c.kind, c.year, c.before, c.after, p.name AS by, c.at
   FROM calendar_change c JOIN person p ON p.tenant = c.tenant AND p.id = c.person_id
   WHERE c.tenant = $1 AND c.year = $2 ORDER BY c.id DESC LIMIT 100`,
);
/** Two who change the calendar at once do so one after the other: what was before is then what it says. */
const lock = statement('calendar.lock', `SELECT pg_advisory_xact_lock(hashtextextended('calendar ' || $1, 0))`);
const removeDay = statement(
  'calendar.remove-day',
  `DELETE FROM calendar_day d WHERE d.tenant = $1 AND d.date = $2::date RETURNING ${correction}`,
);
const removeYear = statement(
  'calendar.remove-year',
  `DELETE FROM calendar_day d WHERE d.tenant = $1 AND ${inYear} RETURNING ${correction}`,
);
const insertDays = statement(
  'calendar.insert-days',
  `INSERT INTO calendar_day (tenant, date, name, is_off_day, source, corrected_by, corrected_at)
   SELECT $1, day.date, day.name, day."isOffDay", day.source, $3, $4
   FROM jsonb_to_recordset($2::jsonb) AS day (date date, name text, "isOffDay" boolean, source text)`,
);
const markYear = statement(
  'calendar.mark-year',
  `INSERT INTO calendar_year (tenant, year, source, imported_by, imported_at) VALUES ($1, $2, $3, $4, $5)
   ON CONFLICT (tenant, year) DO UPDATE SET source = excluded.source, imported_by = excluded.imported_by, imported_at = excluded.imported_at`,
);
const insertChange = statement(
  'calendar.insert-change',
  'INSERT INTO calendar_change (tenant, id, year, kind, before, after, person_id, at) VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8)',
);
const countAcross = statement(
  'calendar.due-across',
  `SELECT count(*)::integer AS count FROM task t
   WHERE t.tenant = $1 AND t.status = 'open' AND t.due_at >= (SELECT min(day) FROM unnest($2::date[]) AS day)::timestamp AT TIME ZONE 'Asia/Shanghai'
   AND EXISTS (
     SELECT FROM unnest($2::date[]) AS day
     WHERE t.opened_at < (day + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND t.due_at >= day::timestamp AT TIME ZONE 'Asia/Shanghai')`,
);
const countIn = statement(
  'calendar.due-in',
  `SELECT count(*)::integer AS count FROM task t
   WHERE t.tenant = $1 AND t.status = 'open' AND t.due_at >= make_date($2, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
     AND t.due_at < make_date($2 + 1, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai'`,
);

const countByYear = statement(
  'calendar.due-by-year',
  `SELECT extract(year FROM t.due_at AT TIME ZONE 'Asia/Shanghai')::integer AS year, count(*)::integer AS count FROM task t
   WHERE t.tenant = $1 AND t.status = 'open' AND t.due_at IS NOT NULL GROUP BY 1`,
);

/** Who changes the calendar, and when. */
export interface Author {
  readonly tenant: string;
  readonly person: string;
  readonly at: Date;
}

/** An administrator's corrections of the official calendar, and the record of them. */
export class CalendarStore {
  constructor(private readonly database: Database) {}

  /** The tenants that ever corrected anything. */
  revisions(): Promise<{ tenant: string; revision: string }[]> {
    return this.database.query(revisions, []);
  }

  corrections(tenant: string): Promise<CorrectionRow[]> {
    return this.database.query<CorrectionRow & Record<string, unknown>>(corrections, [tenant]);
  }

  importedYears(tenant: string): Promise<ImportedYearRow[]> {
    return this.database.query<ImportedYearRow & Record<string, unknown>>(years, [tenant]);
  }

  correctionsOf(tenant: string, year: number): Promise<NamedCorrectionRow[]> {
    return this.database.query<NamedCorrectionRow & Record<string, unknown>>(ofYear, [tenant, year]);
  }

  /** The latest hundred, the latest first. */
  changesOf(tenant: string, year: number): Promise<NamedChangeRow[]> {
    return this.database.query<NamedChangeRow & Record<string, unknown>>(changes, [tenant, year]);
  }

  /** Open tasks that were opened before the end of one of the days and are due on it or later. */
  async openDueAcross(tenant: string, days: readonly string[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(countAcross, [tenant, days]);
    return row?.count ?? 0;
  }

  async openDueIn(tenant: string, year: number): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(countIn, [tenant, year]);
    return row?.count ?? 0;
  }

  /** Open tasks by the year they are due in. */
  async openDueByYear(tenant: string): Promise<Map<number, number>> {
    const found = await this.database.query<{ year: number; count: number }>(countByYear, [tenant]);
    return new Map(found.map(({ year, count }) => [year, count]));
  }

  /** Nobody else changes the tenant's calendar until the work is committed. */
  change<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await tx.query(lock, [tenant]);
      return work(tx);
    });
  }

  remove(tx: Tx, tenant: string, date: string): Promise<CorrectionRow[]> {
    return tx.query<CorrectionRow & Record<string, unknown>>(removeDay, [tenant, date]);
  }

  removeYear(tx: Tx, tenant: string, year: number): Promise<CorrectionRow[]> {
    return tx.query<CorrectionRow & Record<string, unknown>>(removeYear, [tenant, year]);
  }

  async insert(tx: Tx, { tenant, person, at }: Author, days: readonly CorrectionRow[]): Promise<void> {
    if (days.length > 0) await tx.query(insertDays, [tenant, JSON.stringify(days), person, at]);
  }

  async markYear(tx: Tx, { tenant, person, at }: Author, { year, source }: ImportedYearRow): Promise<void> {
    await tx.query(markYear, [tenant, year, source, person, at]);
  }

  async record(tx: Tx, { tenant, person, at }: Author, { kind, year, before, after }: ChangeRow): Promise<void> {
    await tx.query(insertChange, [tenant, newId(), year, kind, JSON.stringify(before), JSON.stringify(after), person, at]);
    const subject = { kind: 'calendar', id: String(year) };
    await tx.query(addAudit, auditValues({ tenant, person, at, act: `calendar.${kind}`, subject, before, after }));
  }
}
