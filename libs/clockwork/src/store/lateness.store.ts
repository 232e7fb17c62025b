import { type Database, statement } from '#platform';

/** So many timers of a tenant fired in that minute, each at most so many seconds late and later than the bound below. */
export interface LatenessCount {
  readonly tenant: string;
  readonly minute: Date;
  /** Infinity beyond the last bound. */
  readonly atMost: number;
  readonly fired: number;
}

const addCounts = statement(
  'clockwork.add-lateness',
  `INSERT INTO timer_lateness AS l (tenant, minute, at_most, fired)
   SELECT * FROM unnest($1::text[], $2::timestamptz[], $3::double precision[], $4::integer[]) AS x (tenant, minute, at_most, fired)
   ORDER BY 1, 2, 3
   ON CONFLICT (tenant, minute, at_most) DO UPDATE SET fired = l.fired + excluded.fired`,
);

const sumCounts = statement(
  'clockwork.sum-lateness',
  `SELECT at_most AS "atMost", sum(fired)::integer AS fired FROM timer_lateness
   WHERE tenant = $1 AND minute > $2::timestamptz - interval '1 hour' AND minute <= $2 GROUP BY at_most ORDER BY at_most`,
);

export class LatenessStore {
  constructor(private readonly database: Database) {}

  async add(counts: readonly LatenessCount[]): Promise<void> {
    await this.database.query(addCounts, [
      counts.map(({ tenant }) => tenant),
      counts.map(({ minute }) => minute),
      counts.map(({ atMost }) => (atMost === Number.POSITIVE_INFINITY ? 'Infinity' : atMost)),
      counts.map(({ fired }) => fired),
    ]);
  }

  /** Those of the hour before `now`, the least late first. */
  lastHour(tenant: string, now: Date): Promise<Pick<LatenessCount, 'atMost' | 'fired'>[]> {
    return this.database.query<Pick<LatenessCount, 'atMost' | 'fired'>>(sumCounts, [tenant, now]);
  }
}
