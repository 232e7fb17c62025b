import { workingCalendar } from '#calendar';
import { type LedgerEntry, ledgerOf, obligationsOf, PeriodBook, type Scheme, standingOf } from '#reporting';
import { officialCalendar } from '../../config/pilot.ts';
import { anhuiReports } from '../../config/policies/report-schemes.ts';
import type { Outcome } from './figures.ts';
import { median } from './statistics.ts';

const schools = 2000;
const rounds = 5;
const years = { from: '2021-01-01', to: '2025-12-31' };
const now = '2026-01-01T00:00:00.000Z';
const day = 86_400_000;

/**
 * The standing of 2,000 schools over five years of fortnightly and monthly reports, from the rows of their ledgers. One
 * report in twenty is missed, some are late, excused or appealed against; the choice is the same every time.
 */
export function measureStandings(): Pick<Outcome, 'figures' | 'faults'> {
  const book = new PeriodBook(workingCalendar(officialCalendar));
  const ledgers = Array.from({ length: schools }, (_, school) => ledgerRows(anhuiReports, book, chanceOf(school)));
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    const flagged = ledgers.filter((rows) => isFlagged(book, rows)).length;
    return { flagged, milliseconds: performance.now() - began };
  });
  const entries = ledgers.reduce((total, rows) => total + rows.length, 0);
  return {
    figures: [
      {
        name: `the standing of ${schools.toLocaleString('en')} schools × 5 years, from ${entries.toLocaleString('en')} entries`,
        concurrency: null,
        value: median(times.map(({ milliseconds }) => milliseconds)),
        unit: 'ms',
        floor: null,
        ratio: null,
        target: null,
        better: 'lower',
      },
    ],
    faults: new Set(times.map(({ flagged }) => flagged)).size === 1 && times[0]?.flagged ? [] : ['the standings do not come out alike'],
  };
}

function isFlagged(book: PeriodBook, rows: readonly LedgerEntry[]): boolean {
  const participation = { scheme: anhuiReports.key, from: years.from, suspensions: [] };
  const obligations = obligationsOf({ scheme: anhuiReports, participation, ledger: ledgerOf(rows) }, book, { ...years, now });
  return standingOf({ scheme: anhuiReports, obligations, violations: [] }).causes.length > 0;
}

function ledgerRows(scheme: Scheme, book: PeriodBook, chance: () => number): LedgerEntry[] {
  return scheme.reports.flatMap((rule) =>
    book.between(rule, years.from, years.to).flatMap(({ key, due }, place): LedgerEntry[] => {
      const entry = (kind: LedgerEntry['kind'], days: number): LedgerEntry => {
        const at = new Date(Date.parse(due) + days * day).toISOString();
        return { id: `${place}-${kind}-${days}`, report: rule.report, period: key, kind, at };
      };
      const fate = chance();
      if (fate < 0.05) return [];
      if (fate < 0.06) return [entry('exempted', 3)];
      if (fate < 0.07) return [entry('appealed', 3), entry('appeal-accepted', 6)];
      if (fate < 0.1) return [entry('saved', -2), entry('submitted', 4)];
      return [entry('saved', -3), entry('submitted', -1), entry('accepted', 2)];
    }),
  );
}

/** Numbers from 0 to 1 that are the same in every run (a linear congruence, as in Numerical Recipes). */
function chanceOf(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) % 4_294_967_296;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
