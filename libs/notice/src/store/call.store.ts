import { type Database, type Statement, statement } from '#platform';

/** A call that is this worker's until the claim lapses, with where it goes as of now. */
export interface ClaimedCall {
  readonly tenant: string;
  readonly instance_id: string;
  readonly number: number;
  readonly body: unknown;
  readonly attempts: number;
  readonly until: Date | null;
  /** Null when no organisation above the case has such a channel switched on. */
  readonly address: string | null;
  readonly secret: string | null;
}

/**
 * Counts the attempt at once, as with deliveries. Where several organisations above a case have a channel under the key, the
 * highest is called: what a process asks of a province is not answered by a school.
 */
const claim = statement(
  'call.claim',
  `WITH due AS MATERIALIZED (
     SELECT tenant, instance_id, number FROM case_call
     WHERE status IN ('queued', 'failed') AND next_attempt_at <= $1 ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED
   ), claimed AS (
     UPDATE case_call AS c SET attempts = attempts + 1, next_attempt_at = $2
     FROM due WHERE c.tenant = due.tenant AND c.instance_id = due.instance_id AND c.number = due.number
     RETURNING c.*
   )
   SELECT claimed.tenant, claimed.instance_id, claimed.number, claimed.body, claimed.attempts, claimed.until, target.address, target.secret
   FROM claimed
   LEFT JOIN LATERAL (
     SELECT channel.address, channel.secret FROM channel
     JOIN organisation ON organisation.tenant = channel.tenant AND organisation.id = channel.organisation_id
     WHERE channel.tenant = claimed.tenant AND channel.key = claimed.target AND channel.is_enabled
       AND starts_with(claimed.organisation_path, organisation.path)
     ORDER BY length(organisation.path) LIMIT 1
   ) AS target ON true`,
);

const ours = `WHERE tenant = $1 AND instance_id = $2 AND number = $3 AND attempts = $4 AND status IN ('queued', 'failed') RETURNING 1`;

const markAnswered = statement('call.answered', `UPDATE case_call SET status = 'answered', error = NULL ${ours}`);
const markGivenUp = statement('call.given-up', `UPDATE case_call SET status = 'given-up', error = $5 ${ours}`);
const markFailed = statement('call.failed', `UPDATE case_call SET status = 'failed', error = $5, next_attempt_at = $6 ${ours}`);

type Claimed = Pick<ClaimedCall, 'tenant' | 'instance_id' | 'number' | 'attempts'>;

/** Calls on their way. Whatever is said of one is said only while the claim is still the speaker's. */
export class CallStore {
  constructor(private readonly database: Database) {}

  claim(now: Date, until: Date, limit: number): Promise<ClaimedCall[]> {
    return this.database.query<ClaimedCall & { [column: string]: unknown }>(claim, [now, until, limit]);
  }

  answered(call: Claimed): Promise<boolean> {
    return this.mark(markAnswered, call, []);
  }

  givenUp(call: Claimed, error: string): Promise<boolean> {
    return this.mark(markGivenUp, call, [error]);
  }

  failed(call: Claimed, error: string, next: Date): Promise<boolean> {
    return this.mark(markFailed, call, [error, next]);
  }

  private async mark(
    statement: Statement,
    { tenant, instance_id, number, attempts }: Claimed,
    values: readonly unknown[],
  ): Promise<boolean> {
    return (await this.database.query(statement, [tenant, instance_id, number, attempts, ...values])).length > 0;
  }
}
