import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform';
import { Client } from './client.ts';
import { afterwards, copiedDatabase } from './database.ts';

export interface Api {
  readonly url: string;
  readonly databaseUrl: string;
  readonly dataSource: DataSource;
  signIn(account: string): Promise<Client>;
  /** Turns the clock of a server that was started with one. */
  turnTo(present: string): Promise<void>;
  stop(): Promise<void>;
  /** Ends it as a power failure would. */
  kill(): Promise<void>;
}

export interface ApiOptions {
  /** Where the clock stands that the server then has; without it, it has the system's. */
  readonly present?: string;
  readonly databaseUrl?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A temporary folder, gone when the suite is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shenpi-api-'));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The whole server on a database of the suite's own, with the demo's people in it; stopped when the suite is done. */
export async function startApi({ present, environment = {}, ...options }: ApiOptions = {}): Promise<Api> {
  const databaseUrl = options.databaseUrl ?? (await copiedDatabase());
  const child = fork(new URL('api-host.mjs', import.meta.url), {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      SHENPI_DATA: temporaryFolder(),
      SHENPI_DEMO: 'true',
      SHENPI_PORT: '0',
      SHENPI_LOG_LEVEL: 'fatal',
      SHENPI_DATABASE_POOL: '6',
      ...(present !== undefined && { SHENPI_TEST_PRESENT: present }),
      ...environment,
    },
  });
  afterwards(() => stop(child));
  const { port } = await answerOf<{ port: number }>(child);
  const url = `http://127.0.0.1:${port}`;
  const dataSource = createDataSource({ url: databaseUrl, poolSize: 2, applicationName: 'test', entities: [] });
  await dataSource.initialize();
  afterwards(() => dataSource.destroy());
  const turnTo = async (moment: string): Promise<void> => {
    child.send({ turnTo: moment });
    await answerOf(child);
  };
  return {
    url,
    databaseUrl,
    dataSource,
    signIn: (account) => Client.signIn(url, account),
    turnTo,
    stop: () => stop(child),
    kill: () => kill(child),
  };
}

async function answerOf<Answer>(child: ChildProcess): Promise<Answer> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the server ended with ${String(code)}`);
  });
  const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
  return answer;
}

const killed = new WeakSet<ChildProcess>();

async function kill(child: ChildProcess): Promise<void> {
  killed.add(child);
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** @throws Error when it ended by itself: a defect brought it down. */
async function stop(child: ChildProcess): Promise<void> {
  if (killed.has(child)) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  if (child.exitCode !== 0) throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}`);
}
