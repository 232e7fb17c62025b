import type { Instant, Period } from '#calendar';
import { isWithin, type Participation } from '../participation.ts';
import type { Report, ReportRule, Scheme } from '../scheme.ts';
import type { Entry } from './entry.ts';
import { type Life, lifeOf } from './life.ts';
import type { PeriodBook } from './period-book.ts';

/** A report that a school owes for a period, and what has become of it. */
export interface Obligation {
  readonly report: Report;
  readonly period: Period;
  readonly life: Life;
}

export interface LedgerEntry extends Entry {
  readonly report: string;
  readonly period: string;
}

/** What a school has put down, by obligation. */
export type Ledger = ReadonlyMap<string, readonly Entry[]>;

const obligationKey = (report: string, period: string): string => `${report} ${period}`;

export function ledgerOf(entries: readonly LedgerEntry[]): Ledger {
  const ledger = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = obligationKey(entry.report, entry.period);
    const found = ledger.get(key);
    if (found === undefined) ledger.set(key, [entry]);
    else found.push(entry);
  }
  return ledger;
}

/** A school, as far as its obligations depend on it. */
export interface Reporter {
  readonly scheme: Scheme;
  readonly participation: Participation;
  readonly ledger: Ledger;
}

/**
 * What a school owes whose due day, as written, lies between two days, both included. Each report in the order of its
 * periods. A period is owed when the school takes part on its first and on its last day.
 */
export function obligationsOf(
  reporter: Reporter,
  book: PeriodBook,
  { from, to, now }: { readonly from: string; readonly to: string; readonly now: Instant },
): Obligation[] {
  const { scheme, participation } = reporter;
  const first = from > participation.from ? from : participation.from;
  const last = participation.to !== undefined && participation.to < to ? participation.to : to;
  return scheme.reports.flatMap((rule) =>
    book
      .between(rule, first, last)
      .filter((period) => period.from >= participation.from)
      .map((period) => obligationOf(reporter, rule, period, now)),
  );
}

const none: readonly Entry[] = [];

function obligationOf({ participation, ledger }: Reporter, rule: ReportRule, period: Period, now: Instant): Obligation {
  const { report } = rule;
  const life = lifeOf(rule, period, ledger.get(obligationKey(report, period.key)) ?? none, now);
  const isSuspended = participation.suspensions.some((suspension) => isWithin(period.to, suspension));
  return { report, period, life: isSuspended ? suspended(life) : life };
}

const suspended = ({ next: _next, ...life }: Life): Life => ({
  ...life,
  state: 'exempted',
  isMiss: false,
  isKept: false,
  isSlow: false,
});
