import type { Cadence, RestDayPolicy } from '#calendar';
import type { Text } from '#engine';

export const reports = ['fortnightly', 'weekly', 'monthly'] as const;
export type Report = (typeof reports)[number];

/** How misses in a row come to be held against a school. */
export interface StreakRule {
  /** The clause, such as R-AH21-35. */
  readonly rule: string;
  /** How many in a row are too many. */
  readonly limit: number;
  /**
   * `notFilled`: a report filed late, but before the next one is due, is no miss. `notOnTime`: whatever comes late is a
   * miss.
   */
  readonly missMeans: 'notFilled' | 'notOnTime';
}

export interface ReportRule {
  readonly report: Report;
  readonly title: Required<Text>;
  readonly basis: readonly string[];
  readonly cadence: Cadence;
  /** The first day of its first period, where it took the place of another rule or was added; without it, it always held. */
  readonly since?: string;
  /** A due day after `since` that does not count: the period of its name was due by the rule before. */
  readonly passing?: string;
  /** The last day of its last period, where another rule took its place or the report is asked for no more. */
  readonly until?: string;
  readonly restDay: RestDayPolicy;
  /** Without it, nothing follows from misses. */
  readonly streak?: StreakRule;
  /** Whether the office accepts or returns each report (M5), or monitors and evaluates it (M5c). */
  readonly review: 'accept' | 'evaluate';
  /** The report it is an annex of: that one cannot be filed for the period in which this one is due and was not filed. */
  readonly annexOf?: { readonly report: Report; readonly rule: string };
}

/** What a province asks of its schools; the data is in `config/policies`. */
export interface Scheme {
  readonly key: string;
  readonly title: Required<Text>;
  /** The documents it is from. */
  readonly documents: readonly string[];
  /** Those of now, and those that held before or will hold; of one report, in the order of time. */
  readonly reports: readonly ReportRule[];
  /** What a case against a school begins with: a draft circular 通报 (M5b), or the review of its part in the pilot. */
  readonly onCause: 'circular' | 'cancelReview';
  /** The clause that a case rests on. */
  readonly rule: string;
  /** Under which clause slow progress is held against a school; without it, it is not. */
  readonly slowProgress?: string;
  /** Under which clause lax management and irregular funds are held against a school; without it, they are not. */
  readonly violations?: string;
}

/** Whether a period that ends on a day is one of the rule's. */
export const holdsOn = ({ since = '', passing, until = '9999' }: ReportRule, lastDay: string): boolean =>
  lastDay >= since && lastDay <= until && lastDay !== passing;

/** The rule for a report whose period ends on a day. */
export const ruleAt = (scheme: Scheme, report: string, lastDay: string): ReportRule | undefined =>
  scheme.reports.find((rule) => rule.report === report && holdsOn(rule, lastDay));

/** What is the same of a report whatever its periods are: its title, its clauses. */
export const ruleOf = (scheme: Scheme, report: string): ReportRule | undefined => scheme.reports.find((rule) => rule.report === report);
