import { randomBytes } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import type { ServerUser } from './server-user.ts';

export const user = 'shenpi';

interface Programs {
  readonly initdb: string;
  readonly pg_ctl: string;
}

interface StartOptions {
  readonly port: number;
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Its default takes a disk for one that turns, on which a whole table is soon cheaper than the index of what is open
 * (PostgreSQL 18 documentation, 19.7.2).
 */
const onSolidState = { random_page_cost: '1.1' };

/** A PostgreSQL cluster in a folder, and the server on it. */
export class EmbeddedServer {
  private readonly cluster: string;
  private readonly logFile: string;

  constructor(
    private readonly folder: string,
    private readonly serverUser: ServerUser,
  ) {
    this.cluster = join(folder, 'postgres');
    this.logFile = join(folder, 'postgres.log');
  }

  get pidFile(): string {
    return join(this.cluster, 'postmaster.pid');
  }

  async password(): Promise<string> {
    return (await readFile(join(this.cluster, 'shenpi.password'), 'utf8')).trim();
  }

  /** Makes the cluster if there is none. It appears under its name only when it is whole, its password with it. */
  async initialise(): Promise<void> {
    if (await this.isInitialised()) return;
    await mkdir(this.folder, { recursive: true });
    await this.removeAbandonedDrafts();
    const draft = join(this.folder, `postgres.new-${process.pid}`);
    const password = join(this.folder, `postgres.password.new-${process.pid}`);
    await writeFile(password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    await this.serverUser.own(password);
    await mkdir(draft, { mode: 0o700 });
    await this.serverUser.own(draft);
    try {
      const { initdb } = await programs();
      // The encoding is stated because without LANG it would be SQL_ASCII; sorting is asked for where it matters.
      const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${user}`, `--pwfile=${password}`];
      await this.serverUser.run(initdb, [`--pgdata=${draft}`, ...flags]);
      await rename(password, join(draft, 'shenpi.password'));
      await rename(draft, this.cluster);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      await rm(password, { force: true });
      // Somebody who started at the same time may have been faster; then theirs it is.
      if (!(await this.isInitialised())) throw error;
    }
  }

  private async isInitialised(): Promise<boolean> {
    try {
      await access(join(this.cluster, 'PG_VERSION'));
      return true;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') return false;
      throw new EmbeddedPostgresError(
        `${this.cluster} cannot be read (${code}). Start Shenpi as the user it belongs to, or set SHENPI_DATA to another folder.`,
        { cause: error },
      );
    }
  }

  /** What an initialisation left that was killed half way. */
  private async removeAbandonedDrafts(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      const [, pid] = /\.new-(\d+)$/.exec(name) ?? [];
      if (pid !== undefined && !isAlive(Number(pid))) await rm(join(this.folder, name), { recursive: true, force: true });
    }
  }

  /** The port of a server that is already running on this cluster, whoever started it. */
  async runningPort(): Promise<number | undefined> {
    const { pg_ctl } = await programs();
    const isRunning = await this.serverUser.run(pg_ctl, ['status', '-D', this.cluster]).then(
      () => true,
      () => false,
    );
    if (!isRunning) return undefined;
    const lines = (await readFile(this.pidFile, 'utf8').catch(() => '')).split('\n');
    return lines[3] === undefined ? undefined : Number(lines[3]);
  }

  /** @returns the port it listens on: the one asked for, unless somebody started the server on another meanwhile. */
  async start({ port, settings = {} }: StartOptions): Promise<number> {
    const { pg_ctl } = await programs();
    const chosen = await claimPort(port);
    const all = { listen_addresses: '127.0.0.1', port: String(chosen), unix_socket_directories: '', ...onSolidState, ...settings };
    const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
    await writeFile(this.logFile, '', { flag: 'a', mode: 0o600 });
    await this.serverUser.own(this.logFile);
    try {
      await this.serverUser.run(pg_ctl, ['start', '-w', '-t', '60', '-D', this.cluster, '-l', this.logFile, '-o', flags.join(' ')]);
      return chosen;
    } catch (error) {
      const running = await this.runningPort();
      if (running !== undefined) return running;
      const log = (await readFile(this.logFile, 'utf8')).trimEnd().split('\n').slice(-5).join('\n');
      throw new EmbeddedPostgresError(`The embedded PostgreSQL did not start. The end of ${this.logFile}:\n${log}`, { cause: error });
    }
  }

  async stop(): Promise<void> {
    const { pg_ctl } = await programs();
    await this.serverUser.run(pg_ctl, ['stop', '-w', '-t', '60', '-m', 'fast', '-D', this.cluster]);
  }
}

async function programs(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Programs;
  } catch (error) {
    throw new EmbeddedPostgresError(`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a server of yours.`, {
      cause: error,
    });
  }
}

async function claimPort(port: number): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const taken = new EmbeddedPostgresError(
        `Port ${port} is taken by another program. Set SHENPI_DATABASE_PORT to another one, or to 0.`,
      );
      reject(error.code === 'EADDRINUSE' ? taken : error);
    });
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      const chosen = typeof address === 'object' && address !== null ? address.port : port;
      probe.close(() => resolve(chosen));
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
