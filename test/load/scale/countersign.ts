import { analyse } from '../databases.ts';
import { Floor } from '../floor/floor.ts';
import { introduce } from '../load.ts';
import { people } from './countersign-process.ts';
import { Countersigning } from './countersigning.ts';
import { during, type Measured, type Site } from './site.ts';
import { figureOf, takeTurns } from './turns.ts';

/** The floor is the usual one with 64 users: it knows no step that many decide together. */
const floorUsers = 64;

export const measureCountersign = (site: Site): Promise<Measured> =>
  during(async (opened) => {
    const addresses = { floor: await site.database('countersign_floor'), people: await site.database('countersign') };
    const floor = opened(await Floor.open(addresses.floor));
    const meeting = opened(await Countersigning.open(addresses.people, site.folder));
    await introduce([floor, meeting], site.plan.timing);
    await analyse(Object.values(addresses));
    const turns = await takeTurns({ measured: meeting, base: floor }, floorUsers, site);
    const name = `${people} people on one countersign step; the floor has ${floorUsers} users`;
    return {
      figures: [
        figureOf({ name, concurrency: people, of: 'perSecond', target: 0.3 }, turns),
        figureOf({ name: 'p99 of such a decision, all sent at once', concurrency: people, of: 'p99', target: null }, turns),
      ],
      faults: [...(await floor.faults()), ...(await meeting.faults())],
    };
  });
