import pLimit from 'p-limit';
import { type Clock, type Logger, TransientError } from '#platform';
import type { ClockworkMetrics } from '../clockwork-metrics.ts';
import { Loop } from '../loop.ts';
import type { DueTimer, TimerStore } from '../store/timer.store.ts';
import { keyOf, Setbacks } from './setbacks.ts';

/**
 * Fires a timer: an ordinary command that looks at the row under the case's lock, does what is due, and removes the
 * row. It is called again for a row that is still there, and may be called by several processes at once.
 */
export type FireTimer = (timer: DueTimer) => Promise<void>;

export interface TimerSweepOptions {
  readonly timers: TimerStore;
  readonly fire: FireTimer;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ClockworkMetrics;
  readonly batchSize?: number;
  /** Timers fired at the same time. */
  readonly concurrency?: number;
}

const idleMilliseconds = 1_000;

/** Looks about once a second for timers that are due and fires them. It keeps no state that matters: the rows do. */
export class TimerSweep {
  private readonly loop: Loop;
  private readonly batchSize: number;
  private readonly limit: ReturnType<typeof pLimit>;
  private readonly setbacks = new Setbacks();

  constructor(private readonly options: TimerSweepOptions) {
    this.batchSize = options.batchSize ?? 200;
    this.limit = pLimit(options.concurrency ?? 8);
    this.loop = new Loop({
      name: 'timer sweep',
      idleMilliseconds,
      logger: options.logger,
      pass: async (stopping) => {
        await this.sweep(stopping);
        return false;
      },
    });
  }

  start(): void {
    this.loop.start();
  }

  /** Waits for the timers that are being fired. */
  async stop(): Promise<void> {
    await this.loop.stop();
  }

  /**
   * Fires what is due until nothing is left but what has failed. What failed is let alone for a while, so that it is
   * neither tried in a hot loop nor in the way of others.
   * @throws TransientError when the database is away.
   */
  async sweep(stopping: AbortSignal = new AbortController().signal): Promise<void> {
    const { timers, clock } = this.options;
    const fired = new Set<string>();
    while (!stopping.aborted) {
      const batch = await timers.due(clock.now(), this.setbacks.paused(), this.batchSize);
      if (batch.length === 0) return;
      const outage = new AbortController();
      await Promise.all(
        batch.map((timer) =>
          this.limit(async () => {
            if (!stopping.aborted && !outage.signal.aborted) await this.attempt(timer, fired, outage);
          }),
        ),
      );
      outage.signal.throwIfAborted();
    }
  }

  private async attempt(timer: DueTimer, fired: Set<string>, outage: AbortController): Promise<void> {
    const { fire, clock, metrics } = this.options;
    try {
      if (fired.has(keyOf(timer))) throw new Error('the timer was fired and its row is still there');
      await fire(timer);
      fired.add(keyOf(timer));
      this.setbacks.clear(timer);
      metrics.timersFired.inc({ result: 'fired' });
      metrics.timerLateness.observe((clock.now().getTime() - timer.dueAt.getTime()) / 1000);
    } catch (error) {
      const failures = this.setbacks.add(timer);
      metrics.timersFired.inc({ result: 'failed' });
      if (error instanceof TransientError) outage.abort(error);
      else this.options.logger.error({ err: error, timer, failures }, 'a timer could not be fired; it will be tried again');
    }
  }
}
