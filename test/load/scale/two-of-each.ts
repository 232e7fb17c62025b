import { analyse } from '../databases.ts';
import { introduce } from '../load.ts';
import { type Layout, ServerGroup } from './server-group.ts';
import { during, type Measured, type Site } from './site.ts';
import { figureOf, takeTurns } from './turns.ts';

const users = 64;

const one: Layout = { name: 'one server, one worker', servers: 1, workers: 1, isWorkerInside: false };
const two: Layout = { name: 'two servers, two workers', servers: 2, workers: 2, isWorkerInside: false };

/** What a second server and a second worker add, or cost, on the same machine and PostgreSQL. */
export const measureTwoOfEach = (site: Site): Promise<Measured> =>
  during(async (opened) => {
    const addresses = { one: await site.database('one_of_each'), two: await site.database('two_of_each') };
    const base = opened(await ServerGroup.open(one, addresses.one, site.folder));
    const measured = opened(await ServerGroup.open(two, addresses.two, site.folder));
    await introduce([base, measured], site.plan.timing);
    await analyse(Object.values(addresses));
    const turns = await takeTurns({ measured, base }, users, site);
    const row = { concurrency: users, target: null };
    return {
      figures: [
        figureOf({ ...row, name: 'decisions through two servers, two workers ÷ one of each', of: 'perSecond' }, turns),
        figureOf({ ...row, name: 'p99 of a decision through two of each ÷ one of each', of: 'p99' }, turns),
      ],
      faults: [...(await base.faults()), ...(await measured.faults())],
    };
  });
