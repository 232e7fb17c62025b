import type { Cadence } from '#calendar';
import type { Refusal } from '#platform';
import type { PeriodBook } from './obligation/period-book.ts';
import type { Report, ReportRule, Scheme } from './scheme.ts';

/** What an office asks for from a day on: each report of the scheme, and its due days. */
export interface SchemeDraft {
  readonly since: string;
  readonly reports: readonly ReportDraft[];
}

export interface ReportDraft {
  readonly report: Report;
  readonly cadence: Cadence;
  /** How many misses in a row are too many; without it, nothing follows from them. */
  readonly limit?: number | undefined;
}

interface Surroundings {
  /** The rules that came with the software, by their report: whence a report that is added has its title. */
  readonly known: ReadonlyMap<Report, ReportRule>;
  readonly book: PeriodBook;
}

/**
 * The rules of a scheme after a change, those of before with their last day. A period that has begun when the change is to
 * hold runs to its end as it was told, and the first new one begins the day after: no period is altered, and none is left out.
 */
export function changedRules(scheme: Scheme, draft: SchemeDraft, { known, book }: Surroundings): readonly ReportRule[] | Refusal {
  const fault = faultOfDraft(draft);
  if (fault !== undefined) return fault;
  const asked = new Map(draft.reports.map((report) => [report.report, report]));
  const reports: ReportRule[] = [];
  for (const rule of scheme.reports) {
    reports.push(...takenOver(scheme, rule, { next: asked.get(rule.report), since: draft.since, book }));
    if (rule.until === undefined) asked.delete(rule.report);
  }
  for (const next of asked.values()) {
    const pattern = scheme.reports.findLast(({ report }) => report === next.report) ?? known.get(next.report);
    if (pattern === undefined) return { kind: 'refused', code: 'scheme.report-unknown', params: { report: next.report } };
    const { until = '', ...rule } = pattern;
    const added = ruleBy(rule, next, scheme);
    reports.push({ ...added, since: firstWhole(added, until < draft.since ? draft.since : dayAfter(until), book) });
  }
  return faultOfAnnexes(reports) ?? withoutOrphans(reports);
}

interface Successor {
  /** Without it, the report is asked for no more. */
  readonly next: ReportDraft | undefined;
  readonly since: string;
  readonly book: PeriodBook;
}

/** A rule as it is after the change: as it was, or with its last day and whatever takes its place. */
function takenOver(scheme: Scheme, rule: ReportRule, { next, since, book }: Successor): ReportRule[] {
  if (rule.until !== undefined || (next !== undefined && isSame(rule, next))) return [rule];
  const until = lastDayOf(rule, since, book);
  const ended = { ...rule, until };
  if (next === undefined) return [ended];
  const taken = { ...ruleBy(rule, next, scheme), since: dayAfter(until) };
  const passing = sameName(rule, taken, until, book);
  return [ended, passing === undefined ? taken : { ...taken, passing }];
}

function faultOfDraft({ reports }: SchemeDraft): Refusal | undefined {
  for (const { report, cadence } of reports) {
    if (reports.filter((other) => other.report === report).length > 1) return { kind: 'refused', code: 'scheme.report-twice' };
    if (cadence.every === 'half-month' && cadence.dueDays[1] <= cadence.dueDays[0])
      return { kind: 'refused', code: 'scheme.days-order', params: { first: cadence.dueDays[0], second: cadence.dueDays[1] } };
  }
  return undefined;
}

const isSame = ({ cadence, streak }: ReportRule, next: ReportDraft): boolean =>
  JSON.stringify(cadence) === JSON.stringify(next.cadence) && streak?.limit === next.limit;

/** The last day of the period that the day before the change lies in. */
function lastDayOf(rule: ReportRule, since: string, book: PeriodBook): string {
  const before = dayBefore(since);
  return book.between(rule, before, daysAfter(before, 62)).find(({ from }) => from <= before)?.to ?? before;
}

/** A report that is new begins with a whole period of its own. */
const firstWhole = (rule: ReportRule, since: string, book: PeriodBook): string =>
  book.between(rule, since, daysAfter(since, 70)).find(({ from }) => from >= since)?.from ?? since;

function ruleBy(
  { streak, since: _since, passing: _passing, ...rule }: ReportRule,
  { cadence, limit }: ReportDraft,
  scheme: Scheme,
): ReportRule {
  if (limit === undefined) return { ...rule, cadence };
  return { ...rule, cadence, streak: { rule: scheme.rule, missMeans: 'notFilled', ...streak, limit } };
}

/** Periods are named by their month. Where days are moved later, the first half of it would be due twice: once is enough. */
function sameName(before: ReportRule, after: ReportRule, until: string, book: PeriodBook): string | undefined {
  const last = new Set(book.between(before, daysAfter(until, -31), until).map(({ key }) => key));
  return book.between(after, until, daysAfter(until, 31)).find(({ key }) => last.has(key))?.to;
}

/** An annex is due with the report that it is an annex of (R-AH24-20, A-03). */
function faultOfAnnexes(reports: readonly ReportRule[]): Refusal | undefined {
  const present = reports.filter(({ until }) => until === undefined);
  for (const { annexOf, cadence } of present) {
    const main = present.find(({ report }) => report === annexOf?.report)?.cadence;
    if (main === undefined || cadence.every !== 'month') continue;
    const isDueWith =
      (main.every === 'half-month' && main.dueDays.includes(cadence.dueDay)) || (main.every === 'month' && main.dueDay === cadence.dueDay);
    if (!isDueWith) return { kind: 'refused', code: 'scheme.annex-day', params: { day: cadence.dueDay } };
  }
  return undefined;
}

/** Of a report that is asked for no more, nothing is an annex any longer. */
function withoutOrphans(reports: readonly ReportRule[]): readonly ReportRule[] {
  const present = new Set(reports.filter(({ until }) => until === undefined).map(({ report }) => report));
  return reports.map((rule) => {
    if (rule.until !== undefined || rule.annexOf === undefined || present.has(rule.annexOf.report)) return rule;
    const { annexOf: _annexOf, ...alone } = rule;
    return alone;
  });
}

const daysAfter = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const dayAfter = (date: string): string => daysAfter(date, 1);
const dayBefore = (date: string): string => daysAfter(date, -1);
