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

/** While a full batch is being committed, another is being claimed. */
const mostUnderWay = 2 * claimSize;

/**
 * Claims what is due and fires it, a batch at a time, until nothing is left but what others have claimed and what has
 * failed. A claim is no more than a promise to be quick: the effect of a timer is the door's, once, whoever fires it.
 */
export class Firing {
  /** Whether more is due than has been claimed: a backlog, as at nine o'clock on a report day. */
  isBehind = false;
  private readonly batches = new Set<Promise<void>>();
  private underWay = 0;
  private claiming: Promise<void> | undefined;
  private trouble: { readonly error: unknown } | undefined;
  private isStopped = false;
  private readonly setbacks = new Setbacks();

  constructor(private readonly options: FiringOptions) {}

  /**
   * Claims all that is due and begins to fire it. Asked for while it is going on, it is the same one.
   * @param onBacklog called when there is more than a batch, so that others may be asked to help.
   * @throws TransientError when the database is away, also if it was while the last ones were fired.
   */
  look(onBacklog?: () => void): Promise<void> {
    this.claiming ??= this.claimAll(onBacklog).finally(() => (this.claiming = undefined));
    return this.claiming;
  }

  /** The same, and waits until all of it has been fired. */
  async drain(onBacklog?: () => void): Promise<void> {
    await this.look(onBacklog);
    await Promise.all(this.batches);
    this.throwTrouble();
  }

  /** Waits for the batches under way, and begins no other. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.claiming?.catch(() => undefined);
    await Promise.all(this.batches);
  }

  private async claimAll(onBacklog: () => void = () => undefined): Promise<void> {
    this.isBehind = false;
    for (let full = 0; !this.isStopped; ) {
      this.throwTrouble();
      const batch = await this.options.timers.claim(this.options.clock.now());
      this.isBehind = batch.length === claimSize;
      if (batch.length > 0) this.begin(batch);
      if (batch.length < claimSize) return;
      full += 1;
      if (full === 2) onBacklog();
      while (this.underWay >= mostUnderWay) await Promise.race(this.batches);
    }
  }

  private begin(batch: readonly DueTimer[]): void {
    this.underWay += batch.length;
    const work = this.fireBatch(batch)
      .catch((error: unknown) => void (this.trouble = { error }))
      .finally(() => {
        this.underWay -= batch.length;
        this.batches.delete(work);
      });
    this.batches.add(work);
  }

  private throwTrouble(): void {
    const { trouble } = this;
    this.trouble = undefined;
    if (trouble !== undefined) throw trouble.error;
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
