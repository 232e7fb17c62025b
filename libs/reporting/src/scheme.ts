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

export const ruleOf = (scheme: Scheme, report: string): ReportRule | undefined => scheme.reports.find((rule) => rule.report === report);
