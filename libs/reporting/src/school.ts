import type { EntryKind } from './obligation/entry.ts';
import { type LedgerEntry, ledgerOf, type Reporter } from './obligation/obligations.ts';
import type { Participation } from './participation.ts';
import type { Scheme } from './scheme.ts';
import { type Violation, type ViolationKind, violationKinds } from './standing/standing.ts';
import type { EntryRow, ParticipationRow } from './store/ledger.store.ts';

/** A school as its rows tell of it. */
export interface School extends Reporter {
  readonly id: string;
  readonly version: number;
  readonly violations: readonly Violation[];
}

/** @throws Error when the participation names a scheme that this installation does not have. */
export function schoolOf(schemes: ReadonlyMap<string, Scheme>, row: ParticipationRow, entries: readonly EntryRow[]): School {
  const scheme = schemes.get(row.scheme);
  if (scheme === undefined) throw new Error(`there is no scheme ${row.scheme}`);
  return {
    id: row.school_id,
    version: row.version,
    scheme,
    participation: participationOf(row),
    ledger: ledgerOf(entries.flatMap(ledgerEntryOf)),
    violations: entries.flatMap(violationOf),
  };
}

export const participationOf = (row: ParticipationRow): Participation => ({
  scheme: row.scheme,
  from: row.valid_from,
  to: row.valid_to ?? undefined,
  suspensions: row.suspensions,
});

function ledgerEntryOf({ id, report, period, kind, at, grace }: EntryRow): LedgerEntry[] {
  if (report === null || period === null) return [];
  const entry = { id, report, period, kind: kind as EntryKind, at: at.toISOString() };
  return [grace === null ? entry : { ...entry, grace: grace.toISOString() }];
}

function violationOf({ id, kind, at, detail }: EntryRow): Violation[] {
  const found = violationKinds.find((violation): violation is ViolationKind => violation === detail);
  return kind === 'violation' && found !== undefined ? [{ id, at: at.toISOString(), kind: found }] : [];
}
