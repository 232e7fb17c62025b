import type { Clock, Logger } from '#platform';
import type { ClockworkMetrics } from '../clockwork-metrics.ts';
import { Loop } from '../loop.ts';
import type { Round } from './round.ts';

export interface RoundsOptions {
  readonly rounds: readonly Round[];
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ClockworkMetrics;
  /** How often is looked whether it is time. */
  readonly idleMilliseconds?: number;
}

/**
 * Makes its rounds: at the start, at each instant at which something falls due, and at least once a minute, because what
 * falls due may have been changed meanwhile. Each goes by itself, so that none waits for another. One that fails is
 * made again, after longer and longer pauses.
 */
export class Rounds {
  private readonly loops: readonly Loop[];

  constructor({ rounds, clock, logger, metrics, idleMilliseconds = 200 }: RoundsOptions) {
    this.loops = rounds.map((round) => {
      const turns = new Turns(round, clock, metrics);
      return new Loop({ name: `round ${round.name}`, idleMilliseconds, logger, pass: () => turns.takeIfTime() });
    });
  }

  start(): void {
    for (const loop of this.loops) loop.start();
  }

  /** Waits for the rounds under way. */
  async stop(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}

const longestPause = 60_000;

/** When a round was made last, and when it is to be made again. */
class Turns {
  /** By the domain's clock, which may be turned, and by one that cannot be. */
  private last: { readonly at: number; readonly elapsed: number } | undefined;
  private nextAt = Number.POSITIVE_INFINITY;

  constructor(
    private readonly round: Round,
    private readonly clock: Clock,
    private readonly metrics: ClockworkMetrics,
  ) {}

  async takeIfTime(): Promise<false> {
    const now = this.clock.now();
    if (!this.isTime(now.getTime())) return false;
    const stop = this.metrics.rounds.startTimer({ round: this.round.name });
    try {
      await this.round.run(now);
      this.nextAt = (await this.round.next(now))?.getTime() ?? Number.POSITIVE_INFINITY;
      this.last = { at: now.getTime(), elapsed: performance.now() };
      stop({ result: 'done' });
    } catch (error) {
      stop({ result: 'failed' });
      throw error;
    }
    return false;
  }

  private isTime(now: number): boolean {
    if (this.last === undefined) return true;
    const { at, elapsed } = this.last;
    // A next instant that is not ahead of the last round would have it made without end.
    const isDue = this.nextAt > at && this.nextAt <= now;
    return isDue || now < at || now - at >= longestPause || performance.now() - elapsed >= longestPause;
  }
}
