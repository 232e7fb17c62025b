import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll } from '@jest/globals';
import { Redis } from 'ioredis';

export interface TestRedis {
  readonly url: string;
  /** Kills the server as a power cut would; nothing of it is kept. */
  readonly kill: () => Promise<void>;
  /** Starts an empty server on the same port. */
  readonly restart: () => Promise<void>;
}

export const isRedisInstalled = spawnSync('redis-server', ['--version']).status === 0;

/** Says so where a suite leaves out its Redis half, so that nobody takes silence for success. */
export function warnWithoutRedis(suite: string): void {
  if (isRedisInstalled) return;
  console.warn(`${suite}: redis-server is not on the PATH, so the suite ran on PostgreSQL only and its Redis half was SKIPPED.`);
}

/** A Redis of the suite's own on a free loopback port, killed when the suite is done. */
export async function testRedis(): Promise<TestRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await start(port, url);
  const kill = () => end(server);
  afterAll(kill);
  return {
    url,
    kill,
    restart: async () => {
      server = await start(port, url);
    },
  };
}

async function start(port: number, url: string): Promise<ChildProcess> {
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await answers(url)) return server;
    await sleep(50);
  }
  await end(server);
  throw new Error(`redis-server did not answer on port ${port}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
