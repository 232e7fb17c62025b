import { type Clock, type Logger, newsMessage, type Tx } from '#platform';
import type { ClockworkMetrics } from '../clockwork-metrics.ts';
import { Loop } from '../loop.ts';
import type { Message } from '../queue/gather.ts';
import type { JobQueue } from '../queue/queue.ts';
import type { OutboxStore } from '../store/outbox.store.ts';
import { alarmMessage, bucketsOf } from '../timer/alarm-calls.ts';
import type { Alarms } from '../timer/alarms.ts';

export interface RelayOptions {
  readonly outbox: OutboxStore;
  readonly queue: Pick<JobQueue, 'add'>;
  readonly alarms: Pick<Alarms, 'arm'>;
  /** Writes down what people's screens have to hear of, with the end of the transaction that removes the messages. */
  readonly tell: (tx: Tx, messages: readonly Pick<Message, 'tenant' | 'payload'>[]) => void;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ClockworkMetrics;
  readonly batchSize?: number;
  /** Whether there is more urgent work: what messages bring about would take its time from it. */
  readonly isBusy?: () => boolean;
  /** For how many milliseconds messages are held back for that, at most. */
  readonly patience?: number;
}

const idleMilliseconds = 200;
const usualPatience = 30_000;
const measuringEvery = 5_000;

/**
 * Hands the outbox's messages to the queue, oldest first, at least once. Several may run at once: each message is
 * taken by one of them, so that the messages of one case may overtake each other. While the queue or the database is
 * away, messages wait in the outbox.
 *
 * What was handed over is the queue's to keep. A Redis that loses its data loses the jobs in it: timers are rows and
 * fall due again by themselves, and notices of open tasks are made up for within the hour (`apps/worker/src/chores.ts`);
 * messages and signals are gone, which is why Redis is to be run with its append-only file.
 */
export class Relay {
  private readonly loop: Loop;
  private readonly batchSize: number;
  private busySince: number | undefined;
  private measuredAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: RelayOptions) {
    this.batchSize = options.batchSize ?? 500;
    this.loop = new Loop({ name: 'relay', idleMilliseconds, logger: options.logger, pass: () => this.pass() });
  }

  start(): void {
    this.loop.start();
  }

  /** Waits for the batch under way. */
  async stop(): Promise<void> {
    await this.loop.stop();
  }

  /** Hands over one batch. True when it was full, so that there may be more. */
  async pass(): Promise<boolean> {
    const { outbox, metrics, clock } = this.options;
    await this.measure();
    if (this.isHeldBack()) return false;
    await outbox.release(this.batchSize, clock.now());
    const taken = await outbox.take(this.batchSize, (messages, tx) => this.handOver(messages, tx));
    metrics.relayed.inc(taken);
    return taken === this.batchSize;
  }

  private isHeldBack(): boolean {
    const { isBusy = () => false, patience = usualPatience } = this.options;
    this.busySince = isBusy() ? (this.busySince ?? performance.now()) : undefined;
    return this.busySince !== undefined && performance.now() - this.busySince < patience;
  }

  /** Calls for alarms are no jobs: the alarms have a queue of their own. Nor is news, which has a table. */
  private async handOver(messages: readonly Message[], tx: Tx): Promise<void> {
    const { queue, alarms, tell } = this.options;
    const calls = messages.filter(({ job }) => job === alarmMessage);
    const news = messages.filter(({ job }) => job === newsMessage);
    const jobs = messages.filter(({ job }) => job !== alarmMessage && job !== newsMessage);
    if (jobs.length > 0) await queue.add(jobs);
    if (news.length > 0) tell(tx, news);
    await alarms.arm([...new Set(calls.flatMap(({ payload }) => bucketsOf(payload)))]);
  }

  /** Before handing over, and whatever comes of it: the figures matter most while nothing gets through. */
  private async measure(): Promise<void> {
    const { outbox, clock, metrics } = this.options;
    if (performance.now() - this.measuredAt < measuringEvery) return;
    this.measuredAt = performance.now();
    const { waiting, oldest } = await outbox.state();
    metrics.platform.outboxWaiting.set(waiting);
    metrics.outboxAge.set(oldest === null ? 0 : Math.max(0, (clock.now().getTime() - oldest.getTime()) / 1000));
  }
}
