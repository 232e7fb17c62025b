import type { Logger } from 'pino';

export interface RereadingSettings {
  /** What is read, for the log. */
  readonly name: string;
  readonly read: () => Promise<void>;
  readonly logger: Logger;
  readonly milliseconds?: number;
}

/**
 * Reads something small again about every second, so that what another process has changed is known soon without anybody
 * asking on the way of a command. While the database is away, what was read last holds.
 */
export class Rereading {
  private timer: NodeJS.Timeout | undefined;
  private reading: Promise<void> = Promise.resolve();
  private isFailing = false;
  private isStopped = false;

  constructor(private readonly settings: RereadingSettings) {}

  /** @throws when even the first reading fails. */
  async start(): Promise<void> {
    await this.settings.read();
    this.wait();
  }

  /** Waits for the reading under way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.reading;
  }

  private wait(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => {
      this.reading = this.readAgain().finally(() => this.wait());
    }, this.settings.milliseconds ?? 1_000);
    // Nobody stays alive for it.
    this.timer.unref();
  }

  private async readAgain(): Promise<void> {
    const { name, read, logger } = this.settings;
    try {
      await read();
      if (this.isFailing) logger.info(`${name} is read again`);
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) logger.warn({ err: error }, `${name} cannot be read; what was read last holds`);
      this.isFailing = true;
    }
  }
}
