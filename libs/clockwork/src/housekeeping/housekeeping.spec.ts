import { describe, expect, it } from '@jest/globals';
import { Metrics, TransientError } from '#platform';
import { AskedClock } from '../../../../test/support/asked-clock.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { recordedLogger } from '../../../../test/support/recorded-logger.ts';
import { ClockworkMetrics } from '../clockwork-metrics.ts';
import { type Chore, Housekeeping } from './housekeeping.ts';

const minute = 60_000;

function housekeeping(chores: readonly Chore[], batchSize = 3) {
  const clock = new AskedClock(new Date('2024-03-22T01:00:00Z'));
  const { logger, lines } = recordedLogger();
  const metrics = new ClockworkMetrics(new Metrics());
  const keeping = new Housekeeping({ chores, clock, logger, metrics, batchSize, idleMilliseconds: 2 });
  /** Lets it look a few times more. */
  const looked = async () => {
    const before = clock.asked;
    await eventually(() => expect(clock.asked).toBeGreaterThan(before + 3));
  };
  return { keeping, clock, lines, metrics, looked };
}

/** Something of which there is so much. */
function heap(name: string, rows: number) {
  const limits: number[] = [];
  let left = rows;
  const run: Chore['run'] = async (_now, limit) => {
    limits.push(limit);
    const removed = Math.min(limit, left);
    left -= removed;
    return removed;
  };
  return { chore: { name, run }, limits, add: (more: number) => (left += more), left: () => left };
}

describe('Housekeeping', () => {
  it('removes everything in batches, chore after chore, and counts', async () => {
    const [some, none, exact] = [heap('some', 7), heap('none', 0), heap('exact', 6)];
    const { keeping, metrics, lines } = housekeeping([some.chore, none.chore, exact.chore]);
    await keeping.pass();
    expect([some.limits, none.limits, exact.limits]).toEqual([[3, 3, 3], [3], [3, 3, 3]]);
    expect((await metrics.chores.get()).values.map(({ labels, value }) => [labels.what, value])).toEqual([
      ['some', 7],
      ['none', 0],
      ['exact', 6],
    ]);
    expect(lines).toHaveLength(2);
  });

  it('comes about once an hour by the clock it was given, whichever way that is turned', async () => {
    const dust = heap('dust', 1);
    const { keeping, clock, looked } = housekeeping([dust.chore]);
    keeping.start();
    await looked();
    expect(dust.left()).toBe(1);
    clock.advance(10 * minute);
    await eventually(() => expect(dust.left()).toBe(0));
    dust.add(1);
    clock.advance(54 * minute);
    await looked();
    expect(dust.left()).toBe(1);
    clock.advance(11 * minute);
    await eventually(() => expect(dust.left()).toBe(0));
    dust.add(1);
    clock.advance(-24 * 60 * minute);
    await eventually(() => expect(dust.left()).toBe(0));
    await keeping.stop();
  });

  it('leaves a chore that fails for the next time, and does the others', async () => {
    const [first, last] = [heap('first', 1), heap('last', 1)];
    const broken: Chore = { name: 'broken', run: () => Promise.reject(new Error('no such table')) };
    const { keeping, lines } = housekeeping([first.chore, broken, last.chore]);
    await keeping.pass();
    expect([first.left(), last.left()]).toEqual([0, 0]);
    expect(lines.filter(({ level }) => level >= 50)).toHaveLength(1);
  });

  it('begins again soon when the database was away', async () => {
    const dust = heap('dust', 1);
    let outages = 2;
    const away: Chore = {
      name: 'away',
      run: async () => {
        outages -= 1;
        if (outages >= 0) throw new TransientError('The database is not answering.');
        return 0;
      },
    };
    const { keeping, clock } = housekeeping([away, dust.chore]);
    await expect(keeping.pass()).rejects.toThrow(TransientError);
    keeping.start();
    clock.advance(10 * minute);
    await eventually(() => expect(dust.left()).toBe(0));
    await keeping.stop();
  });

  it('ends with the batch under way when it is stopped', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let batches = 0;
    const endless: Chore = {
      name: 'endless',
      run: async (_now, limit) => {
        batches += 1;
        await held;
        return limit;
      },
    };
    const { keeping, clock } = housekeeping([endless]);
    keeping.start();
    clock.advance(10 * minute);
    await eventually(() => expect(batches).toBe(1));
    const stopped = keeping.stop();
    go();
    await stopped;
    expect(batches).toBe(1);
  });
});
