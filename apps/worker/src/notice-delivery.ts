import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Loop } from '#clockwork';
import { type Delivering, type DeliveringParts, openDelivering } from '#notice';

const idleMilliseconds = 1_000;

/** Takes notices out of the app for as long as the application runs. */
export class NoticeDelivery implements OnApplicationBootstrap, OnApplicationShutdown {
  private delivering: Delivering | undefined;
  private loop: Loop | undefined;

  constructor(private readonly parts: DeliveringParts) {}

  async onApplicationBootstrap(): Promise<void> {
    const delivering = await openDelivering(this.parts);
    this.delivering = delivering;
    this.loop = new Loop({
      name: 'notice delivery',
      idleMilliseconds,
      logger: this.parts.logger,
      pass: () => delivering.deliveries.pass(),
    });
    this.loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.loop?.stop();
    await this.delivering?.close();
  }
}
