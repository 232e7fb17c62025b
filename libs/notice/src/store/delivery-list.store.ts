import { type Database, statement } from '#platform';
import type { DeliveryState, Via } from './delivery.store.ts';

export interface DeliveryRow {
  readonly id: string;
  readonly via: Via;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly error: string | null;
  readonly provider_id: string | null;
  readonly next_attempt_at: Date;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly name: string | null;
  readonly mail: string | null;
  readonly notices: number;
}

/** A mail belongs to the organisations where its person holds or held a post, a message to that of its channel. */
const isWithin = `EXISTS (
  SELECT FROM organisation
  WHERE organisation.tenant = delivery.tenant
    AND organisation.id IN (
      SELECT holding.organisation_id FROM post_holding AS holding WHERE holding.tenant = delivery.tenant AND holding.person_id = delivery.recipient
      UNION ALL
      SELECT channel.organisation_id
    )
    AND EXISTS (SELECT FROM unnest($2::text[]) AS scope WHERE starts_with(organisation.path, scope)))`;

const columns = `delivery.id, delivery.via, delivery.state, delivery.attempts, delivery.error, delivery.provider_id, delivery.next_attempt_at,
  delivery.created_at, delivery.sent_at, coalesce(person.name, channel.name) AS name, person.mail,
  (SELECT count(*)::integer FROM delivery_item AS item WHERE item.tenant = delivery.tenant AND item.delivery_id = delivery.id) AS notices
  FROM delivery
  LEFT JOIN person ON delivery.via = 'mail' AND person.tenant = delivery.tenant AND person.id = delivery.recipient
  LEFT JOIN channel ON delivery.via = 'webhook' AND channel.tenant = delivery.tenant AND channel.id = delivery.recipient`;

const list = statement(
  'delivery.list',
  `SELECT ${columns} WHERE delivery.tenant = $1 AND delivery.state = $3 AND ${isWithin}
   ORDER BY delivery.created_at DESC, delivery.id DESC LIMIT $4`,
);

const find = statement('delivery.find', `SELECT ${columns} WHERE delivery.tenant = $1 AND ${isWithin} AND delivery.id = $3`);

const retry = statement(
  'delivery.retry',
  `UPDATE delivery SET state = 'queued', attempts = 0, next_attempt_at = $3, ended_at = NULL WHERE tenant = $1 AND id = $2 AND state = 'given-up' RETURNING 1`,
);

/** Deliveries as operators see them, below the organisations whose paths are given. */
export class DeliveryListStore {
  constructor(private readonly database: Database) {}

  list(tenant: string, scopes: readonly string[], state: DeliveryState, limit: number): Promise<DeliveryRow[]> {
    return this.database.query<DeliveryRow & { [column: string]: unknown }>(list, [tenant, scopes, state, limit]);
  }

  async find(tenant: string, scopes: readonly string[], id: string): Promise<DeliveryRow | undefined> {
    const [row] = await this.database.query<DeliveryRow & { [column: string]: unknown }>(find, [tenant, scopes, id]);
    return row;
  }

  /** @returns false when it was not given up. */
  async retry(tenant: string, id: string, now: Date): Promise<boolean> {
    return (await this.database.query(retry, [tenant, id, now])).length > 0;
  }
}
