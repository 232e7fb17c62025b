import { type Database, statement, type Tx } from '#platform';
import type { Message } from '../queue/gather.ts';

interface OutboxRow {
  readonly id: string;
  readonly tenant: string;
  readonly job: string;
  readonly payload: unknown;
  readonly created_at: Date;
}

const takeMessages = statement(
  'clockwork.take-messages',
  `SELECT id, tenant, job, payload, created_at FROM outbox ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
);

// One that an undoing holds is passed over, and so is one that was put off when it had been waited for.
const releaseWithheld = statement(
  'clockwork.release-withheld',
  `WITH due AS (
     DELETE FROM withheld_message WHERE id = ANY (ARRAY(
       SELECT id FROM withheld_message WHERE due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED
     )) RETURNING id, tenant, job, payload
   )
   INSERT INTO outbox (tenant, job, payload, created_at) SELECT tenant, job, payload, $1 FROM due ORDER BY id RETURNING 1`,
);

/** Where counting the messages that wait stops. */
const countLimit = 10_000;

const removeMessages = statement('clockwork.remove-messages', 'DELETE FROM outbox WHERE id = ANY ($1::bigint[])');

// Every worker asks every few seconds, and most of all while nothing gets through and the outbox grows.
const outboxState = statement(
  'clockwork.outbox-state',
  `SELECT count(*)::integer AS waiting, (SELECT created_at FROM outbox ORDER BY id LIMIT 1) AS oldest
   FROM (SELECT FROM outbox ORDER BY id LIMIT ${countLimit}) AS counting`,
);

export interface OutboxState {
  /** Counted up to 10,000. */
  readonly waiting: number;
  readonly oldest: Date | null;
}

/** Messages that were committed with what they speak of, and have yet to be handed to the queue. */
export class OutboxStore {
  constructor(private readonly database: Database) {}

  /**
   * Takes up to `limit` of the oldest messages that nobody else is taking, gives them away, and removes them. If
   * `giveAway` throws, they stay. It may be called again with the same messages: after a deadlock, or by whoever comes
   * next when the connection was lost before the commit.
   */
  take(limit: number, giveAway: (messages: Message[], tx: Tx) => Promise<void>): Promise<number> {
    return this.database.transaction(async (tx: Tx) => {
      const rows = await tx.query<OutboxRow>(takeMessages, [limit]);
      if (rows.length === 0) return 0;
      await giveAway(
        rows.map(({ created_at, ...message }) => ({ ...message, createdAt: created_at })),
        tx,
      );
      tx.finishWith(removeMessages, [rows.map(({ id }) => id)]);
      return rows.length;
    });
  }

  /** Lets up to `limit` messages go that were withheld until now. @returns how many. */
  async release(limit: number, now: Date): Promise<number> {
    return (await this.database.query(releaseWithheld, [now, limit])).length;
  }

  async state(): Promise<OutboxState> {
    const [state] = await this.database.query<OutboxState>(outboxState, []);
    return state ?? { waiting: 0, oldest: null };
  }
}
