import { type Database, statement } from '#platform';

export interface TimerKey {
  readonly tenant: string;
  readonly instance: string;
  readonly number: number;
}

/** A timer whose time has come. */
export interface DueTimer extends TimerKey {
  readonly dueAt: Date;
}

const dueTimers = statement(
  'clockwork.due-timers',
  `SELECT tenant, instance_id AS instance, number, due_at AS "dueAt"
   FROM timer
   WHERE due_at <= $1
     AND (tenant, instance_id, number) NOT IN (SELECT * FROM unnest($2::text[], $3::uuid[], $4::integer[]))
   ORDER BY due_at
   LIMIT $5`,
);

/** The rows say what is due; they are set and cleared by the commands on a case. */
export class TimerStore {
  constructor(private readonly database: Database) {}

  /** The timers that fell due first, up to `limit`, without those to be left out. */
  due(now: Date, leftOut: readonly TimerKey[], limit: number): Promise<DueTimer[]> {
    return this.database.query<DueTimer>(dueTimers, [
      now,
      leftOut.map(({ tenant }) => tenant),
      leftOut.map(({ instance }) => instance),
      leftOut.map(({ number }) => number),
      limit,
    ]);
  }
}
