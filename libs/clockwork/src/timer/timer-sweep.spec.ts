import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, Metrics, newId, TransientError, TurnedClock } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { recordedLogger } from '../../../../test/support/recorded-logger.ts';
import { ClockworkMetrics } from '../clockwork-metrics.ts';
import { type DueTimer, TimerStore } from '../store/timer.store.ts';
import { type FireTimer, TimerSweep } from './timer-sweep.ts';

const { database, dataSource } = await testDatabase();
const silent = createLogger({ logLevel: 'silent', logPretty: false });
const instance = newId();
const dueAt = new Date('2024-03-22T01:00:00Z');

let clock: TurnedClock;

beforeEach(async () => {
  clock = new TurnedClock(dueAt);
  await dataSource.query('TRUNCATE timer');
});

/** Timers numbered from 1, each a second after the one before. */
const set = (count: number) =>
  dataSource.query(
    `INSERT INTO timer (tenant, instance_id, number, event, due_at)
     SELECT 'anhui', $1, n, 'due', $2::timestamptz + (n - 1) * interval '1 second' FROM generate_series(1, $3::integer) n`,
    [instance, dueAt, count],
  );

const remove = ({ tenant, instance: id, number }: DueTimer) =>
  dataSource.query('DELETE FROM timer WHERE tenant = $1 AND instance_id = $2 AND number = $3', [tenant, id, number]);

function sweepWith(fire: FireTimer, { batchSize = 200, logger = silent } = {}) {
  const metrics = new ClockworkMetrics(new Metrics());
  return { metrics, sweep: new TimerSweep({ timers: new TimerStore(database), fire, clock, logger, metrics, batchSize, concurrency: 1 }) };
}

/** Fires as a case does: what was fired is gone. */
function recording() {
  const fired: number[] = [];
  const fire: FireTimer = async (timer) => {
    fired.push(timer.number);
    await remove(timer);
  };
  return { fired, fire };
}

describe('Timer sweep', () => {
  it('fires nothing early, and what is due to the instant', async () => {
    const { fired, fire } = recording();
    const { sweep } = sweepWith(fire);
    await set(1);
    clock.advance(-1);
    await sweep.sweep();
    expect(fired).toEqual([]);
    clock.advance(1);
    await sweep.sweep();
    expect(fired).toEqual([1]);
    await sweep.sweep();
    expect(fired).toEqual([1]);
  });

  it('catches up on everything that fell due while nobody looked, oldest first, in batches', async () => {
    const { fired, fire } = recording();
    const { sweep, metrics } = sweepWith(fire, { batchSize: 3 });
    await set(10);
    clock.advance(9 * 1000 + 3600_000);
    await sweep.sweep();
    expect(fired).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const lateness = await metrics.timerLateness.get();
    expect(lateness.values.find(({ metricName }) => metricName?.endsWith('_sum'))?.value).toBe(10 * 3600 + 45);
  });

  it('tells which timer it is', async () => {
    const seen: DueTimer[] = [];
    const { sweep } = sweepWith(async (timer) => {
      seen.push(timer);
      await remove(timer);
    });
    await set(1);
    await sweep.sweep();
    expect(seen).toEqual([{ tenant: 'anhui', instance, number: 1, dueAt }]);
  });

  it('does not let bad timers keep the others from firing, nor tries them in a hot loop', async () => {
    const { fired, fire } = recording();
    const tried: number[] = [];
    const { logger, lines } = recordedLogger();
    const { sweep } = sweepWith(
      async (timer) => {
        tried.push(timer.number);
        if (timer.number <= 2) throw new Error('this one cannot be fired');
        await fire(timer);
      },
      // No larger than there are bad ones, so that they would fill every batch.
      { batchSize: 2, logger },
    );
    await set(5);
    clock.advance(60_000);
    await sweep.sweep();
    await sweep.sweep();
    expect(fired).toEqual([3, 4, 5]);
    expect(tried).toEqual([1, 2, 3, 4, 5]);
    expect(lines).toHaveLength(2);
  });

  it('tries a bad timer again after a pause', async () => {
    let tries = 0;
    const { fired, fire } = recording();
    const { sweep } = sweepWith(async (timer) => {
      tries += 1;
      if (tries === 1) throw new Error('not now');
      await fire(timer);
    });
    await set(1);
    sweep.start();
    await eventually(() => expect(fired).toEqual([1]));
    await sweep.stop();
  });

  it('lets a timer alone that was fired and is still there', async () => {
    let calls = 0;
    const { sweep } = sweepWith(async () => void (calls += 1));
    await set(1);
    await sweep.sweep();
    await sweep.sweep();
    expect(calls).toBe(1);
  });

  it('stops the pass when the database is away, so that not every timer runs into it', async () => {
    let calls = 0;
    const { sweep } = sweepWith(async () => {
      calls += 1;
      throw new TransientError('The database is not answering.');
    });
    await set(5);
    clock.advance(60_000);
    await expect(sweep.sweep()).rejects.toThrow(TransientError);
    expect(calls).toBe(1);
  });

  it('finishes the timer under way when it is stopped, and begins no other', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const { fired, fire } = recording();
    let begun = 0;
    const { sweep } = sweepWith(async (timer) => {
      begun += 1;
      await held;
      await fire(timer);
    });
    await set(5);
    clock.advance(60_000);
    sweep.start();
    await eventually(() => expect(begun).toBe(1));
    const stopped = sweep.stop();
    go();
    await stopped;
    expect(fired).toEqual([1]);
  });
});
