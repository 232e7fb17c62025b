import { Counter } from 'prom-client';
import type { Metrics } from '#platform';

/** What is measured of deliveries. Made once a registry. */
export class DeliveryMetrics {
  readonly deliveries: Counter<'via' | 'result'>;
  readonly items: Counter<'via'>;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.deliveries = new Counter({
      name: 'shenpi_deliveries_total',
      help: 'Attempts to deliver a mail or a webhook’s message, by what came of them: sent, failed, given-up or dropped.',
      labelNames: ['via', 'result'],
      registers,
    });
    this.items = new Counter({
      name: 'shenpi_delivered_notices_total',
      help: 'Notices that were sent outside the app: many of them share a delivery.',
      labelNames: ['via'],
      registers,
    });
  }
}
