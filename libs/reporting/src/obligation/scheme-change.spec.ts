import { describe, expect, it } from '@jest/globals';
import { workingCalendar } from '#calendar';
import china from '../../../../config/calendars/china.json' with { type: 'json' };
import { anhuiReports, hubeiReports, reportSchemes } from '../../../../config/policies/report-schemes.ts';
import type { Report, ReportRule, Scheme } from '../scheme.ts';
import { changedRules, type ReportDraft, type SchemeDraft } from '../scheme-change.ts';
import { standingOf } from '../standing/standing.ts';
import { ledgerOf, obligationsOf } from './obligations.ts';
import { PeriodBook } from './period-book.ts';

const book = new PeriodBook(workingCalendar(china));
const known = new Map<Report, ReportRule>(reportSchemes.flatMap(({ reports }) => reports).map((rule) => [rule.report, rule]));

const halfMonth = (first: number, second: number, limit = 3): ReportDraft => ({
  report: 'fortnightly',
  cadence: { every: 'half-month', dueDays: [first, second] },
  limit,
});
const monthly = (dueDay: number): ReportDraft => ({ report: 'monthly', cadence: { every: 'month', dueDay } });

function change(scheme: Scheme, draft: SchemeDraft): Scheme {
  const reports = changedRules(scheme, draft, { known, book });
  if ('code' in reports) throw new Error(reports.code);
  return { ...scheme, reports };
}

const owed = (scheme: Scheme, report: Report, from: string, to: string) =>
  scheme.reports
    .filter((rule) => rule.report === report)
    .flatMap((rule) => book.between(rule, from, to))
    .map(({ key, from: first, to: last }) => `${key} ${first.slice(5)}–${last.slice(5)}`);

