import { randomInt } from 'node:crypto';
import { type Clock, type Logger, TransientError } from '#platform';
import type { ClockworkMetrics } from '../clockwork-metrics.ts';
import { Loop } from '../loop.ts';

/** Something to be seen to from time to time: removed once it is old enough, or made up for. */
export interface Chore {
  /** What it is about, for log and metrics. */
  readonly name: string;
  /**
   * Sees to up to `limit`, as of `now`. Several workers may do it at once.
   * @returns how many there were; fewer than `limit` says that there is no more.
   */
  readonly run: (now: Date, limit: number) => Promise<number>;
}

export interface HousekeepingOptions {
  readonly chores: readonly Chore[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ClockworkMetrics;
  /** Seen to in one transaction at most. */
  readonly batchSize?: number;
  /** How often is looked whether it is time. */
  readonly idleMilliseconds?: number;
}

const minute = 60_000;

/** Spread out, so that workers that were started together do not all come at once. */
const firstInterval = (): number => randomInt(minute, 10 * minute);
const nextInterval = (): number => randomInt(55 * minute, 65 * minute);

/** Does its chores about once an hour, by the domain's clock. */
export class Housekeeping {
  private readonly loop: Loop;
  private readonly batchSize: number;
  private lastAt: number;
  private interval = firstInterval();

  constructor(private readonly options: HousekeepingOptions) {
    const { clock, logger, batchSize = 500, idleMilliseconds = 30_000 } = options;
    this.batchSize = batchSize;
    this.lastAt = clock.now().getTime();
    this.loop = new Loop({
      name: 'housekeeping',
      idleMilliseconds,
      logger,
      pass: async (stopping) => {
        await this.passIfDue(stopping);
        return false;
      },
    });
  }

  start(): void {
    this.loop.start();
  }

  /** Waits for the batch under way. */
  async stop(): Promise<void> {
    await this.loop.stop();
  }

  /** Does every chore to its end. One that fails is left for the next time and does not keep the others from being done. */
  async pass(stopping: AbortSignal = new AbortController().signal): Promise<void> {
    const now = this.options.clock.now();
    for (const chore of this.options.chores) await this.attempt(chore, now, stopping);
  }

  private async passIfDue(stopping: AbortSignal): Promise<void> {
    const now = this.options.clock.now().getTime();
    // The clock may also have been turned back.
    if (Math.abs(now - this.lastAt) < this.interval) return;
    await this.pass(stopping);
    this.lastAt = now;
    this.interval = nextInterval();
  }

  private async attempt({ name, run }: Chore, now: Date, stopping: AbortSignal): Promise<void> {
    const { logger, metrics } = this.options;
    let done = 0;
    try {
      for (let last = this.batchSize; last >= this.batchSize && !stopping.aborted; done += last) {
        last = await run(now, this.batchSize);
        metrics.chores.inc({ what: name }, last);
      }
    } catch (error) {
      if (error instanceof TransientError) throw error;
      logger.error({ err: error, chore: name }, 'housekeeping failed; it will be tried again');
    }
    if (done > 0) logger.info({ done, what: name }, 'housekeeping');
  }
}
