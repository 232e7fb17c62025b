import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, Metrics, newId, TransientError, TurnedClock } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { recordedLogger } from '../../../../test/support/recorded-logger.ts';
import { ClockworkMetrics } from '../clockwork-metrics.ts';
import { LatenessStore } from '../store/lateness.store.ts';
import { claimSize, claimTimers, type DueTimer, TimerStore } from '../store/timer.store.ts';
import { type FireTimer, Firing } from './firing.ts';
import { Lateness } from './lateness.ts';

const { database, dataSource } = await testDatabase();
const silent = createLogger({ logLevel: 'silent', logPretty: false });
const instance = newId();
const dueAt = new Date('2024-03-22T01:00:00Z');
const timers = new TimerStore(database);

let clock: TurnedClock;

beforeEach(async () => {
  clock = new TurnedClock(dueAt);
  await dataSource.query('TRUNCATE timer; TRUNCATE timer_lateness');
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

/** As if the time had passed for which a timer is to be let alone. */
const letClaimsLapse = () => dataSource.query(`UPDATE timer SET claimed_until = now() - interval '1 second'`);

function firingWith(fire: FireTimer, logger = silent) {
  const metrics = new ClockworkMetrics(new Metrics());
  const lateness = new Lateness(new LatenessStore(database), clock);
  return { metrics, lateness, firing: new Firing({ timers, fire, clock, logger, metrics, lateness }) };
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

describe('Firing', () => {
  it('fires nothing early, and what is due to the instant', async () => {
    const { fired, fire } = recording();
    const { firing } = firingWith(fire);
    await set(1);
    clock.advance(-1);
    await firing.drain();
    expect(fired).toEqual([]);
    clock.advance(1);
    await firing.drain();
    expect(fired).toEqual([1]);
    await firing.drain();
    expect(fired).toEqual([1]);
  });

  it('catches up on everything that fell due while nobody looked, oldest first, in batches, and asks for help once', async () => {
    const { fired, fire } = recording();
    const { firing, metrics } = firingWith(fire);
    const count = 3 * claimSize + 10;
    await set(count);
    clock.advance(count * 1000);
    let calls = 0;
    const behind: boolean[] = [];
    await firing.drain(() => {
      calls += 1;
      behind.push(firing.isBehind);
    });
    expect([...behind, firing.isBehind]).toEqual([true, false]);
    expect([...fired].sort((one, other) => one - other)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(Math.max(...fired.slice(0, claimSize))).toBe(claimSize);
    expect(calls).toBe(1);
    expect((await metrics.timersFired.get()).values).toEqual([{ labels: { result: 'fired' }, value: count }]);
  });

  it('tells which timer it is, and counts how late it was where all processes see it', async () => {
    const seen: DueTimer[] = [];
    const { firing, metrics, lateness } = firingWith(async (timer) => {
      seen.push(timer);
      await remove(timer);
    });
    await set(1);
    clock.advance(200);
    await firing.drain();
    expect(seen).toEqual([{ tenant: 'anhui', instance, number: 1, dueAt }]);
    const { values } = await metrics.timerLateness.get();
    expect(values.find(({ metricName }) => metricName?.endsWith('_sum'))?.value).toBe(0.2);
    await lateness.putDown();
    expect(await dataSource.query('SELECT * FROM timer_lateness')).toEqual([{ tenant: 'anhui', minute: dueAt, at_most: 0.2, fired: 1 }]);
  });

  it('leaves alone what another is firing, until its claim has lapsed', async () => {
    const { fired, fire } = recording();
    const { firing } = firingWith(fire);
    await set(3);
    clock.advance(60_000);
    // Killed after it had claimed them.
    expect(await timers.claim(clock.now())).toHaveLength(3);
    await firing.drain();
    expect(fired).toEqual([]);
    await letClaimsLapse();
    await firing.drain();
    expect(fired).toEqual([1, 2, 3]);
  });

  it('is shared: two at once fire each timer once', async () => {
    const [one, other] = [recording(), recording()];
    await set(4 * claimSize);
    clock.advance(4 * claimSize * 1000);
    await Promise.all([firingWith(one.fire).firing.drain(), firingWith(other.fire).firing.drain()]);
    expect(new Set([...one.fired, ...other.fired]).size).toBe(4 * claimSize);
    expect(one.fired.length + other.fired.length).toBe(4 * claimSize);
    expect(Math.min(one.fired.length, other.fired.length)).toBeGreaterThan(0);
  });

  it('claims by the index alone among many timers, and does not sort them', async () => {
    await dataSource.query(
      `INSERT INTO timer (tenant, instance_id, number, event, due_at)
       SELECT 'anhui', gen_random_uuid(), n, 'due', $1::timestamptz + interval '1 day' * random() FROM generate_series(1, 20000) n`,
      [dueAt],
    );
    await dataSource.query('ANALYZE timer');
    for (const mode of ['force_generic_plan', 'force_custom_plan']) {
      const plan = await planOf(mode, claimTimers.text, dueAt);
      expect(plan).toContain('Index Scan using timer_due');
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    }
  });

  it('does not let bad timers keep the others from firing, nor tries them in a hot loop', async () => {
    const { fired, fire } = recording();
    const tried: number[] = [];
    const { logger, lines } = recordedLogger();
    const { firing } = firingWith(async (timer) => {
      tried.push(timer.number);
      if (timer.number <= 2) throw new Error('this one cannot be fired');
      await fire(timer);
    }, logger);
    await set(5);
    clock.advance(60_000);
    await firing.drain();
    await firing.drain();
    expect(fired).toEqual([3, 4, 5]);
    expect(tried).toEqual([1, 2, 3, 4, 5]);
    expect(lines).toHaveLength(2);
  });

  it('tries a bad timer again after a pause, and after a longer one each time', async () => {
    let tries = 0;
    const { fired, fire } = recording();
    const { firing } = firingWith(async (timer) => {
      tries += 1;
      if (tries <= 2) throw new Error('not now');
      await fire(timer);
    });
    await set(1);
    const pauses: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      await firing.drain();
      const [row] = await dataSource.query('SELECT extract(epoch FROM claimed_until - now())::float AS pause FROM timer');
      if (row !== undefined) pauses.push(Math.round(row.pause));
      await letClaimsLapse();
    }
    expect(fired).toEqual([1]);
    expect(pauses).toEqual([2, 4]);
  });

  it('lets a timer alone that was fired and is still there', async () => {
    let calls = 0;
    const { firing } = firingWith(async () => void (calls += 1));
    await set(1);
    await firing.drain();
    await firing.drain();
    expect(calls).toBe(1);
  });

  it('gives back what it could not fire when the database was away, and says so', async () => {
    let isAway = true;
    const { fired, fire } = recording();
    const { firing } = firingWith(async (timer) => {
      if (isAway) throw new TransientError('The database is not answering.');
      await fire(timer);
    });
    await set(5);
    clock.advance(60_000);
    await expect(firing.drain()).rejects.toThrow(TransientError);
    isAway = false;
    await firing.drain();
    expect(fired).toEqual([1, 2, 3, 4, 5]);
  });

  it('does not fire what was claimed before the clock was turned back', async () => {
    const { fired, fire } = recording();
    const { firing } = firingWith(fire);
    await set(2);
    clock.advance(60_000);
    const turned = clock.now();
    // As the claim comes back, the clock is an hour behind.
    const asked = clock.now.bind(clock);
    let times = 0;
    clock.now = () => {
      times += 1;
      return times === 1 ? turned : new Date(dueAt.getTime() - 3_600_000);
    };
    await firing.drain();
    expect(fired).toEqual([]);
    clock.now = asked;
    await firing.drain();
    expect(fired).toEqual([1, 2]);
  });

  it('finishes the timers under way when it is stopped, and begins no other', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const { fired, fire } = recording();
    let begun = 0;
    const { firing } = firingWith(async (timer) => {
      begun += 1;
      await held;
      await fire(timer);
    });
    await set(3 * claimSize);
    clock.advance(3 * claimSize * 1000);
    const draining = firing.drain();
    await eventually(() => expect(begun).toBe(2 * claimSize));
    const stopped = firing.stop();
    go();
    await stopped;
    await draining;
    expect(fired).toHaveLength(2 * claimSize);
  });
});

/** @returns the plan of a statement with one parameter, made for any value or for this one. */
async function planOf(mode: string, text: string, value: Date): Promise<string> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SET plan_cache_mode = ${mode}`);
    await runner.query(`PREPARE planned (timestamptz) AS ${text}`);
    const rows: { 'QUERY PLAN': string }[] = await runner.query(`EXPLAIN EXECUTE planned ('${value.toISOString()}')`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await runner.query('DEALLOCATE planned; RESET plan_cache_mode');
    await runner.release();
  }
}
