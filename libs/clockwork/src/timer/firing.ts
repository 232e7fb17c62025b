import { type Clock, type Logger, TransientError } from '#platform';
import type { ClockworkMetrics } from '../clockwork-metrics.ts';
import { claimSize, type DueTimer, type Postponed, type TimerStore } from '../store/timer.store.ts';
import type { Lateness } from './lateness.ts';
import { Setbacks } from './setbacks.ts';

/**
 * Fires a timer: an ordinary command that looks at the row under the case's lock, does what is due, and removes the
 * row. It is called again for a row that is still there, and may be called by several processes at once.
 */
export type FireTimer = (timer: DueTimer) => Promise<void>;

export interface FiringOptions {
  readonly timers: TimerStore;
  readonly fire: FireTimer;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ClockworkMetrics;
  readonly lateness: Lateness;
}

/** While one is being committed, the next is being claimed. */
const batchesUnderWay = 2;

/**
 * Claims what is due and fires it, a batch at a time, until nothing is left but what others have claimed and what has
 * failed. A claim is no more than a promise to be quick: the effect of a timer is the door's, once, whoever fires it.
 */
export class Firing {
  private draining: Promise<void> | undefined;
  private isStopped = false;
  private readonly setbacks = new Setbacks();

  constructor(private readonly options: FiringOptions) {}

  /**
   * Asked for while it is going on, it is the same one.
   * @param onBacklog called once when there is more than a batch, so that others may be asked to help.
   * @throws TransientError when the database is away.
   */
  drain(onBacklog?: () => void): Promise<void> {
    this.draining ??= this.fireAll(onBacklog).finally(() => (this.draining = undefined));
    return this.draining;
  }

  /** Waits for the batches under way, and begins no other. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.draining?.catch(() => undefined);
  }

  private async fireAll(onBacklog: () => void = () => undefined): Promise<void> {
    const underWay = new Set<Promise<void>>();
    let trouble: unknown;
    let batches = 0;
    while (!this.isStopped && trouble === undefined) {
      const batch = await this.options.timers.claim(this.options.clock.now());
      const work = this.fireBatch(batch)
        .catch((error: unknown) => (trouble ??= error))
        .then(() => void underWay.delete(work));
      underWay.add(work);
      batches += 1;
      if (batch.length < claimSize) break;
      if (batches === batchesUnderWay) onBacklog();
      if (underWay.size >= batchesUnderWay) await Promise.race(underWay);
    }
    await Promise.all(underWay);
    if (trouble !== undefined) throw trouble;
  }

  /** What is not fired is given back. @throws TransientError when the database is away; then it is free when the claim lapses. */
  private async fireBatch(batch: readonly DueTimer[]): Promise<void> {
    const away: unknown[] = [];
    const results = await Promise.all(batch.map((timer) => this.attempt(timer, away)));
    await this.options.timers.postpone(results.filter((result) => result !== undefined));
    if (away.length > 0) throw away[0];
  }

  /** @returns the timer, if it is to be tried again. */
  private async attempt(timer: DueTimer, away: unknown[]): Promise<Postponed | undefined> {
    const { fire, clock, metrics, lateness, logger } = this.options;
    // The clock may have been turned back since it was claimed.
    if (clock.now() < timer.dueAt) return { ...timer, seconds: 0 };
    try {
      await fire(timer);
      this.setbacks.clear(timer);
      const late = Math.max(0, clock.now().getTime() - timer.dueAt.getTime()) / 1000;
      metrics.timersFired.inc({ result: 'fired' });
      metrics.timerLateness.observe(late);
      lateness.note(timer.tenant, late);
      return undefined;
    } catch (error) {
      metrics.timersFired.inc({ result: 'failed' });
      if (error instanceof TransientError) {
        away.push(error);
        return { ...timer, seconds: 0 };
      }
      const { failures, seconds } = this.setbacks.add(timer);
      logger.error({ err: error, timer, failures }, 'a timer could not be fired; it will be tried again');
      return { ...timer, seconds };
    }
  }
}
