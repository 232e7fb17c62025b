import type { components } from '../api/schema.d.ts';

type Scheme = components['schemas']['ReportScheme'];
export type Every = Scheme['reports'][number]['every'];
export type Report = Scheme['reports'][number]['report'];

/** A report as it is asked for in the form; the days are those of its cadence. */
export interface ReportFields {
  readonly isAsked: boolean;
  readonly every: Every;
  readonly first: number;
  readonly second: number;
  /** How many misses in a row are too many; null where nothing follows from them. */
  readonly limit: number | null;
}

export const reports = ['fortnightly', 'weekly', 'monthly'] as const;
export type ReportsFields = Readonly<Record<Report, ReportFields>>;

const usual: ReportsFields = {
  fortnightly: { isAsked: false, every: 'half-month', first: 12, second: 27, limit: 3 },
  weekly: { isAsked: false, every: 'week', first: 7, second: 27, limit: 3 },
  monthly: { isAsked: false, every: 'month', first: 27, second: 27, limit: null },
};

/** The form as the scheme stands: what holds now or will, and for the other reports what is usual. */
export function fieldsOf({ reports: rules }: Scheme): ReportsFields {
  const of = (report: Report): ReportFields => {
    const rule = rules.find((candidate) => candidate.report === report && candidate.until === undefined);
    if (rule === undefined) return usual[report];
    const [first = usual[report].first, second = usual[report].second] = rule.due;
    return { isAsked: true, every: rule.every, first, second, limit: rule.streak?.limit ?? null };
  };
  return { fortnightly: of('fortnightly'), weekly: of('weekly'), monthly: of('monthly') };
}

/** What is asked of the server. */
export const askedIn = (fields: ReportsFields) =>
  reports
    .filter((report) => fields[report].isAsked)
    .map((report) => {
      const { limit } = fields[report];
      return { report, cadence: cadenceOf(fields[report]), ...(limit !== null && { limit }) };
    });

function cadenceOf({ every, first, second }: ReportFields) {
  if (every === 'half-month') return { every, dueDays: [first, second] as [number, number] };
  return every === 'month' ? { every, dueDay: first } : { every, dueWeekday: first };
}
