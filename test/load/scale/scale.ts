import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '#platform';
import { createDatabases, databaseIn, versionOf } from '../databases.ts';
import type { Outcome } from '../figures.ts';
import { describeMachine } from '../machine.ts';
import { measureBulk } from './bulk.ts';
import { measureClosing } from './closing.ts';
import { measureCountersign } from './countersign.ts';
import { measureGrowth } from './growth.ts';
import { measureServerCost } from './server-cost.ts';
import type { Measured, ScalePlan, Site } from './site.ts';
import { measureTwoOfEach } from './two-of-each.ts';

export const fullScale: ScalePlan = { rounds: 5, timing: { warmUp: 1000, window: 4000 }, few: 10_000, many: 1_000_000 };
export const quickScale: ScalePlan = { rounds: 1, timing: { warmUp: 500, window: 1500 }, few: 1_000, many: 50_000 };

/** The large tables come last, so that writing them out is in nobody's way. */
const groups = [measureCountersign, measureBulk, measureClosing, measureServerCost, measureTwoOfEach, measureGrowth];

/** What the usual table does not show: many people on one step, many cases, and several processes. */
export async function measureScale(plan: ScalePlan, tell: (text: string) => void): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-bench-'));
  try {
    const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), port: 0, settings: { max_connections: '200' } });
    const database = async (name: string): Promise<string> => {
      await createDatabases(postgres.url, [name]);
      return databaseIn(postgres.url, name);
    };
    try {
      const notes = [...describeMachine(await versionOf(postgres.url)), ...notesOn(plan)];
      const measured = await inTurn({ folder, plan, tell, database });
      return { notes, figures: measured.flatMap(({ figures }) => figures), faults: measured.flatMap(({ faults }) => faults) };
    } finally {
      await postgres.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inTurn(site: Site): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const measure of groups) measured.push(await measure(site));
  return measured;
}

const notesOn = ({ rounds, timing }: ScalePlan): string[] => [
  `medians of ${rounds} windows of ${timing.window / 1000} s after ${timing.warmUp / 1000} s, in turns, closed loop; all processes on the same cores`,
  'where a row says “÷”, what it is divided by stands in the column of the floor',
];
