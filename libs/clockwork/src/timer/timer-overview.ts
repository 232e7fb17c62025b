import type { Clock, Database, Logger } from '#platform';
import { AlarmQueue, alarmQueueName } from '../queue/alarm-queue.ts';
import { type Backend, backendOf, connectTo } from '../queue/connection.ts';
import { LatenessStore } from '../store/lateness.store.ts';
import { TimerCountStore, type TimerCounts } from '../store/timer-count.store.ts';

export interface TimerOverviewOptions {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** How late the timers of the last hour were. */
export interface LatenessSummary {
  readonly fired: number;
  /** In seconds, the bound below which half of them were; null when none fired, or it was later than the last bound. */
  readonly p50: number | null;
  /** The same of 99 in a hundred. */
  readonly p99: number | null;
}

/** How the timers of a tenant are doing, and the queue that wakes all of them. */
export interface TimerView {
  readonly counts: TimerCounts;
  readonly lateness: LatenessSummary;
  readonly queue: {
    readonly backend: Backend;
    /** Buckets with an alarm that has not gone off, of all tenants; null while the queue does not answer. */
    readonly alarms: number | null;
  };
}

/** What an operator asks about timers. The queue is opened when it is first asked for. */
export class TimerOverview {
  private queue: AlarmQueue | undefined;
  private readonly timers: TimerCountStore;
  private readonly lateness: LatenessStore;

  constructor(private readonly options: TimerOverviewOptions) {
    this.timers = new TimerCountStore(options.database);
    this.lateness = new LatenessStore(options.database);
  }

  async read(tenant: string): Promise<TimerView> {
    const now = this.options.clock.now();
    const [counts, lateness, alarms] = await Promise.all([
      this.timers.counts(tenant, now),
      this.lateness.lastHour(tenant, now),
      this.countAlarms(),
    ]);
    return { counts, lateness: summaryOf(lateness), queue: { backend: backendOf(this.options), alarms } };
  }

  async close(): Promise<void> {
    await this.queue?.close();
  }

  private async countAlarms(): Promise<number | null> {
    const { databaseUrl, redisUrl, logger } = this.options;
    this.queue ??= new AlarmQueue({ connection: connectTo({ databaseUrl, redisUrl, queueName: alarmQueueName }), logger });
    const { queue } = this;
    return queue
      .ready()
      .then(() => queue.countArmed())
      .catch(() => null);
  }
}

function summaryOf(counts: readonly { readonly atMost: number; readonly fired: number }[]): LatenessSummary {
  const total = counts.reduce((sum, { fired }) => sum + fired, 0);
  const below = (share: number): number | null => {
    let sum = 0;
    const bound = counts.find(({ fired }) => {
      sum += fired;
      return sum >= share * total;
    })?.atMost;
    return bound === undefined || !Number.isFinite(bound) ? null : bound;
  };
  return { fired: total, p50: below(0.5), p99: below(0.99) };
}
