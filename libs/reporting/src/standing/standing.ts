import type { Instant } from '#calendar';
import type { Obligation } from '../obligation/obligations.ts';
import { type Report, ruleAt, type Scheme, type StreakRule } from '../scheme.ts';

export const violationKinds = ['management', 'funds'] as const;
/** Lax management or loopholes; irregular funds or illegal charges (R-HB20-20). */
export type ViolationKind = (typeof violationKinds)[number];

export interface Violation {
  readonly id: string;
  readonly at: Instant;
  readonly kind: ViolationKind;
}

/** Something that opens a case against a school. */
export type Cause = { readonly key: string; readonly rule: string } & (
  | { readonly kind: 'misses'; readonly report: Report; readonly obligations: readonly Obligation[] }
  | { readonly kind: 'slow'; readonly report: Report; readonly obligation: Obligation }
  | { readonly kind: 'violation'; readonly violation: Violation }
);

/** M5b as far as it follows from the ledger: these are views of it and nothing that is counted up. */
export type StandingView = 'good' | 'missed1' | 'missed2' | 'flagged';

export interface Standing {
  readonly view: StandingView;
  /** How many misses in a row there are now, by report. */
  readonly streaks: Readonly<Partial<Record<Report, number>>>;
  readonly causes: readonly Cause[];
}

/** What a school's standing follows from. */
export interface Grounds {
  readonly scheme: Scheme;
  /** Each report in the order of its periods; those that are not over yet count for nothing. */
  readonly obligations: readonly Obligation[];
  readonly violations: readonly Violation[];
  /** Until when everything was dealt with by a case that is closed; without it, nothing was. */
  readonly settledUntil?: Instant | undefined;
}

/**
 * A school's standing. Misses count in a row over the periods for which a report was due: one that was excused is not
 * among them, and neither is one that may still be filed in time.
 */
export function standingOf({ scheme, obligations, violations, settledUntil = '' }: Grounds): Standing {
  const streaks: Partial<Record<Report, number>> = {};
  const causes: Cause[] = [];
  for (const report of new Set(scheme.reports.map((rule) => rule.report))) {
    const since = obligations.filter((obligation) => obligation.report === report && obligation.period.due > settledUntil);
    const streak = addRuns(causes, report, scheme, since);
    if (streak !== undefined) streaks[report] = streak;
    if (scheme.slowProgress !== undefined) causes.push(...slowIn(since, report, scheme.slowProgress));
  }
  if (scheme.violations !== undefined) {
    const rule = scheme.violations;
    for (const violation of violations) {
      if (violation.at > settledUntil) causes.push({ kind: 'violation', key: `violation/${violation.id}`, rule, violation });
    }
  }
  return { view: viewOf(causes, streaks), streaks, causes };
}

/**
 * Adds every row of misses that is long enough, by the rule that held when it came to be: a limit that is changed takes no
 * cause away, and makes none of misses that all lie before it.
 * @returns how long the one is that has not ended; undefined where nothing follows from misses.
 */
function addRuns(causes: Cause[], report: Report, scheme: Scheme, obligations: readonly Obligation[]): number | undefined {
  if (!scheme.reports.some((rule) => rule.report === report && rule.streak !== undefined)) return undefined;
  let run: Obligation[] = [];
  const close = (): void => {
    const [first] = run;
    const broken = run.map((miss, place) => tooMany(scheme, miss, place + 1)).find((streak) => streak !== undefined);
    if (first !== undefined && broken !== undefined) {
      causes.push({ kind: 'misses', key: `${report}/${first.period.key}`, rule: broken.rule, report, obligations: run });
    }
  };
  for (const obligation of obligations) {
    if (obligation.life.isMiss) run.push(obligation);
    else if (obligation.life.isKept) {
      close();
      run = [];
    }
  }
  close();
  return run.length;
}

/** The rule that so many misses in a row break, by the time this one was due. */
function tooMany(scheme: Scheme, { report, period }: Obligation, count: number): StreakRule | undefined {
  const streak = ruleAt(scheme, report, period.to)?.streak;
  return streak !== undefined && count >= streak.limit ? streak : undefined;
}

const slowIn = (obligations: readonly Obligation[], report: Report, rule: string): Cause[] =>
  obligations
    .filter(({ life }) => life.isSlow)
    .map((obligation) => ({ kind: 'slow', key: `slow/${obligation.period.key}`, rule, report, obligation }));

function viewOf(causes: readonly Cause[], streaks: Standing['streaks']): StandingView {
  if (causes.length > 0) return 'flagged';
  const misses = Math.max(0, ...Object.values(streaks));
  return misses === 0 ? 'good' : misses === 1 ? 'missed1' : 'missed2';
}

/** The obligations a cause is about. */
export const obligationsIn = (cause: Cause): readonly Obligation[] =>
  cause.kind === 'misses' ? cause.obligations : cause.kind === 'slow' ? [cause.obligation] : [];
