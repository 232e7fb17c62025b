import type { StaffingFinding, Text } from '#engine';
import { type Database, newId, statement, type Tx } from '#platform';

/** A version that cases begin on, or that cases run on. */
export interface LiveVersion extends Record<string, unknown> {
  readonly key: string;
  readonly version: number;
  readonly is_in_force: boolean;
  /** Whether it came with the software. */
  readonly is_installed: boolean;
  /** Where a step was known to find nobody; null where it has not been looked at. */
  readonly known: readonly string[] | null;
  /** Whose cases run on it, by organisation. */
  readonly live: Readonly<Record<string, readonly string[]>>;
}

export interface LookedAt {
  readonly key: string;
  readonly version: number;
  readonly title: Text;
  /** What is known from now on. */
  readonly known: readonly string[];
  readonly findings: readonly StaffingFinding[];
}

export interface StaffingIncidentRow extends Record<string, unknown> {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly title: Text;
  readonly level: string;
  readonly findings: readonly StaffingFinding[];
  readonly opened_at: Date;
  readonly changed_at: Date;
}

const nights = statement('staffing.nights', 'SELECT tenant, night::text FROM staffing_night');
const takeTurns = statement('staffing.take-turns', 'SELECT pg_advisory_xact_lock(hashtext($1))');
const lastNight = statement('staffing.last-night', 'SELECT night::text FROM staffing_night WHERE tenant = $1');

const liveVersions = statement(
  'staffing.versions',
  `WITH in_force AS (
     SELECT DISTINCT ON (key) key, version FROM definition_version
     WHERE tenant = $1 AND effective_at <= $2 AND retired_at IS NULL ORDER BY key, effective_at DESC, version DESC
   ), live AS (
     SELECT key, version, jsonb_object_agg(organisation_id, applicants) AS places FROM (
       SELECT definition_key AS key, definition_version AS version, organisation_id, jsonb_agg(DISTINCT applicant) AS applicants
       FROM instance WHERE tenant = $1 AND NOT is_finished GROUP BY definition_key, definition_version, organisation_id
     ) i GROUP BY key, version
   )
   SELECT v.key, v.version, f.key IS NOT NULL AS is_in_force, v.published_by IS NULL AS is_installed, k.places AS known,
     coalesce(l.places, '{}') AS live
   FROM definition_version v
     LEFT JOIN in_force f ON f.key = v.key AND f.version = v.version
     LEFT JOIN live l ON l.key = v.key AND l.version = v.version
     LEFT JOIN staffing_known k ON k.tenant = v.tenant AND k.key = v.key AND k.version = v.version
   WHERE v.tenant = $1 AND (f.key IS NOT NULL OR l.key IS NOT NULL) ORDER BY v.key, v.version`,
);

const noteNight = statement(
  'staffing.note-night',
  `INSERT INTO staffing_night (tenant, night, looked_at) VALUES ($1, $2, $3)
   ON CONFLICT (tenant) DO UPDATE SET night = excluded.night, looked_at = excluded.looked_at`,
);

const noteKnown = statement(
  'staffing.note-known',
  `INSERT INTO staffing_known (tenant, key, version, places)
   SELECT $1, n.key, n.version, n.known FROM jsonb_to_recordset($2::jsonb) AS n (key text, version integer, known text[])
   ON CONFLICT (tenant, key, version) DO UPDATE SET places = excluded.places WHERE staffing_known.places <> excluded.places`,
);

const raise = statement(
  'staffing.raise',
  `INSERT INTO staffing_incident (tenant, id, key, version, findings, opened_at, changed_at)
   SELECT $1, n.id, n.key, n.version, n.findings, $3, $3
   FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, key text, version integer, findings jsonb)
   ON CONFLICT (tenant, key, version) WHERE closed_at IS NULL
     DO UPDATE SET findings = excluded.findings, changed_at = excluded.changed_at WHERE staffing_incident.findings <> excluded.findings
   RETURNING id`,
);

const close = statement(
  'staffing.close',
  `UPDATE staffing_incident SET closed_at = $3
   WHERE tenant = $1 AND closed_at IS NULL AND NOT EXISTS (
     SELECT FROM jsonb_to_recordset($2::jsonb) AS n (key text, version integer)
     WHERE n.key = staffing_incident.key AND n.version = staffing_incident.version)`,
);

const tell = statement(
  'staffing.tell',
  `INSERT INTO outbox (tenant, job, payload, created_at)
   SELECT $1, 'notice.send', m, $3 FROM jsonb_array_elements($2::jsonb) AS m`,
);

const open = statement(
  'staffing.open',
  `SELECT n.id, n.key, n.version, v.document -> 'title' AS title, v.document ->> 'subject' AS level, n.findings, n.opened_at, n.changed_at
   FROM staffing_incident n JOIN definition_version v ON v.tenant = n.tenant AND v.key = n.key AND v.version = n.version
   WHERE n.tenant = $1 AND n.closed_at IS NULL ORDER BY n.opened_at, n.key, n.version`,
);

/** What was found night by night of who would be asked. */
export class NightlyStore {
  constructor(private readonly database: Database) {}

  /** The night each tenant was looked at last. */
  async nights(): Promise<Map<string, string>> {
    const rows = await this.database.query<{ tenant: string; night: string }>(nights, []);
    return new Map(rows.map(({ tenant, night }) => [tenant, night]));
  }

  liveVersions(tenant: string, now: Date): Promise<LiveVersion[]> {
    return this.database.query<LiveVersion>(liveVersions, [tenant, now]);
  }

  /** Oldest first. */
  open(tenant: string): Promise<StaffingIncidentRow[]> {
    return this.database.query<StaffingIncidentRow>(open, [tenant]);
  }

  /**
   * Everything of a night at once, unless another was quicker.
   * @param messageOf what is told of an incident that was not there
   * @returns whether it was written
   */
  write(
    { tenant, night, now }: { readonly tenant: string; readonly night: string; readonly now: Date },
    looked: readonly LookedAt[],
    messageOf: (id: string, looked: LookedAt) => unknown,
  ): Promise<boolean> {
    const news = looked.filter(({ findings }) => findings.length > 0).map((one) => ({ id: newId(), ...one }));
    const broken = JSON.stringify(news.map(({ id, key, version, findings }) => ({ id, key, version, findings })));
    const known = JSON.stringify(looked.map(({ key, version, known: places }) => ({ key, version, known: places })));
    return this.database.transaction(async (tx: Tx) => {
      await tx.query(takeTurns, [`staffing ${tenant}`]);
      const [last] = await tx.query<{ night: string }>(lastNight, [tenant]);
      if (last?.night === night) return false;
      await tx.query(noteKnown, [tenant, known]);
      await tx.query(close, [tenant, broken, now]);
      const raised = new Set((await tx.query<{ id: string }>(raise, [tenant, broken, now])).map(({ id }) => id));
      // One that was open keeps its id, so that only those are told of that were not.
      const messages = news.filter(({ id }) => raised.has(id)).map((one) => messageOf(one.id, one));
      if (messages.length > 0) await tx.query(tell, [tenant, JSON.stringify(messages), now]);
      tx.finishWith(noteNight, [tenant, night, now]);
      return true;
    });
  }
}
