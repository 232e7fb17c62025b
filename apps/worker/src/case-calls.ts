import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Cases } from '#case';
import { Loop } from '#clockwork';
import type { Fields } from '#engine';
import { type CallingParts, type CallListener, openCalls } from '#notice';

const idleMilliseconds = 500;

/** Calls webhooks for cases for as long as the application runs. */
export class CaseCalls implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly loop: Loop;

  constructor(parts: CallingParts) {
    const calls = openCalls(parts);
    this.loop = new Loop({ name: 'case calls', idleMilliseconds, logger: parts.logger, pass: () => calls.pass() });
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.loop.stop();
  }
}

/** Tells cases what came of their calls; one that does not wait any more is as good as told. */
export const listenerOf = ({ systemCommands }: Pick<Cases, 'systemCommands'>): CallListener => ({
  answered: async ({ tenant, instance, call }, answer) =>
    void (await systemCommands.callAnswered(tenant, instance, call, answer as Fields)),
  failed: async ({ tenant, instance, call }, code) => void (await systemCommands.callFailed(tenant, instance, call, code)),
});
