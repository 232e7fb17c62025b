import type { Clock, Config, Database, Logger, Metrics } from '#platform';
import { openMailer } from '../mail/open-mailer.ts';
import { CollectionStore } from '../store/collection.store.ts';
import { DeliveryStore } from '../store/delivery.store.ts';
import { post } from '../webhook/post.ts';
import { Deliveries } from './deliveries.ts';
import { DeliveryMetrics } from './delivery-metrics.ts';

export interface DeliveringParts {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export interface Delivering {
  readonly deliveries: Deliveries;
  close(): Promise<void>;
}

/** Everything that takes notices out of the app, as the settings say. Once a process. */
export async function openDelivering({ config, database, clock, logger, metrics }: DeliveringParts): Promise<Delivering> {
  const open = await openMailer(config);
  const { mailer } = open;
  if (mailer === undefined) logger.warn('SHENPI_SMTP_URL is not set: no notices are mailed');
  const { digestMinutes, deliveryAttempts, publicUrl, privateWebhooks } = config;
  const deliveries = new Deliveries({
    collection: new CollectionStore(database),
    store: new DeliveryStore(database),
    clock,
    logger,
    metrics: new DeliveryMetrics(metrics),
    mailer,
    post: (outgoing) => post(outgoing, privateWebhooks),
    digestMinutes,
    deliveryAttempts,
    publicUrl,
  });
  return { deliveries, close: () => open.close() };
}
