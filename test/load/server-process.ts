import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  readonly port: number;
  /** From the start of the process to its first answer that it is ready. */
  readonly seconds: number;
  stop(): Promise<void>;
}

const patience = 60_000;
const main = fileURLToPath(new URL('../../apps/server/src/main.js', import.meta.url));

/** The server as `npm start` runs it, with the worker in the same process. Settings that are not given are the defaults. */
export async function startServerProcess(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const port = await freePort();
  const began = performance.now();
  const others = Object.entries(process.env).filter(([name]) => !/^(SHENPI_|DATABASE_URL$|REDIS_URL$)/.test(name));
  const child = spawn(process.execPath, [main], {
    env: { ...Object.fromEntries(others), SHENPI_PORT: String(port), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGTERM')) await exited;
  };
  try {
    await untilReady(port, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, seconds: (performance.now() - began) / 1000, stop };
}

async function untilReady(port: number, hasEnded: () => boolean): Promise<void> {
  for (const deadline = performance.now() + patience; performance.now() < deadline; await wait(20)) {
    if (hasEnded()) throw new Error('The server ended before it was ready; its message stands above.');
    const isReady = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
  }
  throw new Error('The server was not ready within a minute.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
