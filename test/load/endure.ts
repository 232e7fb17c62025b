import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Fault } from './endure-audit.ts';
import { Endurance, type Round } from './endure-rounds.ts';
import { EndureServer } from './endure-server.ts';
import { UsageError } from './options.ts';
import { median } from './statistics.ts';

const concurrency = 64;
const usage = `Usage: npm run endure -- [--rounds COUNT]
  --rounds COUNT  how often the server is killed; 20 unless said otherwise
`;

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interruption.abort());

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** @throws UsageError for anything that is not understood. */
function readRounds(args: readonly string[]): number {
  try {
    const { rounds = '20' } = parseArgs({ args: [...args], options: { rounds: { type: 'string' } }, allowPositionals: false }).values;
    if (!/^[1-9]\d{0,3}$/.test(rounds)) throw new Error('The rounds are a whole number from 1 to 9999.');
    return Number(rounds);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

const columns = ['round', 'killed', 'after', 'acknowledged', 'unanswered', 'of those found', 'lost', 'doubled', 'torn', 'ready again'];

const lineOf = (cells: readonly string[]): string =>
  cells.map((cell, index) => cell.padStart(index === 1 ? 23 : (columns[index]?.length ?? 0))).join('  ');

const countOf = (faults: readonly Fault[], kind: Fault['kind']): number => faults.filter((fault) => fault.kind === kind).length;

function cellsOf(round: Round, number: number): string[] {
  const { isDatabaseKilled, loaded, acknowledged, unanswered, found, faults, ready } = round;
  const counts = [acknowledged, unanswered, found, countOf(faults, 'lost'), countOf(faults, 'doubled'), countOf(faults, 'torn')];
  const killed = isDatabaseKilled ? 'server and PostgreSQL' : 'server';
  return [String(number), killed, `${loaded.toFixed(1)} s`, ...counts.map(String), `${ready.toFixed(2)} s`];
}

/** A few are enough to look for the cause. */
function complain(faults: readonly Fault[]): void {
  for (const { kind, text } of faults.slice(0, 10)) process.stderr.write(`${kind}: ${text}\n`);
}

function totalsOf(rounds: readonly Round[], faults: readonly Fault[]): string {
  const sum = (count: (round: Round) => number): number => rounds.reduce((total, round) => total + count(round), 0);
  const unanswered = sum((round) => round.unanswered);
  const found = sum((round) => round.found);
  const readyAfter = (isDatabaseKilled: boolean): string => {
    const seconds = rounds.filter((round) => round.isDatabaseKilled === isDatabaseKilled).map(({ ready }) => ready);
    return seconds.length === 0 ? 'none' : `after ${median(seconds).toFixed(2)} s (median), at most ${Math.max(...seconds).toFixed(2)} s`;
  };
  return [
    `kills            ${rounds.length} under ${concurrency} users, ${sum((round) => Number(round.isDatabaseKilled))} of them of PostgreSQL too`,
    `acknowledged     ${sum((round) => round.acknowledged)}, of which ${sum((round) => round.decisions)} decisions; the others began a case`,
    `found            ${sum((round) => round.acknowledged) - countOf(faults, 'lost')} of them, with the number and the hash that were acknowledged`,
    `lost             ${countOf(faults, 'lost')}`,
    `duplicated       ${countOf(faults, 'doubled')}`,
    `half written     ${countOf(faults, 'torn')}`,
    `unanswered       ${unanswered}: ${found} were on disk whole, ${unanswered - found} not at all and done when they were sent again`,
    `ready again      ${readyAfter(false)}`,
    `  PostgreSQL too ${readyAfter(true)}`,
  ].join('\n');
}

/** @returns whether everything was there, once. */
async function endure(count: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-endure-'));
  const server = new EndureServer(folder);
  try {
    const endurance = await Endurance.begin(server, concurrency);
    const rounds: Round[] = [];
    say(lineOf(columns));
    for (let number = 1; number <= count; number += 1) {
      const round = await endurance.round(number % 2 === 0, interruption.signal);
      rounds.push(round);
      say(lineOf(cellsOf(round, number)));
      complain(round.faults);
    }
    const last = await endurance.finish();
    complain(last);
    await server.stop();
    const faults = [...rounds.flatMap((round) => round.faults), ...last];
    say(`\n${totalsOf(rounds, faults)}`);
    return faults.length === 0;
  } finally {
    await server.abandon();
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

async function main(): Promise<void> {
  if (!(await endure(readRounds(process.argv.slice(2))))) process.exitCode = 1;
}

main().catch((error: unknown) => {
  const isUsage = error instanceof UsageError;
  const explained = isUsage
    ? `${error.message}\n${usage.trimEnd()}`
    : ((error instanceof Error ? error.stack : undefined) ?? String(error));
  process.stderr.write(`${interruption.signal.aborted ? 'Interrupted.' : explained}\n`);
  process.exitCode = interruption.signal.aborted ? 130 : isUsage ? 2 : 1;
});
