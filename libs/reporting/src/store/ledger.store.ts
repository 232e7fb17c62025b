import type { Fields } from '#engine';
import { type Database, statement, type Tx } from '#platform';
import type { EntryKind } from '../obligation/entry.ts';
import type { Suspension } from '../participation.ts';

/** What an entry may be about besides an obligation: the school itself. */
export type SchoolEntryKind = 'joined' | 'violation';

export interface ParticipationRow {
  readonly school_id: string;
  readonly scheme: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly suspensions: readonly Suspension[];
  readonly version: number;
  readonly look_at: Date;
}

export interface EntryRow {
  readonly school_id: string;
  readonly id: string;
  readonly report: string | null;
  readonly period: string | null;
  readonly kind: EntryKind | SchoolEntryKind;
  readonly at: Date;
  readonly grace: Date | null;
  readonly detail: string | null;
}

/** An entry with who made it and why; for people to read. */
export interface TracedRow extends EntryRow {
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly reason: string | null;
}

export interface EntryWrite {
  readonly id: string;
  readonly report: string | null;
  readonly period: string | null;
  readonly kind: EntryKind | SchoolEntryKind;
  readonly at: Date;
  readonly person: string | null;
  readonly reason: string | null;
  readonly grace: Date | null;
  readonly detail: string | null;
  readonly fields: Fields | null;
}

/** A message that goes out with what is written, as the job `notice.send` carries it. */
export interface MessageWrite {
  readonly instance: null;
  /** Assignee keys. */
  readonly to: readonly string[];
  readonly text: { readonly zh: string; readonly en: string };
  readonly cause: string;
  readonly kind: 'message' | 'reminder';
}

/** Names an obligation. */
interface ObligationRow {
  readonly school: string;
  readonly report: string;
  readonly period: string;
}

const participationColumns = `p.school_id, p.scheme, p.valid_from::text, p.valid_to::text, p.suspensions, p.version, p.look_at`;
const entryColumns = 'e.school_id, e.id, e.report, e.period, e.kind, e.at, e.grace, e.detail';

const lockParticipation = statement(
  'report.lock-participation',
  `SELECT ${participationColumns} FROM participation p WHERE p.tenant = $1 AND p.school_id = $2 FOR UPDATE`,
);

const readParticipations = statement(
  'report.participations',
  `SELECT ${participationColumns} FROM participation p WHERE p.tenant = $1 AND p.school_id = ANY($2::uuid[])`,
);

const readEntries = statement(
  'report.entries',
  `SELECT ${entryColumns} FROM report_entry e WHERE e.tenant = $1 AND e.school_id = ANY($2::uuid[])`,
);

const readEntriesOfPeriods = statement(
  'report.entries-of-periods',
  `SELECT ${entryColumns} FROM report_entry e
   WHERE e.tenant = $1 AND e.school_id = ANY($2::uuid[]) AND e.report = $3 AND e.period = ANY($4::text[])`,
);

const readTrace = statement(
  'report.trace',
  `SELECT ${entryColumns}, e.reason, e.person_id, person.name AS person_name
   FROM report_entry e LEFT JOIN person ON person.tenant = e.tenant AND person.id = e.person_id
   WHERE e.tenant = $1 AND e.school_id = $2 AND e.report = $3 AND e.period = $4 ORDER BY e.at, e.id`,
);

const readContent = statement(
  'report.content',
  `SELECT fields FROM report_entry
   WHERE tenant = $1 AND school_id = $2 AND report = $3 AND period = $4 AND fields IS NOT NULL ORDER BY at DESC, id DESC LIMIT 1`,
);

const readContentBefore = statement(
  'report.content-before',
  `SELECT fields FROM report_entry
   WHERE tenant = $1 AND school_id = $2 AND report = $3 AND period < $4 AND kind = 'submitted'
   ORDER BY period DESC, at DESC, id DESC LIMIT 1`,
);

