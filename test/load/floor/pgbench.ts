import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { comment, form } from '../approval.ts';
import { type Sample, sampleOf, type Timing } from '../load.ts';
import { floorState } from './schema.ts';

const run = promisify(execFile);

/** One transaction is one command: every fifth of a client begins a case, the four after it decide it. */
const script = `\\set turn (:turn + 1) % 5
\\if :turn = 0
SELECT begin_case(:form, :state) AS instance \\gset
\\else
SELECT decide(:instance, :state, :comment);
\\endif
`;
const commandsPerCase = 5;

/** Where pgbench is: on the path, or in the folder of a PostgreSQL. Debian's is in `postgresql-contrib`. */
export async function findPgbench(): Promise<string | undefined> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newestFirst = versions.toSorted((one, other) => Number(other) - Number(one));
  const places = ['pgbench', ...newestFirst.map((version) => `/usr/lib/postgresql/${version}/bin/pgbench`)];
  for (const place of places) {
    const answers = await run(place, ['--version']).then(
      () => true,
      () => false,
    );
    if (answers) return place;
  }
  return undefined;
}

export interface PgbenchRun {
  readonly sample: Sample;
  readonly starts: number;
  readonly commands: number;
}

/** @throws Error when pgbench saw an error: a floor that skips work is none. */
export async function runPgbench(pgbench: string, address: string, concurrency: number, { warmUp, window }: Timing): Promise<PgbenchRun> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-pgbench-'));
  const { hostname, port, username, password, pathname } = new URL(address);
  const variables = { turn: '4', instance: '0', form: JSON.stringify(form), state: JSON.stringify(floorState), comment };
  try {
    await writeFile(join(folder, 'script.sql'), script);
    const args = [
      '--no-vacuum',
      '--protocol=prepared',
      '--log',
      '--log-prefix=log',
      '--file=script.sql',
      `--client=${concurrency}`,
      `--jobs=${Math.min(concurrency, availableParallelism())}`,
      `--time=${Math.ceil((warmUp + window) / 1000)}`,
      ...Object.entries(variables).map(([name, value]) => `--define=${name}=${value}`),
      `--host=${hostname}`,
      `--port=${port}`,
      `--username=${username}`,
      pathname.slice(1),
    ];
    await run(pgbench, args, { cwd: folder, env: { ...process.env, PGPASSWORD: decodeURIComponent(password) } });
    return summarise(await readLog(folder), { warmUp, window });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Line {
  readonly isStart: boolean;
  /** Milliseconds. */
  readonly latency: number;
  readonly doneAt: number;
}

/** Each line of the log is: client, number of its transaction, µs it took, number of the script, seconds, µs. */
async function readLog(folder: string): Promise<Line[]> {
  const files = (await readdir(folder)).filter((name) => name.startsWith('log.'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const seen = new Map<string, number>();
  return texts
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map((line) => {
      const [client = '', , micros, , seconds, fraction] = line.split(' ');
      const before = seen.get(client) ?? 0;
      seen.set(client, before + 1);
      return {
        isStart: before % commandsPerCase === 0,
        latency: Number(micros) / 1000,
        doneAt: Number(seconds) * 1000 + Number(fraction) / 1000,
      };
    });
}

function summarise(lines: readonly Line[], { warmUp, window }: Timing): PgbenchRun {
  const began = lines.reduce((earliest, { doneAt, latency }) => Math.min(earliest, doneAt - latency), Number.POSITIVE_INFINITY);
  const [from, until] = [began + warmUp, began + warmUp + window];
  const decisions = lines.filter(({ isStart, doneAt }) => !isStart && doneAt >= from && doneAt < until);
  return {
    sample: sampleOf(
      decisions.map(({ latency }) => latency),
      window,
    ),
    starts: lines.filter(({ isStart }) => isStart).length,
    commands: lines.length,
  };
}
