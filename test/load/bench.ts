import 'reflect-metadata';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';
import { CommandCandidate } from './command.ts';
import { fullConsole, measureConsole, quickConsole } from './console/console.ts';
import { analyse, createDatabases, databaseIn, versionOf } from './databases.ts';
import { measureEngine } from './engine.ts';
import {
  type Figure,
  isShort,
  markdownOf,
  type Outcome,
  type Place,
  type Report,
  replaceBetweenMarkers,
  reportOf,
  tableOf,
} from './figures.ts';
import { Floor } from './floor/floor.ts';
import { HttpCandidate } from './http.ts';
import { type Contender, introduce } from './load.ts';
import { describeMachine } from './machine.ts';
import { type Options, readOptions, UsageError, usage } from './options.ts';
import { installPeers, NotInstalledError } from './peers/installed.ts';
import { PeerCandidate } from './peers/peer.ts';
import { type Opening, peers } from './peers/peers.ts';
import { type ProfilePlan, profileDecision } from './profile/profile.ts';
import { figuresOf, type Plan, peerFiguresOf, playRounds } from './rounds.ts';
import { fullScale, measureScale, quickScale } from './scale/scale.ts';
import { measureStartUp } from './start-up.ts';
import { fullTimers, measureTimers, quickTimers } from './timers/timers.ts';
import { measureVerify } from './verify/verify.ts';

const fullPlan: Plan = { rounds: 5, timing: { warmUp: 1000, window: 4000 } };
const fullProfile: ProfilePlan = { concurrency: 16, window: 8_000 };
const quickProfile: ProfilePlan = { concurrency: 16, window: 3_000 };
const quickPlan: Plan = { rounds: 1, timing: { warmUp: 500, window: 1500 } };

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort(new Error('Interrupted.')));

/** Says how far it is. @throws Error after Ctrl-C, so that what was started is stopped. */
function tell(text: string): void {
  interruption.signal.throwIfAborted();
  process.stderr.write(`${text}\n`);
}

async function measure(plan: Plan, beside: readonly Opening[]): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-bench-'));
  try {
    const measured = await measureDecisions(folder, plan, beside);
    tell('start-up');
    const startUp = await measureStartUp(folder, Math.min(plan.rounds, 3));
    tell('engine');
    const { engine, xstate, ratio } = measureEngine(plan.rounds * 5);
    return {
      ...measured,
      figures: [
        ...measured.figures,
        {
          name: 'engine alone, a command',
          concurrency: null,
          value: engine,
          unit: 'µs',
          floor: xstate,
          ratio,
          target: 1.3,
          better: 'lower',
        },
        {
          name: 'start-up to the first answer',
          concurrency: null,
          value: startUp,
          unit: 's',
          floor: null,
          ratio: null,
          target: 4,
          better: 'lower',
        },
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Leaves a data folder behind as a server leaves it that has been used. */
async function measureDecisions(folder: string, plan: Plan, beside: readonly Opening[]): Promise<Outcome> {
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), port: 0, settings: { max_connections: '200' } });
  const open: Contender[] = [];
  const opened = <C extends Contender>(contender: C): C => {
    open.push(contender);
    return contender;
  };
  try {
    await createDatabases(postgres.url, ['bench_floor', 'bench_command', ...beside.map(({ database }) => database)]);
    const addresses = {
      floor: databaseIn(postgres.url, 'bench_floor'),
      command: databaseIn(postgres.url, 'bench_command'),
      http: postgres.url,
    };
    const floor = opened(await Floor.open(addresses.floor));
    const command = opened(await CommandCandidate.open(addresses.command, folder));
    const http = opened(await HttpCandidate.open(addresses.http, folder));
    const others: PeerCandidate[] = [];
    for (const { database, open: openPeer } of beside) {
      others.push(opened(new PeerCandidate(await openPeer(databaseIn(postgres.url, database)))));
    }
    tell('a first window of each, not counted');
    await introduce(open, plan.timing);
    await analyse([...Object.values(addresses), ...beside.map(({ database }) => databaseIn(postgres.url, database))]);
    const notes = [...describeMachine(await versionOf(postgres.url)), ...notesOn(floor, plan), ...notesOnPeers(others)];
    const played = await playRounds({ floor, command, http, peers: others }, plan, tell);
    const names = others.map(({ name }) => name);
    const faults = await Promise.all([floor, command, http, ...others].map((contender) => contender.faults()));
    return { figures: [...figuresOf(played), ...peerFiguresOf(played, names)], notes, faults: faults.flat() };
  } finally {
    await Promise.allSettled(open.map((contender) => contender.close()));
    await postgres.stop();
  }
}

