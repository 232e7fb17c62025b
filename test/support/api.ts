import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource } from '#platform';
import { Client } from './client.ts';
import { afterwards, copiedDatabase } from './copied-database.ts';

export interface Api {
  readonly url: string;
  readonly databaseUrl: string;
  readonly dataSource: DataSource;
  signIn(account: string): Promise<Client>;
  signInAll<const Accounts extends readonly string[]>(...accounts: Accounts): Promise<{ [Place in keyof Accounts]: Client }>;
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

/** Given by the environment of the suites (server-environment.mjs). */
declare const apiHosts: { take(): ChildProcess; giveBack(host: ChildProcess): void };

/** The whole server on a database of the suite's own, with the demo's people in it; stopped when the suite is done. */
export async function startApi({ present, environment = {}, ...options }: ApiOptions = {}): Promise<Api> {
  const databaseUrl = options.databaseUrl ?? (await copiedDatabase());
  const settings = {
    DATABASE_URL: databaseUrl,
    SHENPI_DATA: temporaryFolder(),
    SHENPI_DEMO: 'true',
    SHENPI_PORT: '0',
    SHENPI_LOG_LEVEL: 'fatal',
    SHENPI_DATABASE_POOL: '6',
    ...environment,
  };
  const server = new ServerProcess(apiHosts.take());
  afterwards(() => server.stop());
  const { port } = await server.does<{ port: number }>('start', { settings, present });
  const url = `http://127.0.0.1:${port}`;
  const dataSource = createDataSource({ url: databaseUrl, poolSize: 2, applicationName: 'test', entities: [] });
  await dataSource.initialize();
  afterwards(() => dataSource.destroy());
  return {
    url,
    databaseUrl,
    dataSource,
    signIn: (account) => Client.signIn(url, account),
    signInAll: async <const Accounts extends readonly string[]>(...accounts: Accounts) =>
      (await Promise.all(accounts.map((account) => Client.signIn(url, account)))) as { [Place in keyof Accounts]: Client },
    turnTo: (moment) => server.does('turnTo', { moment }),
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
}

/** The process that is a server for this suite (api-host.mjs). */
class ServerProcess {
  private isOver = false;
  private readonly ended: Promise<never>;
  /** Who has given a process back listens to it no more. */
  private readonly listening = new AbortController();

  constructor(private readonly host: ChildProcess) {
    this.ended = once(host, 'exit', { signal: this.listening.signal }).then(([code, signal]) => {
      throw new Error(`the server ended with ${String(code ?? signal)}`);
    });
    this.ended.catch(() => undefined);
  }

  /** @throws Error when it ends meanwhile, or has ended by itself: a defect brought it down. */
  async does<Result = void>(deed: 'start' | 'turnTo' | 'stop', details: Readonly<Record<string, unknown>> = {}): Promise<Result> {
    const answer = once(this.host, 'message');
    if (this.host.connected) this.host.send({ deed, ...details });
    const [{ done }] = (await Promise.race([answer, this.ended])) as [{ done: Result }];
    return done;
  }

  async kill(): Promise<void> {
    this.isOver = true;
    this.host.kill('SIGKILL');
    await this.ended.catch(() => undefined);
  }

  async stop(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    await this.does('stop');
    this.listening.abort();
    apiHosts.giveBack(this.host);
  }
}
