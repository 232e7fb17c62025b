import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const patience = 60_000;

/** Waits until the server answers that it is ready. @throws Error when it ends before, or takes more than a minute. */
export async function untilReady(url: string, hasEnded: () => boolean): Promise<void> {
  for (const deadline = performance.now() + patience; performance.now() < deadline; await wait(20)) {
    if (hasEnded()) throw new Error('The server ended before it was ready; its message stands above.');
    const isReady = await fetch(`${url}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
  }
  throw new Error('The server was not ready within a minute.');
}

/** A port of the loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
