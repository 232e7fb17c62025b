import type { Clock, Refusal } from '#platform';
import type { DeliveryState, Via } from '../store/delivery.store.ts';
import type { DeliveryListStore, DeliveryRow } from '../store/delivery-list.store.ts';

/** What became of a mail or a webhook's message. Times are ISO 8601. */
export interface Delivery {
  readonly id: string;
  readonly via: Via;
  readonly state: DeliveryState;
  /** Name of the person or of the channel; null when it is gone. */
  readonly recipient: string | null;
  /** Where a mail goes. */
  readonly mail: string | null;
  /** How many notices are in it. */
  readonly notices: number;
  readonly attempts: number;
  /** What the last attempt failed with. */
  readonly error: string | null;
  /** What the mail server said when it took it. */
  readonly providerId: string | null;
  readonly createdAt: string;
  /** Only of what is to be tried yet. */
  readonly nextAttemptAt: string | null;
  readonly sentAt: string | null;
}

const mostListed = 200;

/** For operators: what has not got through, and trying it again. */
export class DeliveryList {
  constructor(
    private readonly store: DeliveryListStore,
    private readonly clock: Clock,
  ) {}

  /** The newest 200 of a state. */
  async inState(tenant: string, scopes: readonly string[], state: DeliveryState): Promise<Delivery[]> {
    return (await this.store.list(tenant, scopes, state, mostListed)).map(deliveryOf);
  }

  /** Has one that was given up tried again, with as many attempts as a new one. */
  async retry(tenant: string, scopes: readonly string[], id: string): Promise<Delivery | Refusal> {
    if ((await this.store.find(tenant, scopes, id)) === undefined)
      return { kind: 'refused', code: 'delivery.unknown', params: { delivery: id } };
    if (!(await this.store.retry(tenant, id, this.clock.now()))) return { kind: 'refused', code: 'delivery.not-given-up' };
    const row = await this.store.find(tenant, scopes, id);
    return row === undefined ? { kind: 'refused', code: 'delivery.unknown', params: { delivery: id } } : deliveryOf(row);
  }
}

const deliveryOf = (row: DeliveryRow): Delivery => ({
  id: row.id,
  via: row.via,
  state: row.state,
  recipient: row.name,
  mail: row.mail,
  notices: row.notices,
  attempts: row.attempts,
  error: row.error,
  providerId: row.provider_id,
  createdAt: row.created_at.toISOString(),
  nextAttemptAt: row.state === 'queued' || row.state === 'failed' ? row.next_attempt_at.toISOString() : null,
  sentAt: row.sent_at?.toISOString() ?? null,
});
