import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../../apps/demo/src/readiness.ts';

/** Where BullMQ keeps its jobs, in the words of the settings. */
export interface Backend {
  readonly name: 'PostgreSQL' | 'Redis';
  /** Of an empty one; undefined for PostgreSQL, which has the database of the cases. */
  open(): Promise<{ readonly url: string | undefined; close(): Promise<void> }>;
}

const postgres: Backend = { name: 'PostgreSQL', open: async () => ({ url: undefined, close: async () => undefined }) };
const redis: Backend = { name: 'Redis', open: openRedis };

const isRedisInstalled = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

export const backends = (): readonly Backend[] => (isRedisInstalled() ? [postgres, redis] : [postgres]);

/** A server of its own on loopback. */
async function openRedis(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  const url = `redis://127.0.0.1:${port}`;
  await untilAnswering(url, server);
  return {
    url,
    close: async () => {
      if (server.exitCode === null && server.kill('SIGTERM')) await once(server, 'exit');
    },
  };
}

async function untilAnswering(url: string, server: ChildProcess): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      if (server.exitCode !== null) break;
      const isThere = await client.connect().then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await wait(50);
    }
    throw new Error(`redis-server did not answer at ${url}`);
  } finally {
    client.disconnect();
  }
}