// One statement for all that a command puts down: the entry, that the school has to be looked at, and what goes out.
const append = statement(
  'report.append',
  `WITH entry AS (
     INSERT INTO report_entry (tenant, school_id, id, report, period, kind, at, person_id, reason, grace, detail, fields)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
   ), message AS (
     INSERT INTO outbox (tenant, job, payload, created_at)
     SELECT $1, 'notice.send', payload, $7 FROM jsonb_array_elements($13::jsonb) AS payload
   )
   UPDATE participation SET version = version + 1, look_at = $7 WHERE tenant = $1 AND school_id = $2`,
);

const putParticipation = statement(
  'report.put-participation',
  `WITH entry AS (
     INSERT INTO report_entry (tenant, school_id, id, kind, at, person_id, reason, fields)
     VALUES ($1, $2, $3, 'joined', $4, $5, $6, jsonb_build_object('scheme', $7::text, 'from', $8::text, 'to', $9::text, 'suspensions', $10::jsonb))
   )
   INSERT INTO participation (tenant, school_id, scheme, valid_from, valid_to, suspensions, look_at)
   VALUES ($1, $2, $7, $8::date, $9::date, $10::jsonb, $4)
   ON CONFLICT (tenant, school_id) DO UPDATE SET
     scheme = excluded.scheme, valid_from = excluded.valid_from, valid_to = excluded.valid_to, suspensions = excluded.suspensions,
     version = participation.version + 1, look_at = excluded.look_at`,
);

/** Participations and the ledger of reports. Entries are only ever added. */
export class LedgerStore {
  constructor(private readonly database: Database) {}

  /** Holds the school's ledger until the transaction ends: whoever writes to it reads it first. */
  async lock(tx: Tx, tenant: string, school: string): Promise<{ participation: ParticipationRow; entries: EntryRow[] } | undefined> {
    const [[participation], entries] = await Promise.all([
      tx.query<ParticipationRow>(lockParticipation, [tenant, school]),
      tx.query<EntryRow>(readEntries, [tenant, [school]]),
    ]);
    return participation && { participation, entries };
  }

  append(tx: Tx, at: { readonly tenant: string; readonly school: string }, entry: EntryWrite, messages: readonly MessageWrite[]): void {
    const { id, report, period, kind, person, reason, grace, detail, fields } = entry;
    const values = [id, report, period, kind, entry.at, person, reason, grace, detail, fields, JSON.stringify(messages)];
    tx.finishWith(append, [at.tenant, at.school, ...values]);
  }

  participations(tenant: string, schools: readonly string[]): Promise<ParticipationRow[]> {
    return this.database.query(readParticipations, [tenant, schools]);
  }

  entries(tenant: string, schools: readonly string[]): Promise<EntryRow[]> {
    return this.database.query(readEntries, [tenant, schools]);
  }

  entriesOfPeriods(tenant: string, schools: readonly string[], report: string, periods: readonly string[]): Promise<EntryRow[]> {
    return this.database.query(readEntriesOfPeriods, [tenant, schools, report, periods]);
  }

  trace(tenant: string, { school, report, period }: ObligationRow): Promise<TracedRow[]> {
    return this.database.query(readTrace, [tenant, school, report, period]);
  }

  /** The report as it was saved or filed last. */
  async content(on: Pick<Tx, 'query'>, tenant: string, { school, report, period }: ObligationRow): Promise<Fields | undefined> {
    const [row] = await on.query<{ fields: Fields }>(readContent, [tenant, school, report, period]);
    return row?.fields;
  }

  /** The report filed for the latest period before this one. */
  async contentBefore(on: Pick<Tx, 'query'>, tenant: string, { school, report, period }: ObligationRow): Promise<Fields | undefined> {
    const [row] = await on.query<{ fields: Fields }>(readContentBefore, [tenant, school, report, period]);
    return row?.fields;
  }

  async putParticipation(tenant: string, school: string, write: ParticipationWrite): Promise<void> {
    const { id, at, person, reason, scheme, from, to, suspensions } = write;
    await this.database.query(putParticipation, [tenant, school, id, at, person, reason, scheme, from, to, JSON.stringify(suspensions)]);
  }
}

export interface ParticipationWrite {
  readonly id: string;
  readonly at: Date;
  readonly person: string | null;
  readonly reason: string | null;
  readonly scheme: string;
  readonly from: string;
  readonly to: string | null;
  readonly suspensions: readonly Suspension[];
}
