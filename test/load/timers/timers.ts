import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';
import { createDatabases, databaseIn, versionOf } from '../databases.ts';
import type { Outcome } from '../figures.ts';
import { describeMachine } from '../machine.ts';
import { measureStandings } from '../standing.ts';
import { type Backend, backends } from './backends.ts';
import { measureBurst } from './burst.ts';
import { measureSpread } from './spread.ts';
import { measureSweep } from './sweep.ts';

export interface TimerPlan {
  /** Timers due one a millisecond. */
  readonly spread: number;
  /** Timers due at one instant. */
  readonly burst: number;
  /** Timers armed while the sweep looks for those that are due. */
  readonly armed: number;
}

export const fullTimers: TimerPlan = { spread: 20_000, burst: 100_000, armed: 1_000_000 };
export const quickTimers: TimerPlan = { spread: 4_000, burst: 10_000, armed: 100_000 };

/** Where one group of rows after the other is measured. */
export interface TimerSite {
  readonly folder: string;
  readonly plan: TimerPlan;
  tell(text: string): void;
  /** Makes a new database. @returns its address */
  database(name: string): Promise<string>;
}

export type Measured = Pick<Outcome, 'figures' | 'faults'>;

/** How late timers are, how fast many of them are done with, and what looking for them costs. */
export async function measureTimers(plan: TimerPlan, tell: (text: string) => void): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-bench-'));
  try {
    const settings = { max_connections: '200', track_commit_timestamp: 'on' };
    const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), port: 0, settings });
    const database = async (name: string): Promise<string> => {
      await createDatabases(postgres.url, [name]);
      return databaseIn(postgres.url, name);
    };
    try {
      const found = backends();
      const notes = [...describeMachine(await versionOf(postgres.url)), ...notesOn(found)];
      const measured = await inTurn({ folder, plan, tell, database }, found);
      return { notes, figures: measured.flatMap(({ figures }) => figures), faults: measured.flatMap(({ faults }) => faults) };
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inTurn(site: TimerSite, found: readonly Backend[]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const backend of found) measured.push(await measureSpread(site, backend), await measureBurst(site, backend));
  return [...measured, await measureSweep(site), measureStandings()];
}

const notesOn = (found: readonly Backend[]): string[] => [
  'one worker in a process of its own does the timers, the messages they write, and the notices that come of those; decisions are made by the command in the load generator’s process, all on the same cores',
  'late is a timer by the time from the instant it was due to the commit of what it did, as PostgreSQL keeps it',
  ...(found.length < 2 ? ['redis-server is not installed: measured on PostgreSQL only'] : []),
];