const notesOn = ({ name }: Floor, { rounds, timing }: Plan): string[] => [
  `${name}; medians of ${rounds} windows of ${timing.window / 1000} s after ${timing.warmUp / 1000} s, in turns, closed loop`,
  'the command runs in the load generator’s process, the server in one of its own with its worker; all on the same cores',
];

const notesOnPeers = (others: readonly PeerCandidate[]): string[] =>
  others.length === 0
    ? []
    : ['peers run as the command does; in their rows the ratio is the command’s decisions/s to theirs, not theirs to the floor'];

async function show({ notes, heads, rows, faults }: Report, verdict: string, { quick, markdown, ...options }: Options): Promise<void> {
  const all = [...notes, ...(quick ? ['a quick run: one short window each, the figures are rough'] : [])];
  const table = { notes: all, heads, rows, faults };
  process.stdout.write(`\n${all.join('\n')}\n\n${tableOf(table)}\n\n${verdict}\n`);
  if (markdown !== undefined) {
    const content = `${all.map((note) => `- ${note}`).join('\n')}\n\n${markdownOf(table)}\n\n${verdict}`;
    await writeFile(markdown, replaceBetweenMarkers(await readFile(markdown, 'utf8'), placeOf(options), content));
  }
  if (faults.length > 0) throw new Error(`What is on disk is not what was acknowledged:\n${faults.join('\n')}`);
  if (options.console || options.verify) return;
  process.stdout.write('every case that was begun was finished, and there is one history row for every command acknowledged\n');
}

function verdictOn(figures: readonly Figure[]): string {
  const shortOf = figures.filter(isShort).length;
  return `${figures.filter(({ target }) => target !== null).length - shortOf} targets met, ${shortOf} short.`;
}

const places = ['scale', 'timers', 'profile', 'console', 'verify'] as const;
const placeOf = (options: Pick<Options, (typeof places)[number]>): Place => places.find((place) => options[place]) ?? 'bench';

async function run(options: Options): Promise<void> {
  const { quick, json, profile } = options;
  if (profile) return show(await profileDecision(quick ? quickProfile : fullProfile, tell), '', options);
  const outcome = await measured(options);
  if (json !== undefined) await writeFile(json, `${JSON.stringify(outcome.figures, null, 2)}\n`);
  await show(reportOf(outcome), verdictOn(outcome.figures), options);
}

async function measured({ quick, peers: beside, scale, timers, console, verify }: Options): Promise<Outcome> {
  if (scale) return measureScale(quick ? quickScale : fullScale, tell);
  if (console) return measureConsole(quick ? quickConsole : fullConsole, tell);
  if (verify) return measureVerify(quick, tell);
  if (timers) return measureTimers(quick ? quickTimers : fullTimers, tell);
  if (beside) await installPeers(tell);
  return measure(quick ? quickPlan : fullPlan, beside ? peers : []);
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  // Better now than after the run.
  if (options.markdown !== undefined) replaceBetweenMarkers(await readFile(options.markdown, 'utf8'), placeOf(options), '');
  await run(options);
}

function explained(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\n${usage.trimEnd()}`;
  if (error instanceof NotInstalledError) return error.message;
  return (error instanceof Error ? error.stack : undefined) ?? String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explained(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
