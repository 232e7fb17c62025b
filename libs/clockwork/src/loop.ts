import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#platform';
import { Outage } from './outage.ts';

export interface LoopSettings {
  readonly name: string;
  readonly idleMilliseconds: number;
  readonly logger: Logger;
  /** Does what there is to do, or a batch of it. True when there is more, so that the next pass follows at once. */
  readonly pass: (stopping: AbortSignal) => Promise<boolean>;
}

const longestPause = 10_000;

/** Runs passes one after another until it is stopped. A pass that throws is tried again, after longer and longer pauses. */
export class Loop {
  private readonly stopping = new AbortController();
  private readonly outage: Outage;
  private running: Promise<void> | undefined;

  constructor(private readonly settings: LoopSettings) {
    this.outage = new Outage(settings.name, settings.logger);
  }

  start(): void {
    this.running ??= this.run(this.stopping.signal);
  }

  /** Waits for the pass under way. A loop that was stopped is not started again. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const pause = await this.turn(signal);
      // Only the abort rejects, and that is what the loop's condition asks about.
      if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }

  private async turn(signal: AbortSignal): Promise<number> {
    const { idleMilliseconds, pass } = this.settings;
    try {
      const isMore = await pass(signal);
      this.outage.over();
      return isMore ? 0 : idleMilliseconds;
    } catch (error) {
      this.outage.met(error);
      return Math.min(idleMilliseconds * 2 ** this.outage.failures, longestPause);
    }
  }
}