describe('a change of what schools report', () => {
  it('leaves every period as it was that begins before it, and goes on without a gap', () => {
    const after = change(anhuiReports, { since: '2026-12-13', reports: [halfMonth(10, 25), monthly(25)] });
    expect(owed(after, 'fortnightly', '2026-11-20', '2027-01-31')).toEqual([
      '2026-11-B 11-13–11-27',
      '2026-12-A 11-28–12-12',
      '2026-12-B 12-13–12-25',
      '2027-01-A 12-26–01-10',
      '2027-01-B 01-11–01-25',
    ]);
    // Its own period has begun on 28 November and runs to its end.
    expect(owed(after, 'monthly', '2026-11-01', '2027-02-28')).toEqual([
      '2026-11 10-28–11-27',
      '2026-12 11-28–12-27',
      '2027-01 12-28–01-25',
      '2027-02 01-26–02-25',
    ]);
  });

  it.each(['2026-11-28', '2026-12-05', '2026-12-12'])('from %s on lets the period end in which that day lies', (since) => {
    const after = change(hubeiReports, { since, reports: [{ report: 'weekly', cadence: { every: 'week', dueWeekday: 5 }, limit: 3 }] });
    const days = owed(after, 'weekly', '2026-11-01', '2026-12-31').map((period) => period.split(' ')[1]?.split('–') ?? []);
    // One after the other, each from the day after the one before.
    for (const [place, [first = '']] of days.entries()) {
      const before = days[place - 1]?.[1];
      if (before !== undefined) expect(Date.parse(`2026-${first}`) - Date.parse(`2026-${before}`)).toBe(86_400_000);
    }
    const keys = owed(after, 'weekly', '2026-11-01', '2026-12-31').map((period) => period.split(' ')[0]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('ends a report that is asked for no more with its period, and begins another one', () => {
    const after = change(anhuiReports, {
      since: '2026-12-13',
      reports: [halfMonth(12, 27), { report: 'weekly', cadence: { every: 'week', dueWeekday: 7 }, limit: 2 }],
    });
    expect(owed(after, 'monthly', '2026-11-01', '2027-02-28')).toEqual(['2026-11 10-28–11-27', '2026-12 11-28–12-27']);
    expect(owed(after, 'weekly', '2026-12-01', '2026-12-31')).toEqual(['2026-W51 12-14–12-20', '2026-W52 12-21–12-27']);
    expect(owed(after, 'fortnightly', '2026-11-20', '2027-01-15')).toEqual(owed(anhuiReports, 'fortnightly', '2026-11-20', '2027-01-15'));
  });

  it('goes on with the other half of a month whose first half was due before', () => {
    const after = change(anhuiReports, { since: '2026-12-01', reports: [halfMonth(15, 28), monthly(28)] });
    expect(owed(after, 'fortnightly', '2026-11-20', '2027-01-31')).toEqual([
      '2026-11-B 11-13–11-27',
      '2026-12-A 11-28–12-12',
      '2026-12-B 12-13–12-28',
      '2027-01-A 12-29–01-15',
      '2027-01-B 01-16–01-28',
    ]);
  });

  it('may be followed by another', () => {
    const once = change(anhuiReports, { since: '2026-12-13', reports: [halfMonth(10, 25), monthly(25)] });
    const twice = change(once, { since: '2027-02-11', reports: [halfMonth(12, 27), monthly(27)] });
    // The first half of February was due on the 10th and is not due again on the 12th.
    expect(owed(twice, 'fortnightly', '2026-12-01', '2026-12-31')).toEqual(owed(once, 'fortnightly', '2026-12-01', '2026-12-31'));
    expect(owed(twice, 'fortnightly', '2027-02-01', '2027-03-31')).toEqual([
      '2027-02-A 01-26–02-10',
      '2027-02-B 02-11–02-27',
      '2027-03-A 02-28–03-12',
      '2027-03-B 03-13–03-27',
    ]);
  });

  it.each<[string, SchemeDraft, string]>([
    ['two days that stand the wrong way round', { since: '2026-12-13', reports: [halfMonth(25, 10)] }, 'scheme.days-order'],
    ['a report twice', { since: '2026-12-13', reports: [halfMonth(10, 25), halfMonth(12, 27)] }, 'scheme.report-twice'],
    ['an annex on a day of its own', { since: '2026-12-13', reports: [halfMonth(10, 25), monthly(27)] }, 'scheme.annex-day'],
  ])('is refused: %s', (_what, draft, code) => {
    expect(changedRules(anhuiReports, draft, { known, book })).toMatchObject({ kind: 'refused', code });
  });
});

describe('three in a row, when the limit is another from a day on', () => {
  const now = '2027-03-01T00:00:00.000Z';
  const participation = { scheme: 'demonstration', from: '2026-10-28', suspensions: [] };
  const [, , demonstration] = reportSchemes;
  const standing = (scheme: Scheme, at: string) => {
    const obligations = obligationsOf({ scheme, participation, ledger: ledgerOf([]) }, book, {
      from: '2026-10-28',
      to: at.slice(0, 10),
      now: at,
    });
    return standingOf({ scheme, obligations, violations: [] });
  };
  const to = (limit: number) => change(demonstration as Scheme, { since: '2026-12-13', reports: [{ ...halfMonth(12, 27), limit }] });

  it('counts what was missed before by the limit of then', () => {
    // Missed on 12 and 27 November, and two are not too many yet.
    const at = '2026-12-01T00:00:00.000Z';
    expect(standing(to(2), at)).toMatchObject({ view: 'missed2', causes: [] });
    expect(standing(to(2), '2026-12-28T00:00:00.000Z')).toMatchObject({ view: 'flagged' });
  });

  it('takes no flag back that was given', () => {
    expect(standing(demonstration as Scheme, '2026-12-13T00:00:00.000Z').view).toBe('flagged');
    expect(standing(to(12), now)).toMatchObject({ view: 'flagged', causes: [{ rule: 'R-AH21-35' }] });
  });
});
