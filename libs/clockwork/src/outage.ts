import type { Logger } from '#platform';

/** Says once that something is interrupted and once that it goes on, however often the trouble is met in between. */
export class Outage {
  private count = 0;

  constructor(
    private readonly what: string,
    private readonly logger: Logger,
  ) {}

  /** How often in a row the trouble was met. */
  get failures(): number {
    return this.count;
  }

  met(error: unknown): void {
    this.count += 1;
    if (this.count === 1) this.logger.error({ err: error }, `${this.what}: interrupted, will be tried again`);
    else this.logger.debug({ err: error, failures: this.count }, `${this.what}: still interrupted`);
  }

  over(): void {
    if (this.count === 0) return;
    this.logger.info({ failures: this.count }, `${this.what}: goes on`);
    this.count = 0;
  }
}
