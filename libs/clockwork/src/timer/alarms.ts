import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Logger } from '#platform';
import type { ClockworkMetrics } from '../clockwork-metrics.ts';
import { Loop } from '../loop.ts';
import type { AlarmData, AlarmQueue, WakeUp } from '../queue/alarm-queue.ts';
import type { TimerStore } from '../store/timer.store.ts';
import { bucketLength, bucketOf, horizon } from './buckets.ts';
import type { Firing } from './firing.ts';

export interface AlarmsOptions {
  readonly queue: AlarmQueue;
  readonly timers: TimerStore;
  readonly firing: Firing;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ClockworkMetrics;
  /** In milliseconds; an alarm that is further away is armed again when it comes. */
  readonly longestDelay?: number;
}

/** What Node's own timers can wait for, which BullMQ waits with. */
const longestTimeout = 2 ** 31 - 1;

/** An alarm goes off so much before its bucket begins: BullMQ may be as late, and a timer due with the bucket's first instant is not to be. */
const headStart = 250;
/** While a bucket is watched, it is looked so often for what has fallen due. */
const watchEvery = 50;
/** A worker that has not looked for so long, because its queue is away or others get the sweeps, looks by itself. */
const sweepAfter = 1_200;
const lookEvery = 300;
const afterTrouble = 500;
const checkEvery = (): number => randomInt(3_000, 5_000);

/**
 * Wakes up when timers fall due. Alarms are for being on time; the sweep, once a second, is for whatever no alarm woke:
 * timers of a turned clock, alarms that were lost, those of a worker that was killed. Neither is trusted: the rows are.
 */
export class Alarms {
  private readonly stopping = new AbortController();
  private readonly loops: readonly Loop[];
  private lookedAt = performance.now();

  constructor(private readonly options: AlarmsOptions) {
    const { logger } = options;
    this.loops = [
      new Loop({ name: 'timer sweep', idleMilliseconds: lookEvery, logger, pass: () => this.sweepUnlessDone() }),
      new Loop({ name: 'alarms', idleMilliseconds: checkEvery(), logger, pass: () => this.restore() }),
    ];
  }

  start(): void {
    for (const loop of this.loops) loop.start();
  }

  /** Gives up what is being watched, to another worker. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.options.firing.stop(), ...this.loops.map((loop) => loop.stop())]);
  }

  /** Has the buckets woken. Those of the past are woken at once. */
  async arm(buckets: readonly number[]): Promise<void> {
    await this.options.queue.arm(buckets.map((bucket) => this.wakeUp(bucket)));
  }

  /** Sees to whatever came out of the queue. @returns in how many milliseconds it is to come again, if it is. */
  async handle(name: string, { bucket }: AlarmData): Promise<number | undefined> {
    this.options.metrics.wakeUps.inc({ by: name });
    if (name === 'alarm' && bucket !== undefined) return this.watch(bucket);
    if (name === 'refill') await this.refill();
    else await this.drain();
    return undefined;
  }

  /** Arms all that is due within the horizon; what is armed already stays as it is. */
  async refill(): Promise<void> {
    const now = this.options.clock.now();
    const dues = await this.options.timers.nextBuckets(new Date(bucketOf(now)), new Date(now.getTime() + horizon));
    await this.arm(dues.map(bucketOf));
  }

  private wakeUp(bucket: number): WakeUp {
    const { longestDelay = longestTimeout } = this.options;
    return { bucket, delay: Math.min(Math.max(0, this.until(bucket) - headStart), longestDelay) };
  }

  private until(bucket: number): number {
    return bucket - this.options.clock.now().getTime();
  }

  /** Fires what falls due in a bucket, as it falls due, until it is over: by the domain's clock, and if that is turned back, by real time. */
  private async watch(bucket: number): Promise<number | undefined> {
    // It was armed as far ahead as could be, or the clock has been turned back.
    if (this.until(bucket) > 2 * headStart) return this.wakeUp(bucket).delay;
    const longest = performance.now() + headStart + bucketLength;
    for (let isOver = false; !isOver; ) {
      if (this.stopping.signal.aborted) return 0;
      isOver = this.until(bucket) <= -bucketLength || performance.now() > longest;
      const isWell = await this.look().then(
        () => true,
        () => false,
      );
      if (!isOver) await sleep(isWell ? watchEvery : afterTrouble, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
    return undefined;
  }

  private async look(): Promise<void> {
    this.lookedAt = performance.now();
    await this.options.firing.look(() => this.callHelp());
  }

  private async drain(): Promise<void> {
    await this.look();
    await this.options.firing.drain();
  }

  /** Not waited for: help that does not come is no trouble. */
  private callHelp(): void {
    this.options.queue.callHelp().catch(() => undefined);
  }

  private async sweepUnlessDone(): Promise<false> {
    if (performance.now() - this.lookedAt >= sweepAfter) {
      this.options.metrics.wakeUps.inc({ by: 'process' });
      await this.drain();
    }
    return false;
  }

  /** At the start, and when the queue has lost what was in it. */
  private async restore(): Promise<false> {
    const { queue } = this.options;
    if (!(await queue.isScheduled())) {
      await queue.schedule();
      await this.refill();
    }
    return false;
  }
}
