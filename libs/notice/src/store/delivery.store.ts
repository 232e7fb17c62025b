import type { Language } from '#directory';
import { type Database, type Statement, statement, violatedConstraint } from '#platform';
import type { ChannelFormat } from '../webhook/formats.ts';
import { isMoot } from './moot.ts';
import type { NoticeKind } from './notice.entity.ts';

export type DeliveryState = 'queued' | 'failed' | 'sent' | 'given-up' | 'dropped';
export type Via = 'mail' | 'webhook';

/** A delivery that is this worker's until the claim lapses, with where it goes as of now. */
export interface ClaimedRow {
  readonly tenant: string;
  readonly id: string;
  readonly via: Via;
  readonly recipient: string;
  readonly attempts: number;
  readonly created_at: Date;
  /** Null when the person wants no mail any more, or the channel is closed. */
  readonly address: string | null;
  readonly name: string | null;
  readonly language: Language | null;
  readonly secret: string | null;
  readonly format: ChannelFormat | null;
}

export interface ItemRow {
  readonly tenant: string;
  readonly delivery_id: string;
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly instance_id: string | null;
  readonly case_number: string | null;
  readonly organisation: string | null;
  readonly due_at: Date | null;
  readonly created_at: Date;
}

/** Counts the attempt at once: a delivery that brings its worker down each time is not tried for ever. */
const claim = statement(
  'delivery.claim',
  `WITH due AS MATERIALIZED (
     SELECT tenant, id FROM delivery
     WHERE state IN ('queued', 'failed') AND next_attempt_at <= $1 AND via = ANY ($3)
     ORDER BY next_attempt_at LIMIT $4 FOR UPDATE SKIP LOCKED
   ), claimed AS (
     UPDATE delivery SET attempts = attempts + 1, is_open = false, next_attempt_at = $2
     FROM due WHERE delivery.tenant = due.tenant AND delivery.id = due.id
     RETURNING delivery.*
   )
   SELECT claimed.tenant, claimed.id, claimed.via, claimed.recipient, claimed.attempts, claimed.created_at,
     coalesce(person.mail, channel.address) AS address, coalesce(person.name, channel.name) AS name,
     coalesce(person.language, channel.language) AS language, channel.secret, channel.format
   FROM claimed
   LEFT JOIN person ON claimed.via = 'mail' AND person.tenant = claimed.tenant AND person.id = claimed.recipient
     AND person.mail IS NOT NULL AND person.mail_preference <> 'none' AND person.disabled_at IS NULL
   LEFT JOIN channel ON claimed.via = 'webhook' AND channel.tenant = claimed.tenant AND channel.id = claimed.recipient AND channel.is_enabled`,
);

/** What is still to be said: not of tasks that were closed between the notice and now. */
const items = statement(
  'delivery.items',
  `SELECT item.tenant, item.delivery_id, notice.id, notice.kind, notice.title_zh, notice.title_en, notice.instance_id,
     instance.case_number::text, organisation.name AS organisation, task.due_at, notice.created_at
   FROM unnest($1::text[], $2::uuid[]) AS wanted (tenant, id)
   JOIN delivery_item AS item ON item.tenant = wanted.tenant AND item.delivery_id = wanted.id
   JOIN notice ON notice.tenant = item.tenant AND notice.id = item.notice_id
   LEFT JOIN instance ON instance.tenant = notice.tenant AND instance.id = notice.instance_id
   LEFT JOIN organisation ON organisation.tenant = instance.tenant AND organisation.id = instance.organisation_id
   LEFT JOIN LATERAL (
     SELECT min(task.due_at) AS due_at FROM task
     WHERE task.tenant = notice.tenant AND task.instance_id = notice.instance_id AND task.number = ANY (notice.tasks) AND task.status = 'open'
   ) AS task ON true
   WHERE NOT (${isMoot('notice', 'notice.tenant')})
   ORDER BY notice.created_at, notice.id`,
);

const ours = `WHERE tenant = $1 AND id = $2 AND attempts = $3 AND state IN ('queued', 'failed')`;

const markSent = statement(
  'delivery.sent',
  `UPDATE delivery SET state = 'sent', error = NULL, provider_id = $5, sent_at = $4, ended_at = $4 ${ours} RETURNING 1`,
);
const markDropped = statement('delivery.dropped', `UPDATE delivery SET state = 'dropped', error = $5, ended_at = $4 ${ours} RETURNING 1`);
const markGivenUp = statement('delivery.given-up', `UPDATE delivery SET state = 'given-up', error = $5, ended_at = $4 ${ours} RETURNING 1`);
const markFailed = statement(
  'delivery.failed',
  `UPDATE delivery SET state = 'failed', error = $5, next_attempt_at = $4, is_open = $6 AND NOT EXISTS (
     SELECT FROM delivery AS other WHERE other.tenant = delivery.tenant AND other.recipient = delivery.recipient AND other.is_open
   ) ${ours} RETURNING 1`,
);

export interface ClaimSettings {
  readonly now: Date;
  /** When the claim lapses. */
  readonly until: Date;
  readonly via: readonly Via[];
  readonly limit: number;
}

type Claimed = Pick<ClaimedRow, 'tenant' | 'id' | 'attempts'>;

/** Deliveries on their way. Whatever is said of one is said only while the claim is still the speaker's. */
export class DeliveryStore {
  constructor(private readonly database: Database) {}

  claim({ now, until, via, limit }: ClaimSettings): Promise<ClaimedRow[]> {
    return this.database.query<ClaimedRow>(claim, [now, until, via, limit]);
  }

  items(deliveries: readonly Claimed[]): Promise<ItemRow[]> {
    return this.database.query<ItemRow>(items, [deliveries.map(({ tenant }) => tenant), deliveries.map(({ id }) => id)]);
  }

  sent(delivery: Claimed, now: Date, providerId: string | null): Promise<boolean> {
    return this.mark(markSent, delivery, [now, providerId]);
  }

  dropped(delivery: Claimed, now: Date, reason: string): Promise<boolean> {
    return this.mark(markDropped, delivery, [now, reason]);
  }

  givenUp(delivery: Claimed, now: Date, error: string): Promise<boolean> {
    return this.mark(markGivenUp, delivery, [now, error]);
  }

  /** @param isOpen whether further notices may join it, which they may if it certainly did not arrive. */
  async failed(delivery: Claimed, next: Date, error: string, isOpen: boolean): Promise<boolean> {
    try {
      return await this.mark(markFailed, delivery, [next, error, isOpen]);
    } catch (failure) {
      // In this very moment another one was opened for the recipient.
      if (violatedConstraint(failure) !== 'delivery_open') throw failure;
      return this.mark(markFailed, delivery, [next, error, false]);
    }
  }

  private async mark(statement: Statement, { tenant, id, attempts }: Claimed, values: readonly unknown[]): Promise<boolean> {
    return (await this.database.query(statement, [tenant, id, attempts, ...values])).length > 0;
  }
}
