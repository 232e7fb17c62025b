import type { Caller } from '#directory';
import type { Text } from '#engine';
import { type Clock, type Database, type Refusal, statement } from '#platform';
import { everyProcess, type PublicationStore } from './publication.store.ts';
import type { Workflows } from './workflows.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whether cases begin on it; will; did once, before another came; or are not to any more. */
export type VersionState = 'in-force' | 'upcoming' | 'former' | 'retired';

/** A version as lists show it. Times are ISO 8601. */
export interface VersionSummary {
  readonly key: string;
  readonly title: Text;
  readonly version: number;
  readonly state: VersionState;
  readonly contentHash: string;
  readonly publishedAt: string;
  /** Nobody where it came with the software. */
  readonly publishedBy?: Named;
  readonly confirmedBy?: Named;
  readonly note?: string;
  readonly effectiveAt: string;
  readonly retired?: { readonly at: string; readonly by: Named; readonly note: string };
}

export interface ProcessVersions {
  readonly key: string;
  readonly title: Text;
  readonly isSecondNeeded: boolean;
  /** The newest first. */
  readonly items: readonly (VersionSummary & { readonly running: number })[];
}

/** Where publishing takes two; without a key, everywhere. `waivedBy` wants to do without, and waits for another. */
export interface SecondPerson {
  readonly key?: string;
  readonly by: Named;
  readonly at: string;
  readonly waivedBy?: Named;
}

interface VersionRow extends Record<string, unknown> {
  readonly key: string;
  readonly title: Text;
  readonly version: number;
  readonly content_hash: string;
  readonly published_at: Date;
  readonly published_by: string | null;
  readonly publisher: string | null;
  readonly confirmed_by: string | null;
  readonly confirmer: string | null;
  readonly note: string | null;
  readonly effective_at: Date;
  readonly retired_at: Date | null;
  readonly retired_by: string | null;
  readonly retirer: string | null;
  readonly retirement_note: string | null;
}

const list = statement(
  'definition.versions',
  `SELECT v.key, v.document -> 'title' AS title, v.version, v.content_hash, v.published_at, v.published_by, p.name AS publisher,
     v.confirmed_by, c.name AS confirmer, v.note, v.effective_at, v.retired_at, v.retired_by, r.name AS retirer, v.retirement_note
   FROM definition_version v
     LEFT JOIN person p ON p.tenant = v.tenant AND p.id = v.published_by
     LEFT JOIN person c ON c.tenant = v.tenant AND c.id = v.confirmed_by
     LEFT JOIN person r ON r.tenant = v.tenant AND r.id = v.retired_by
   WHERE v.tenant = $1 AND ($2::text IS NULL OR v.key = $2) ORDER BY v.key, v.version DESC`,
);

const running = statement(
  'instance.running',
  `SELECT definition_version AS version, count(*)::int AS count FROM instance
   WHERE tenant = $1 AND definition_key = $2 AND NOT is_finished GROUP BY definition_version`,
);

export interface VersionsParts {
  readonly database: Database;
  readonly store: PublicationStore;
  readonly workflows: Workflows;
  readonly clock: Clock;
}

/** The published versions of processes, and what becomes of them afterwards. */
export class Versions {
  constructor(private readonly parts: VersionsParts) {}

  /** Every version of every process, by process and the newest first. */
  async all({ tenant }: Caller): Promise<VersionSummary[]> {
    return this.summaries(tenant, null);
  }

  async of({ tenant }: Caller, key: string): Promise<ProcessVersions | undefined> {
    const { database, store } = this.parts;
    const [items, counts, isSecondNeeded] = await Promise.all([
      this.summaries(tenant, key),
      database.query<{ version: number; count: number }>(running, [tenant, key]),
      store.isSecondNeeded(tenant, key),
    ]);
    const newest = items[0];
    if (newest === undefined) return undefined;
    const of = new Map(counts.map(({ version, count }) => [version, count]));
    const { title } = items.find(({ state }) => state === 'in-force') ?? newest;
    return { key, title, isSecondNeeded, items: items.map((item) => ({ ...item, running: of.get(item.version) ?? 0 })) };
  }

