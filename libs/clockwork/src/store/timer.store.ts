import { type Database, statement } from '#platform';
import { bucketLength } from '../timer/buckets.ts';

export interface TimerKey {
  readonly tenant: string;
  readonly instance: string;
  readonly number: number;
}

/** A timer whose time has come. */
export interface DueTimer extends TimerKey {
  readonly dueAt: Date;
}

/** A timer that could not be fired, and for how many seconds it is to be let alone. */
export interface Postponed extends TimerKey {
  readonly seconds: number;
}

/** Few enough that a claim is fired well before it lapses, many enough that claiming costs little beside firing. */
export const claimSize = 256;

/** Seconds after which a timer that was claimed is free again. Firing takes milliseconds; this is for who is killed meanwhile. */
const claimSeconds = 10;

// The limit stands in the text, so that a plan made for any limit does not sort a million rows. By `ctid`, because the
// rows were locked by the same statement and nothing is looked up twice; a row that moved meanwhile is left for the next.
// Whoever is deleting a row, having fired or cleared it, is not waited for.
export const claimTimers = statement(
  'clockwork.claim-timers',
  `UPDATE timer SET claimed_until = now() + interval '${claimSeconds} seconds'
   WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM timer WHERE due_at <= $1 AND (claimed_until IS NULL OR claimed_until <= now())
     ORDER BY due_at LIMIT ${claimSize} FOR UPDATE SKIP LOCKED))
   RETURNING tenant, instance_id AS instance, number, due_at AS "dueAt"`,
);

const postponeTimers = statement(
  'clockwork.postpone-timers',
  `UPDATE timer t SET claimed_until = now() + make_interval(secs => x.seconds)
   FROM unnest($1::text[], $2::uuid[], $3::integer[], $4::double precision[]) AS x (tenant, instance_id, number, seconds)
   WHERE t.tenant = x.tenant AND t.instance_id = x.instance_id AND t.number = x.number AND x.number BETWEEN 1 AND 2147483647`,
);

// From one bucket's first timer to the next bucket's, each by a look into the index, however many timers lie between.
const nextBuckets = statement(
  'clockwork.next-buckets',
  `WITH RECURSIVE bucket AS (
     (SELECT due_at FROM timer WHERE due_at >= $1 AND due_at < $2 ORDER BY due_at LIMIT 1)
     UNION ALL
     SELECT (SELECT t.due_at FROM timer t
             WHERE t.due_at >= date_bin('${bucketLength} milliseconds', b.due_at, to_timestamp(0)) + interval '${bucketLength} milliseconds'
               AND t.due_at < $2
             ORDER BY t.due_at LIMIT 1)
     FROM bucket b WHERE b.due_at IS NOT NULL
   ) SELECT due_at AS "dueAt" FROM bucket WHERE due_at IS NOT NULL`,
);

/** The rows say what is due; they are set and cleared by the commands on a case. */
export class TimerStore {
  constructor(private readonly database: Database) {}

  /**
   * Takes timers that are due and that nobody else is firing, those that fell due first, up to `claimSize`. They are the
   * caller's for ten seconds; fired or not by then, whoever asks gets what is still there.
   */
  async claim(now: Date): Promise<DueTimer[]> {
    const claimed = await this.database.query<DueTimer>(claimTimers, [now]);
    return claimed.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  }

  /** Gives claimed timers back, to be had again after so many seconds. */
  async postpone(timers: readonly Postponed[]): Promise<void> {
    if (timers.length === 0) return;
    await this.database.query(postponeTimers, [
      timers.map(({ tenant }) => tenant),
      timers.map(({ instance }) => instance),
      timers.map(({ number }) => number),
      timers.map(({ seconds }) => seconds),
    ]);
  }

  /** For each bucket in which a timer is due, the first such instant: from `from`, before `until`. */
  async nextBuckets(from: Date, until: Date): Promise<Date[]> {
    const rows = await this.database.query<{ readonly dueAt: Date }>(nextBuckets, [from, until]);
    return rows.map(({ dueAt }) => dueAt);
  }
}
