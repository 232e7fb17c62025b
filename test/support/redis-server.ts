import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePort } from '../../apps/demo/src/readiness.ts';

export const isRedisInstalled = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis on a free loopback port; it keeps nothing. */
export class RedisServer {
  private constructor(
    private readonly port: number,
    private process: ChildProcess,
  ) {}

  static async start(): Promise<RedisServer> {
    const port = await freePort();
    return new RedisServer(port, await serving(port));
  }

  get url(): string {
    return addressOf(this.port);
  }

  /** Ends it as a power cut would. */
  kill(): Promise<void> {
    return end(this.process);
  }

  /** Starts an empty one on the same port. */
  async restart(): Promise<void> {
    this.process = await serving(this.port);
  }
}

const addressOf = (port: number): string => `redis://127.0.0.1:${port}`;

async function serving(port: number): Promise<ChildProcess> {
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
  });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await answers(addressOf(port))) return server;
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
