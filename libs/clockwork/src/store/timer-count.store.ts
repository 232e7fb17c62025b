import { type Database, statement } from '#platform';

/** Where counting stops. */
const countLimit = 10_000;

/** How many timers of a tenant are due when, each counted up to `countLimit`. None is counted twice. */
export interface TimerCounts {
  readonly overdue: number;
  readonly oldestOverdue: Date | null;
  readonly withinHour: number;
  readonly withinDay: number;
  readonly withinWeek: number;
  readonly later: number;
}

const counted = (bounds: string): string =>
  `(SELECT count(*)::integer FROM (SELECT FROM timer WHERE tenant = $1 AND ${bounds} ORDER BY due_at LIMIT ${countLimit}) AS counting)`;
const inside = (from: string, until: string): string => counted(`due_at > $2 + interval '${from}' AND due_at <= $2 + interval '${until}'`);

// By the index of due times, which the tenants of an installation share.
const countTimers = statement(
  'clockwork.count-timers',
  `SELECT ${counted('due_at <= $2')} AS overdue,
     (SELECT due_at FROM timer WHERE tenant = $1 AND due_at <= $2 ORDER BY due_at LIMIT 1) AS "oldestOverdue",
     ${inside('0', '1 hour')} AS "withinHour", ${inside('1 hour', '1 day')} AS "withinDay", ${inside('1 day', '7 days')} AS "withinWeek",
     ${counted(`due_at > $2::timestamptz + interval '7 days'`)} AS later`,
);

const nothing: TimerCounts = { overdue: 0, oldestOverdue: null, withinHour: 0, withinDay: 0, withinWeek: 0, later: 0 };

export class TimerCountStore {
  constructor(private readonly database: Database) {}

  async counts(tenant: string, present: Date): Promise<TimerCounts> {
    const [counts = nothing] = await this.database.query<TimerCounts>(countTimers, [tenant, present]);
    return counts;
  }
}
