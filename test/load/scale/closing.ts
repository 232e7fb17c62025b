import { introduce } from '../load.ts';
import { items } from './closing-process.ts';
import { Closings } from './closings.ts';
import { during, type Measured, type Site } from './site.ts';
import { figureOf, takeTurns } from './turns.ts';

/** Closing a meeting, beside the same decisions sent one by one in the same moment. */
export const measureClosing = (site: Site): Promise<Measured> =>
  during(async (opened) => {
    const meetings = opened(await Closings.inMeetings(await site.database('closing'), site.folder));
    const single = opened(await Closings.oneByOne(await site.database('closing_single'), site.folder));
    await introduce([meetings, single], site.plan.timing);
    const turns = await takeTurns({ measured: meetings, base: single }, 1, site);
    return {
      figures: [
        figureOf(
          { name: `p50 of closing a meeting of ${items} items ÷ the same one by one, at once`, concurrency: 1, of: 'p50', target: null },
          turns,
        ),
        figureOf({ name: 'p99 of closing it ÷ the same one by one', concurrency: 1, of: 'p99', target: null }, turns),
      ],
      faults: [...(await meetings.faults()), ...(await single.faults())],
    };
  });
