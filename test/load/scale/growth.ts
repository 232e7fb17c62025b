import { DataSource } from 'typeorm';
import { type Amounts, fillWithCases, tenant } from '../../support/many-cases.ts';
import { approval } from '../approval.ts';
import { ask } from '../ask.ts';
import { CommandCandidate } from '../command.ts';
import { introduce } from '../load.ts';
import { publish } from '../open-cases.ts';
import { during, type Measured, type Site } from './site.ts';
import { measureTaskList } from './task-list.ts';
import { figureOf, takeTurns } from './turns.ts';

const users = 16;

/** A fifth of the cases is open; as many offices, whether they have had few cases or many. */
const amountsOf = (instances: number): Amounts => ({ instances, open: instances / 5, people: 5000, organisations: 2500 });

/** The same decisions beside few cases and beside many, and then the task list of the many. */
export const measureGrowth = (site: Site): Promise<Measured> =>
  during(async (opened) => {
    const { few, many } = site.plan;
    const base = opened(await openAmong(site, few));
    const measured = opened(await openAmong(site, many));
    const turns = await takeTurns({ measured, base }, users, site);
    const name = `decisions through the command, ${inWords(many)} cases ÷ ${inWords(few)}`;
    const list = await measureTaskList(measured, amountsOf(many), site);
    return {
      figures: [figureOf({ name, concurrency: users, of: 'perSecond', target: 0.9 }, turns), ...list.figures],
      faults: [...(await base.faults()), ...(await measured.faults()), ...list.faults],
    };
  });

const inWords = (count: number): string => count.toLocaleString('en');

/** The cases are those of another tenant, whose rows lie in the same tables and indexes. */
async function openAmong({ tell, ...site }: Site, instances: number): Promise<CommandCandidate> {
  const address = await site.database(`cases_${instances}`);
  const candidate = await CommandCandidate.open(address, site.folder, `command among ${inWords(instances)} cases`);
  tell(`filling a database with ${inWords(instances)} cases`);
  // Not the application's own pool, which gives a statement fifteen seconds.
  const dataSource = await new DataSource({ type: 'postgres', url: address }).initialize();
  try {
    await fillWithCases(dataSource, amountsOf(instances));
  } finally {
    await dataSource.destroy();
  }
  for (const key of Array.from({ length: 10 }, (_, number) => `process-${number}`)) {
    await publish(candidate.open, tenant, { ...approval, key });
  }
  await introduce([candidate], site.plan.timing);
  // Or autovacuum would do it during the windows, a minute after so many rows came.
  await ask(address, 'VACUUM (ANALYZE)');
  await ask(address, 'CHECKPOINT');
  return candidate;
}
