import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { TransientError } from '../refusal.ts';
import { createDataSource } from './data-source.ts';
import { Database } from './database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';
import { statement } from './statement.ts';

const home = await mkdtemp(join(tmpdir(), 'shenpi-embedded-'));
await chmod(home, 0o755);
const isRoot = process.getuid?.() === 0;
const settings = { fsync: 'off' };
const running: EmbeddedPostgres[] = [];

async function start(folder: string, port = 0): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, port, settings });
  running.push(server);
  return server;
}

async function stop(server: EmbeddedPostgres): Promise<void> {
  running.splice(running.indexOf(server), 1);
  await server.stop();
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another Shenpi, which starts the database on the folder and says where it is. */
interface Other {
  readonly process: ChildProcess;
  /** The address, or the message of what kept it from starting. */
  readonly said: string;
}

const script = `
  import { startEmbeddedPostgres } from '${resolve('dist/libs/platform/src/index.js')}';
  const [folder] = process.argv.slice(1);
  const started = await startEmbeddedPostgres({ folder, port: 0, settings: { fsync: 'off' } }).catch((error) => error);
  console.log(started.url ?? started.name + ' ' + started.message);
  process.on('SIGTERM', () => started.stop().then(() => process.exit()));
  if (started.url) setInterval(() => undefined, 1000);
`;

async function startOther(folder: string, ids: { uid?: number; gid?: number } = {}): Promise<Other> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...ids,
  });
  const said = await new Promise<string>((done, fail) => {
    child.stdout.once('data', (data: Buffer) => done(data.toString().trim()));
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`the other process ended with ${code}`)));
  });
  return { process: child, said };
}

