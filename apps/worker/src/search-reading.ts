import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Cases } from '#case';
import { Loop } from '#clockwork';
import type { Logger } from '#platform';

const idleMilliseconds = 1_000;
const atOnce = 200;

/** Reads cases that are new, so that they are found, for as long as the application runs. */
export class SearchReading implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: Loop;

  constructor({ searchStore }: Pick<Cases, 'searchStore'>, logger: Logger) {
    this.loop = new Loop({
      name: 'search',
      idleMilliseconds,
      logger,
      pass: async () => (await searchStore.read(atOnce)) === atOnce,
    });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}
