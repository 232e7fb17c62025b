import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';
import { CommandCandidate } from '../command.ts';
import { analyse, createDatabases, databaseIn, versionOf } from '../databases.ts';
import type { Report } from '../figures.ts';
import { describeMachine } from '../machine.ts';
import { profiled } from './node-profile.ts';
import { measureFlushes, type PostgresCounters, readCounters, sampleWaits } from './postgres-cost.ts';

export interface ProfilePlan {
  readonly concurrency: number;
  /** Milliseconds of each of the three windows: plain, under the profiler, with waits looked at. */
  readonly window: number;
}

/** Where the time of one command goes: Node, the driver, PostgreSQL, the disk. */
export async function profileDecision(plan: ProfilePlan, tell: (text: string) => void): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-bench-'));
  try {
    const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), port: 0, settings: { max_connections: '200' } });
    try {
      await createDatabases(postgres.url, ['bench_profile']);
      const address = databaseIn(postgres.url, 'bench_profile');
      const candidate = await CommandCandidate.open(address, folder);
      try {
        const notes = [...describeMachine(await versionOf(postgres.url)), ...notesOn(plan)];
        const rows = await measure(candidate, plan, tell);
        return { notes, heads: ['', 'a command', 'of its part', ''], rows, faults: await candidate.faults() };
      } finally {
        await candidate.close();
      }
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const notesOn = ({ concurrency, window }: ProfilePlan): string[] => [
  `${concurrency} users through the command, in the load generator’s process, no worker; three windows of ${window / 1000} s: plain, under V8’s profiler, with PostgreSQL’s waits looked at`,
  'a command is a decision, or the start of a case, of which there is one to four decisions; times are processor time but where it says waiting',
];

async function measure(candidate: CommandCandidate, plan: ProfilePlan, tell: (text: string) => void): Promise<string[][]> {
  const { address } = candidate.open;
  const run = async (): Promise<void> => void (await candidate.run(plan.concurrency, { warmUp: 0, window: plan.window }));
  await measureFlushes(address);
  tell('a first window, not counted');
  await run();
  await analyse([address]);
  tell('plain');
  const plain = await spentBy(candidate, run);
  tell('under the profiler');
  const before = candidate.acknowledged.commands;
  const profile = await profiled(run);
  const profiledCommands = candidate.acknowledged.commands - before;
  tell('with waits looked at');
  const stopping = new AbortController();
  const sampling = sampleWaits(address, stopping.signal);
  await run();
  stopping.abort();
  const waits = await sampling;
  const profiledTotal = sum(profile.values());
  return [
    [
      'one command’s share of the time',
      micro(plain.wall / plain.commands),
      '',
      `${Math.round(plain.commands / (plain.wall / 1e6))} commands a second`,
    ],
    ['Node', micro(plain.node / plain.commands), '', `${share(plain.node, plain.wall)} of one core`],
    ...[...profile].map(([part, spent]) => [`  ${part}`, micro(spent / profiledCommands), share(spent, profiledTotal), '']),
    ...postgresRows(plain),
    ['PostgreSQL’s sessions, when not idle', '', '', ''],
    ...[...waits]
      .toSorted(([, one], [, other]) => other - one)
      .map(([event, count]) => [`  ${event}`, '', share(count, sum(waits.values())), '']),
  ];
}

interface Spent {
  readonly commands: number;
  /** Microseconds, as all that follow. */
  readonly wall: number;
  readonly node: number;
  readonly before: PostgresCounters;
  readonly after: PostgresCounters;
}

async function spentBy(candidate: CommandCandidate, run: () => Promise<void>): Promise<Spent> {
  const { address } = candidate.open;
  const before = await readCounters(address);
  const commands = candidate.acknowledged.commands;
  const [began, used] = [performance.now(), process.cpuUsage()];
  await run();
  const { user, system } = process.cpuUsage(used);
  const wall = (performance.now() - began) * 1000;
  return {
    commands: candidate.acknowledged.commands - commands,
    wall,
    node: user + system,
    before,
    after: await readCounters(address),
  };
}

function postgresRows({ commands, wall, before, after }: Spent): string[][] {
  const commits = after.commits - before.commits;
  const flushes = after.flushes - before.flushes;
  const flushing = after.flushing - before.flushing;
  const processor = after.processor === null || before.processor === null ? null : after.processor - before.processor;
  return [
    [
      'PostgreSQL',
      processor === null ? 'not known here' : micro(processor / commands),
      '',
      processor === null ? '' : `${share(processor, wall)} of one core`,
    ],
    ['  transactions', '', '', `${(commits / commands).toFixed(2)} a command: ${(commands / commits).toFixed(1)} commands share one`],
    [
      '  its log to the disk, waiting',
      micro(flushing / commands),
      '',
      `${(flushes / commands).toFixed(2)} a command, ${micro(flushing / flushes)} each`,
    ],
  ];
}

const micro = (microseconds: number): string => `${microseconds >= 100 ? Math.round(microseconds) : microseconds.toPrecision(3)} µs`;
const share = (part: number, whole: number): string => `${Math.round((part / whole) * 100)} %`;
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
