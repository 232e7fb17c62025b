import { type Database, statement, type Tx } from '#platform';
import type { Deputyship } from './chains.ts';

/** An absence as it is kept. */
export interface AbsenceRow extends Deputyship {
  readonly id: string;
  readonly reason: string | null;
  readonly deputy_name: string;
  readonly person_name: string;
  readonly entered_by: string;
}

/** One that is over, of which its person has not been told yet. */
export interface EndedRow {
  readonly tenant: string;
  readonly id: string;
  readonly person: string;
  readonly firstDay: string;
  readonly lastDay: string;
}

const columns = `a.id, a.person_id AS person, a.deputy_id AS deputy, a.first_day::text AS "firstDay", a.last_day::text AS "lastDay",
  a.definitions, a.reason, a.entered_by`;
const named = `${columns}, p.name AS person_name, d.name AS deputy_name FROM absence a
  JOIN person p ON p.tenant = a.tenant AND p.id = a.person_id JOIN person d ON d.tenant = a.tenant AND d.id = a.deputy_id`;

const ofPerson = statement(
  'absence.of-person',
  `SELECT ${named} WHERE a.tenant = $1 AND a.person_id = $2 ORDER BY a.last_day DESC, a.id LIMIT 100`,
);
const find = statement('absence.find', `SELECT ${named} WHERE a.tenant = $1 AND a.id = $2`);
const ofDeputy = statement(
  'absence.of-deputy',
  `SELECT ${named} WHERE a.tenant = $1 AND a.deputy_id = $2 AND a.last_day >= $3::date ORDER BY a.id`,
);
const during = statement(
  'absence.during',
  `SELECT ${columns} FROM absence a WHERE a.tenant = $1 AND a.last_day >= $2::date AND a.first_day <= $3::date`,
);
/** Two who enter absences at once do so one after the other: no cycle comes about between them. */
const lock = statement('absence.lock', `SELECT pg_advisory_xact_lock(hashtextextended('absence ' || $1, 0))`);
const put = statement(
  'absence.put',
  `INSERT INTO absence (tenant, id, person_id, deputy_id, first_day, last_day, definitions, reason, entered_by, entered_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
   ON CONFLICT (tenant, id) DO UPDATE SET deputy_id = excluded.deputy_id, first_day = excluded.first_day, last_day = excluded.last_day,
     definitions = excluded.definitions, reason = excluded.reason, entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
);
const remove = statement('absence.remove', 'DELETE FROM absence WHERE tenant = $1 AND id = $2');
const shorten = statement('absence.shorten', 'UPDATE absence SET last_day = $3 WHERE tenant = $1 AND id = $2');
const untold = statement(
  'absence.untold',
  `SELECT tenant, id, person_id AS person, first_day::text AS "firstDay", last_day::text AS "lastDay"
   FROM absence WHERE told_at IS NULL AND last_day < $1::date ORDER BY last_day LIMIT 500`,
);
const nextEnd = statement(
  'absence.next-end',
  'SELECT min(last_day)::text AS day FROM absence WHERE told_at IS NULL AND last_day >= $1::date',
);
const told = statement('absence.told', 'UPDATE absence SET told_at = $3 WHERE tenant = $1 AND id = $2 AND told_at IS NULL');
const person = statement(
  'absence.person',
  `SELECT p.disabled_at IS NULL AS active, ARRAY(
     SELECT o.path FROM post_holding h JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id
     WHERE h.tenant = p.tenant AND h.person_id = p.id AND h.valid_from <= $3::date AND (h.valid_to IS NULL OR h.valid_to >= $3::date)
   ) AS paths FROM person p WHERE p.tenant = $1 AND p.id = $2`,
);

export interface AbsenceWrite extends Deputyship {
  readonly id: string;
  readonly reason: string | null;
  readonly enteredBy: string;
  readonly enteredAt: Date;
}

type Row<T> = T & Record<string, unknown>;

/** Who is away when, and who decides in their place. */
export class AbsenceStore {
  constructor(private readonly database: Database) {}

  /** The latest hundred. */
  ofPerson(tenant: string, id: string): Promise<AbsenceRow[]> {
    return this.database.query<Row<AbsenceRow>>(ofPerson, [tenant, id]);
  }

  /** Those that are not over on the day. */
  ofDeputy(tenant: string, id: string, day: string): Promise<AbsenceRow[]> {
    return this.database.query<Row<AbsenceRow>>(ofDeputy, [tenant, id, day]);
  }

  /** Whether somebody is there and may sign in, and where they hold posts on the day. */
  async person(tenant: string, id: string, day: string): Promise<{ readonly active: boolean; readonly paths: string[] } | undefined> {
    const [found] = await this.database.query<{ active: boolean; paths: string[] }>(person, [tenant, id, day]);
    return found;
  }

  /** Nobody else changes the tenant's absences until the work is committed. */
  change<T>(tenant: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      await tx.query(lock, [tenant]);
      return work(tx);
    });
  }

  async find(tx: Tx, tenant: string, id: string): Promise<AbsenceRow | undefined> {
    const [found] = await tx.query<Row<AbsenceRow>>(find, [tenant, id]);
    return found;
  }

  async read(tenant: string, id: string): Promise<AbsenceRow | undefined> {
    return (await this.database.query<Row<AbsenceRow>>(find, [tenant, id]))[0];
  }

  during(tx: Tx, tenant: string, { firstDay, lastDay }: Pick<Deputyship, 'firstDay' | 'lastDay'>) {
    return tx.query<Row<Deputyship & { readonly id: string }>>(during, [tenant, firstDay, lastDay]);
  }

  put(tx: Tx, tenant: string, absence: AbsenceWrite): void {
    const { id, deputy, firstDay, lastDay, definitions, reason, enteredBy, enteredAt } = absence;
    tx.finishWith(put, [tenant, id, absence.person, deputy, firstDay, lastDay, definitions, reason, enteredBy, enteredAt]);
  }

  remove(tx: Tx, tenant: string, id: string): void {
    tx.finishWith(remove, [tenant, id]);
  }

  shorten(tx: Tx, tenant: string, id: string, lastDay: string): void {
    tx.finishWith(shorten, [tenant, id, lastDay]);
  }

  /** Of all tenants, those that were over before the day. */
  untold(day: string): Promise<EndedRow[]> {
    return this.database.query<Row<EndedRow>>(untold, [day]);
  }

  /** Of all tenants, the last day of the one that is over first from the day on. */
  async nextEnd(day: string): Promise<string | null> {
    const [row] = await this.database.query<{ day: string | null }>(nextEnd, [day]);
    return row?.day ?? null;
  }

  async told(tenant: string, id: string, at: Date): Promise<void> {
    await this.database.query(told, [tenant, id, at]);
  }
}