  /** No case begins on it any more, or without a number on none of the process; those that run go on. */
  async retire(
    caller: Caller,
    key: string,
    { version, note }: { version?: number | undefined; note: string },
  ): Promise<Refusal | undefined> {
    const { store, workflows } = this.parts;
    const retired = await store.retire(this.hand(caller), key, version ?? null, note);
    workflows.forget(caller.tenant, key);
    if (retired.length > 0) return undefined;
    const missing = await this.missing(caller, key, version);
    return missing ?? { kind: 'refused', code: 'definition.retired-already' };
  }

  /** It counts again from the day it came into force. */
  async restore(caller: Caller, key: string, version: number, note: string): Promise<Refusal | undefined> {
    const { store, workflows } = this.parts;
    const isRestored = await store.restore(this.hand(caller), key, version, note);
    workflows.forget(caller.tenant, key);
    if (isRestored) return undefined;
    return (await this.missing(caller, key, version)) ?? { kind: 'refused', code: 'definition.not-retired' };
  }

  async secondPersons({ tenant }: Caller): Promise<SecondPerson[]> {
    const rows = await this.parts.store.secondPersons(tenant);
    return rows.map((row) => ({
      ...(row.key !== everyProcess && { key: row.key }),
      by: { id: row.required_by, name: row.required_by_name },
      at: row.required_at.toISOString(),
      ...(row.waived_by !== null && { waivedBy: { id: row.waived_by, name: row.waived_by_name ?? '' } }),
    }));
  }

  /** Whether publishing is to take two, of one process or of all. To do without any more takes two as well. */
  async setSecondPerson(caller: Caller, key: string | undefined, isRequired: boolean): Promise<void> {
    const { store } = this.parts;
    const by = this.hand(caller);
    await (isRequired ? store.requireSecond(by, key ?? everyProcess) : store.waiveSecond(by, key ?? everyProcess));
  }

  private hand({ tenant, person }: Caller) {
    return { tenant, person, at: this.parts.clock.now() };
  }

  private async missing({ tenant }: Caller, key: string, version: number | undefined): Promise<Refusal | undefined> {
    const rows = await this.summaries(tenant, key);
    if (rows.length === 0) return { kind: 'refused', code: 'definition.unknown', params: { definition: key } };
    if (version === undefined || rows.some((row) => row.version === version)) return undefined;
    return { kind: 'refused', code: 'definition.version-unknown', params: { definition: key, version } };
  }

  private async summaries(tenant: string, key: string | null): Promise<VersionSummary[]> {
    const rows = await this.parts.database.query<VersionRow>(list, [tenant, key]);
    const now = this.parts.clock.now();
    const inForce = new Map(
      rows.map((row) => [
        row.key,
        versionInForce(
          rows.filter((other) => other.key === row.key),
          now,
        ),
      ]),
    );
    return rows.map((row) => summaryOf(row, stateOf(row, inForce.get(row.key), now)));
  }
}

/** Of those that have come into force and are not retired, the one that came last; of two that came together, the newer. */
const versionInForce = (rows: readonly VersionRow[], now: Date): number | undefined =>
  rows
    .filter(({ retired_at: retiredAt, effective_at: effectiveAt }) => retiredAt === null && effectiveAt <= now)
    .toSorted((one, other) => other.effective_at.getTime() - one.effective_at.getTime() || other.version - one.version)[0]?.version;

function stateOf(
  { version, retired_at: retiredAt, effective_at: effectiveAt }: VersionRow,
  inForce: number | undefined,
  now: Date,
): VersionState {
  if (retiredAt !== null) return 'retired';
  if (version === inForce) return 'in-force';
  return effectiveAt > now ? 'upcoming' : 'former';
}

const named = (id: string | null, name: string | null): Named | undefined => (id === null ? undefined : { id, name: name ?? '' });

function summaryOf(row: VersionRow, state: VersionState): VersionSummary {
  const publishedBy = named(row.published_by, row.publisher);
  const confirmedBy = named(row.confirmed_by, row.confirmer);
  const retiredBy = named(row.retired_by, row.retirer);
  return {
    key: row.key,
    title: row.title,
    version: row.version,
    state,
    contentHash: row.content_hash,
    publishedAt: row.published_at.toISOString(),
    ...(publishedBy && { publishedBy }),
    ...(confirmedBy && { confirmedBy }),
    ...(row.note !== null && { note: row.note }),
    effectiveAt: row.effective_at.toISOString(),
    ...(row.retired_at !== null &&
      retiredBy && { retired: { at: row.retired_at.toISOString(), by: retiredBy, note: row.retirement_note ?? '' } }),
  };
}