async function end({ process: child }: Other, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

describe('the embedded database', () => {
  // A space and Chinese in the path, as on the desks where this runs.
  const folder = join(home, '审批 数据');

  it('keeps what was written, in UTF-8, from one start to the next', async () => {
    const first = await start(folder);
    await ask(first.url, `CREATE TABLE word AS SELECT '审批 🖋' AS word`);
    expect(await ask(first.url, 'SHOW server_encoding')).toEqual([{ server_encoding: 'UTF8' }]);
    await stop(first);
    const second = await start(folder);
    expect(await ask(second.url, 'SELECT word, length(word) FROM word')).toEqual([{ word: '审批 🖋', length: 4 }]);
  });

  it('stops cleanly, and whoever asks it then is told that it is away', async () => {
    const server = await start(folder);
    const { port } = new URL(server.url);
    const dataSource = createDataSource({ url: server.url, poolSize: 2, applicationName: 'test', entities: [] });
    await dataSource.initialize();
    // The pool says on the console that its connections are gone.
    const console = jest.spyOn(globalThis.console, 'warn').mockImplementation(() => undefined);
    const database = new Database(dataSource);
    const one = statement('embedded.one', 'SELECT 1 AS one');
    expect(await database.query(one, [])).toEqual([{ one: 1 }]);

    await stop(server);
    expect((await readFile(join(folder, 'postgres.log'), 'utf8')).trimEnd()).toMatch(/database system is shut down$/);
    expect(await readdir(join(folder, 'postgres'))).not.toContain('postmaster.pid');
    await expect(database.query(one, [])).rejects.toThrow(TransientError);
    await expect(database.transaction((tx) => tx.query(one, []))).rejects.toThrow(TransientError);

    await start(folder, Number(port));
    expect(await database.transaction((tx) => tx.query(one, []))).toEqual([{ one: 1 }]);
    await dataSource.destroy();
    console.mockRestore();
  });

  it('lets nobody in without its password, and nobody else read that', async () => {
    const server = await start(folder);
    const url = new URL(server.url);
    url.password = 'guess';
    await expect(ask(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect((await stat(join(folder, 'postgres', 'shenpi.password'))).mode & 0o077).toBe(0);
    expect((await stat(join(folder, 'postgres'))).mode & 0o077).toBe(0);
  });

  it('refuses a folder that another process uses, and leaves that one alone', async () => {
    const server = await start(folder);
    const other = await startOther(folder);
    expect(other.said).toContain('in use by another Shenpi');
    expect(await ask(server.url, 'SELECT word FROM word')).toHaveLength(1);
    await end(other, 'SIGKILL');
  });

  it('refuses a port that is taken, says which setting to change, and starts on another', async () => {
    const neighbour = createServer();
    const port = await new Promise<number>((done) =>
      neighbour.listen(0, '127.0.0.1', () => done((neighbour.address() as { port: number }).port)),
    );
    await expect(start(folder, port)).rejects.toThrow(`Port ${port} is taken by another program. Set SHENPI_DATABASE_PORT`);
    await start(folder);
    neighbour.close();
  });

  it('that outlived its process is taken over, with all that was committed', async () => {
    const other = await startOther(folder);
    await ask(other.said, `INSERT INTO word VALUES ('留下')`);
    await end(other, 'SIGKILL');
    const server = await start(folder);
    expect(new URL(server.url).port).toBe(new URL(other.said).port);
    expect(await ask(server.url, `SELECT word FROM word WHERE word = '留下'`)).toHaveLength(1);
    await stop(server);
    await expect(ask(other.said, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('that was killed itself recovers by its log', async () => {
    const server = await start(folder);
    await ask(server.url, `INSERT INTO word VALUES ('恢复')`);
    const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    running.splice(0);
    process.kill(Number(pid), 'SIGKILL');
    const again = await start(folder);
    expect(await ask(again.url, `SELECT word FROM word WHERE word = '恢复'`)).toHaveLength(1);
  });

  it('whose pid file names a process that is something else says which file to look at', async () => {
    const { uid, gid } = await stat(join(folder, 'postgres'));
    const somebody = spawn('sleep', ['60'], isRoot ? { uid, gid } : {});
    const pidFile = join(folder, 'postgres', 'postmaster.pid');
    await writeFile(pidFile, [somebody.pid, join(folder, 'postgres'), 1_700_000_000, 1, '', '127.0.0.1', '', 'ready', ''].join('\n'));
    await expect(start(folder)).rejects.toThrow(`${pidFile} says that PostgreSQL is running, but it does not answer.`);
    somebody.kill();
    await rm(pidFile);
    await start(folder);
  });
});

describe('a fresh folder', () => {
  it('started twice at the same moment goes to one of the two, whole', async () => {
    const folder = join(home, 'twins');
    const twins = await Promise.all([startOther(folder), startOther(folder)]);
    const winner = twins.find(({ said }) => said.startsWith('postgresql://'));
    const loser = twins.find(({ said }) => said.includes('in use by another Shenpi'));
    expect(await ask(winner?.said ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(loser).toBeDefined();
    if (winner) await end(winner, 'SIGTERM');
    if (loser) await end(loser, 'SIGKILL');
    await start(folder);
  });

  it('is cleared of an initialisation that was killed, and of nothing else', async () => {
    const folder = join(home, 'half');
    const abandoned = ['postgres.new-4194304', 'postgres.password.new-4194304'];
    await mkdir(join(folder, abandoned[0] ?? ''), { recursive: true });
    await writeFile(join(folder, abandoned[1] ?? ''), 'secret');
    await writeFile(join(folder, 'uploads'), 'kept');
    await start(folder);
    expect((await readdir(folder)).toSorted()).toEqual(['postgres', 'postgres.log', 'uploads']);
  });

  it('that is a file is refused with its name', async () => {
    const folder = join(home, 'file');
    await writeFile(folder, '');
    const error = await start(folder).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EmbeddedPostgresError);
    expect(error).toMatchObject({ message: expect.stringContaining(folder) });
  });
});

const nobody = { uid: 65_534, gid: 65_534 };

/** Whether other users than root get to a path at all; below /root they do not. */
async function othersMayReach(path: string): Promise<boolean> {
  if ((await stat(path)).mode & 0o001) return path === dirname(path) || othersMayReach(dirname(path));
  return false;
}

if (isRoot) {
  describe('as root', () => {
    it('runs the server as somebody else, who owns the cluster', async () => {
      const folder = join(home, 'rooted');
      const server = await start(folder);
      const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
      const { uid } = await stat(join(folder, 'postgres'));
      expect(uid).not.toBe(0);
      expect((await stat(`/proc/${pid}`)).uid).toBe(uid);
      expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    it('gets by below a folder that only root may enter', async () => {
      const hidden = join(home, 'hidden');
      await mkdir(hidden, { mode: 0o700 });
      const server = await start(join(hidden, 'data'));
      expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });
  });
}

if (isRoot && (await othersMayReach(process.cwd())) && (await othersMayReach(process.execPath))) {
  describe('as an ordinary user', () => {
    it('starts and stops in a folder of their own', async () => {
      const folder = join(home, 'own');
      await mkdir(folder);
      await chown(folder, nobody.uid, nobody.gid);
      const other = await startOther(folder, nobody);
      expect(await ask(other.said, `SELECT '审批' AS word`)).toEqual([{ word: '审批' }]);
      await end(other, 'SIGTERM');
      await expect(ask(other.said, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    });

    it('is told when the cluster is somebody else’s', async () => {
      const folder = join(home, 'theirs');
      await mkdir(join(folder, 'postgres'), { recursive: true, mode: 0o700 });
      await chown(join(folder, 'postgres'), 1, 1);
      const other = await startOther(folder, nobody);
      expect(other.said).toContain('Start Shenpi as the user it belongs to');
      await end(other, 'SIGKILL');
    });
  });
}
