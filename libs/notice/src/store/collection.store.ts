import { type Database, statement } from '#platform';

export interface CollectionSettings {
  readonly now: Date;
  /** Today, where it is decided by who holds which post. */
  readonly day: string;
  readonly limit: number;
  /** Milliseconds for which notices are gathered: those that can wait, and those that press. */
  readonly window: number;
  readonly pressingWindow: number;
  readonly isMailOn: boolean;
}

/**
 * Takes notices nobody has collected yet and puts each into the open delivery of everybody who gets it: a mail to its
 * person, and a message to the webhooks of every organisation whose case it is, or that stands above the case, where the
 * person holds a post; what is about no case, where they hold all of their posts at one organisation. So nothing leaves by a webhook that those who read there could not have been told themselves; and
 * of what many were told for one cause, a webhook gets one.
 *
 * A delivery that another worker is claiming is waited for; it is then open no more, and another one is opened.
 */
const collect = statement(
  'notice.collect',
  `WITH due AS MATERIALIZED (
     SELECT tenant, id FROM notice WHERE is_uncollected ORDER BY created_at LIMIT $3 FOR UPDATE SKIP LOCKED
   ), taken AS (
     UPDATE notice SET is_uncollected = false FROM due WHERE notice.tenant = due.tenant AND notice.id = due.id
     RETURNING notice.tenant, notice.id, notice.person_id, notice.cause, notice.kind, notice.instance_id, notice.created_at,
       CASE WHEN notice.kind IN ('reminder', 'escalation', 'urge') THEN $5::float8 ELSE $4::float8 END * interval '1 millisecond' AS gathering
   ), mails AS (
     SELECT taken.tenant, 'mail' AS via, person.id AS recipient, taken.cause, taken.id AS notice_id,
       taken.created_at + CASE WHEN person.mail_preference = 'digest' THEN taken.gathering ELSE interval '0' END AS due_at
     FROM taken JOIN person ON person.tenant = taken.tenant AND person.id = taken.person_id
     WHERE $6::boolean AND person.mail IS NOT NULL AND person.mail_preference <> 'none' AND person.disabled_at IS NULL
   ), messages AS (
     SELECT DISTINCT ON (taken.tenant, channel.id, taken.cause)
       taken.tenant, 'webhook' AS via, channel.id AS recipient, taken.cause, taken.id AS notice_id, taken.created_at + taken.gathering AS due_at
     FROM taken
     CROSS JOIN LATERAL (
       SELECT array_agg(DISTINCT holding.organisation_id) AS organisations FROM post_holding AS holding
       WHERE holding.tenant = taken.tenant AND holding.person_id = taken.person_id
         AND $2::date BETWEEN holding.valid_from AND coalesce(holding.valid_to, 'infinity')
     ) AS held
     LEFT JOIN instance ON instance.tenant = taken.tenant AND instance.id = taken.instance_id
     JOIN channel ON channel.tenant = taken.tenant AND channel.organisation_id = ANY (held.organisations)
       AND channel.is_enabled AND taken.kind = ANY (channel.kinds)
     WHERE CASE WHEN taken.instance_id IS NULL THEN cardinality(held.organisations) = 1
         ELSE channel.organisation_id = ANY (string_to_array(trim(trailing '/' FROM instance.organisation_path), '/')::uuid[]) END
       AND NOT EXISTS (
         SELECT FROM delivery_item AS item WHERE item.tenant = taken.tenant AND item.recipient = channel.id AND item.cause = taken.cause
       )
     ORDER BY taken.tenant, channel.id, taken.cause, taken.created_at
   ), addressed AS (
     SELECT * FROM mails UNION ALL SELECT * FROM messages
   ), opened AS (
     INSERT INTO delivery (tenant, id, via, recipient, state, is_open, next_attempt_at, created_at)
     SELECT tenant, gen_random_uuid(), via, recipient, 'queued', true, min(due_at), $1::timestamptz FROM addressed
     GROUP BY tenant, via, recipient ORDER BY tenant, recipient
     ON CONFLICT (tenant, recipient) WHERE is_open DO UPDATE SET next_attempt_at =
       CASE WHEN delivery.attempts = 0 THEN LEAST(delivery.next_attempt_at, EXCLUDED.next_attempt_at) ELSE delivery.next_attempt_at END
     RETURNING tenant, recipient, id
   ), put AS (
     INSERT INTO delivery_item (tenant, recipient, cause, delivery_id, notice_id)
     SELECT tenant, recipient, addressed.cause, opened.id, addressed.notice_id FROM addressed JOIN opened USING (tenant, recipient)
     ON CONFLICT DO NOTHING
   )
   SELECT count(*)::integer AS count FROM taken`,
);

/** From notices to deliveries. */
export class CollectionStore {
  constructor(private readonly database: Database) {}

  /** @returns how many notices were seen to; fewer than `limit` says that there are no more. */
  async collect({ now, day, limit, window, pressingWindow, isMailOn }: CollectionSettings): Promise<number> {
    // In a transaction, so that two that wait for each other's deliveries are tried again.
    return this.database.transaction(async (tx) => {
      const values = [now, day, limit, window, pressingWindow, isMailOn];
      const [row] = await tx.query<{ count: number }>(collect, values);
      return row?.count ?? 0;
    });
  }
}
