import { randomInt } from 'node:crypto';
import { businessDay, type Clock, type Logger } from '#platform';
import type { Mailer } from '../mail/mailer.ts';
import type { CollectionStore } from '../store/collection.store.ts';
import type { ClaimedRow, DeliveryStore, ItemRow, Via } from '../store/delivery.store.ts';
import { digestOf, type Item } from '../text/digest.ts';
import { pauseAfter } from './backoff.ts';
import type { DeliveryMetrics } from './delivery-metrics.ts';
import { type Attempt, type Post, sendMail, sendMessage } from './sending.ts';

export interface DeliveriesOptions {
  readonly collection: CollectionStore;
  readonly store: DeliveryStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: DeliveryMetrics;
  /** None when mail is off: mails then wait for a worker that has one. */
  readonly mailer: Mailer | undefined;
  readonly post: Post;
  readonly digestMinutes: number;
  readonly deliveryAttempts: number;
  readonly publicUrl: string | undefined;
}

const minute = 60_000;
/** Longer than the slowest mail server is waited for. */
const claimFor = 5 * minute;
/** Sent at once, so that all of them are done before their claims lapse. */
const sentAtOnce = 10;
const collectedAtOnce = 500;

/**
 * Takes notices out of the app, by mail and by webhook. Everything it knows is in rows: several workers may do it at once,
 * and one that is killed leaves its claims to lapse, after which another sends the same again under the same id.
 */
export class Deliveries {
  constructor(private readonly options: DeliveriesOptions) {}

  /** Collects what is new and sends what is due, a batch of each. True when there may be more. */
  async pass(): Promise<boolean> {
    const collected = await this.collect();
    const claimed = await this.send();
    return collected === collectedAtOnce || claimed === sentAtOnce;
  }

  /** @returns how many notices were put into deliveries, or had nobody to go to. */
  collect(): Promise<number> {
    const { collection, clock, digestMinutes, mailer } = this.options;
    const now = clock.now();
    const window = digestMinutes * minute;
    return collection.collect({
      now,
      day: businessDay(now),
      limit: collectedAtOnce,
      window,
      pressingWindow: Math.min(window, minute),
      isMailOn: mailer !== undefined,
    });
  }

  /** @returns how many deliveries were tried. */
  async send(): Promise<number> {
    const { store, clock, mailer } = this.options;
    const now = clock.now();
    const via: Via[] = mailer === undefined ? ['webhook'] : ['mail', 'webhook'];
    const claimed = await store.claim({ now, until: new Date(now.getTime() + claimFor), via, limit: sentAtOnce });
    if (claimed.length === 0) return 0;
    const rows = await store.items(claimed);
    await Promise.all(
      claimed.map((delivery) =>
        this.deliver(
          delivery,
          rows.filter(({ tenant, delivery_id }) => tenant === delivery.tenant && delivery_id === delivery.id).map(itemOf),
        ),
      ),
    );
    return claimed.length;
  }

  private async deliver(delivery: ClaimedRow, items: readonly Item[]): Promise<void> {
    const { store, clock, metrics, deliveryAttempts } = this.options;
    const { via, attempts } = delivery;
    if (items.length === 0 || delivery.address === null) {
      await store.dropped(delivery, clock.now(), items.length === 0 ? 'nothing-left' : 'nobody-left');
      metrics.deliveries.inc({ via, result: 'dropped' });
      return;
    }
    // Its workers were killed at it each time before they could say so.
    if (attempts > deliveryAttempts) return this.giveUp(delivery, 'interrupted');
    const attempt = await this.attempt(delivery, items);
    if (attempt.kind === 'sent') {
      await store.sent(delivery, clock.now(), attempt.providerId);
      metrics.deliveries.inc({ via, result: 'sent' });
      metrics.items.inc({ via }, items.length);
      return;
    }
    if (attempt.isFinal || attempts >= deliveryAttempts) return this.giveUp(delivery, attempt.code);
    const pause = pauseAfter(attempts, randomInt(1_000) / 1_000, attempt.pause);
    await store.failed(delivery, new Date(clock.now().getTime() + pause), attempt.code, attempt.isCertain);
    metrics.deliveries.inc({ via, result: 'failed' });
  }

  private attempt(delivery: ClaimedRow, items: readonly Item[]): Promise<Attempt> {
    const { clock, mailer, post, publicUrl, logger } = this.options;
    const digest = digestOf(items, delivery.language ?? 'zh-CN', publicUrl);
    const told = { id: delivery.id, digest, items, at: clock.real() };
    const sending = delivery.via === 'mail' ? sendMail(mailer, delivery, told, clock.now()) : sendMessage(post, delivery, told);
    return sending.catch((error: unknown) => {
      logger.error({ err: error, delivery: delivery.id }, 'a delivery could not be made up; it will be tried again');
      return { kind: 'failed', code: 'defect', isCertain: false, isFinal: false };
    });
  }

  private async giveUp(delivery: ClaimedRow, code: string): Promise<void> {
    const { store, clock, metrics, logger } = this.options;
    const { tenant, id, via, attempts } = delivery;
    await store.givenUp(delivery, clock.now(), code);
    metrics.deliveries.inc({ via, result: 'given-up' });
    logger.error({ tenant, delivery: id, via, attempts, code }, 'a delivery was given up; an operator may have it tried again');
  }
}

const itemOf = (row: ItemRow): Item => ({
  id: row.id,
  kind: row.kind,
  title: { zh: row.title_zh, ...(row.title_en !== null && { en: row.title_en }) },
  instance: row.instance_id,
  caseNumber: row.case_number,
  organisation: row.organisation,
  dueAt: row.due_at,
  createdAt: row.created_at,
});
