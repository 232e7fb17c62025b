import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { type Clock, createLogger, Metrics, newId, SystemClock, TurnedClock } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { bothBackends } from '../../../../test/support/redis.ts';
import { ClockworkMetrics } from '../clockwork-metrics.ts';
import { AlarmQueue } from '../queue/alarm-queue.ts';
import { AlarmWorker } from '../queue/alarm-worker.ts';
import { connectTo } from '../queue/connection.ts';
import { LatenessStore } from '../store/lateness.store.ts';
import { claimSize, TimerStore } from '../store/timer.store.ts';
import { Alarms } from './alarms.ts';
import { bucketLength, bucketOf } from './buckets.ts';
import { Firing } from './firing.ts';
import { Lateness } from './lateness.ts';

const { url: databaseUrl, database, dataSource } = await testDatabase();
const { redis, half } = await bothBackends('Alarms');
const logger = createLogger({ logLevel: 'silent', logPretty: false });
const instance = newId();
const set = (number: number, dueAt: Date) =>
  dataSource.query(`INSERT INTO timer (tenant, instance_id, number, event, due_at) VALUES ('anhui', $1, $2, 'due', $3)`, [
    instance,
    number,
    dueAt,
  ]);

beforeEach(() => dataSource.query('TRUNCATE timer'));

for (const backend of ['postgres', 'redis'] as const) {
  half[backend](`Alarms on ${backend}`, () => {
    let queueName = '';
    let closing: (() => Promise<void>)[] = [];

    beforeEach(() => {
      queueName = `alarms-${newId()}`;
    });
    afterEach(async () => {
      for (const close of closing.reverse()) await close();
      closing = [];
    });

    const connection = () => connectTo({ databaseUrl, redisUrl: backend === 'redis' ? redis?.url : undefined, queueName });

    /** What a process has of it. Nothing of it runs yet. */
    async function aProcess(clock: Clock, longestDelay?: number) {
      const metrics = new ClockworkMetrics(new Metrics());
      const fired: { number: number; isEarly: boolean }[] = [];
      const timers = new TimerStore(database);
      const queue = new AlarmQueue({ connection: connection(), logger });
      closing.push(() => queue.close());
      await queue.ready();
      const lateness = new Lateness(new LatenessStore(database), clock);
      const fire = async ({ tenant, instance: id, number, dueAt }: { tenant: string; instance: string; number: number; dueAt: Date }) => {
        fired.push({ number, isEarly: clock.now() < dueAt });
        await dataSource.query('DELETE FROM timer WHERE tenant = $1 AND instance_id = $2 AND number = $3', [tenant, id, number]);
      };
      const firing = new Firing({ timers, fire, clock, logger, metrics, lateness });
      const alarms = new Alarms({ queue, timers, firing, clock, logger, metrics, ...(longestDelay !== undefined && { longestDelay }) });
      closing.push(() => alarms.stop());
      const worker = new AlarmWorker({ connection: connection(), handle: (name, data) => alarms.handle(name, data), logger });
      closing.push(() => worker.stop());
      closing.push(() => alarms.stop());
      const wokenBy = async (by: string) => (await metrics.wakeUps.get()).values.find(({ labels }) => labels.by === by)?.value ?? 0;
      return { queue, alarms, worker, fired, wokenBy };
    }

    /** Loses everything the queue holds. */
    async function flush() {
      if (backend === 'redis') {
        const client = new Redis(redis?.url ?? '');
        await client.flushall();
        client.disconnect();
        return;
      }
      const tables: { name: string }[] = await dataSource.query(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
      );
      await dataSource.query(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    }

    it('wake a bucket: what is due in it fires, none early, also what was set after it had begun', async () => {
      const clock = new SystemClock();
      const { alarms, worker, fired, wokenBy } = await aProcess(clock);
      const soon = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);
      await set(1, soon(300));
      await set(2, soon(50));
      await alarms.arm([bucketOf(soon(0)), bucketOf(soon(300))]);
      worker.start();
      await eventually(() => expect(fired.map(({ number }) => number)).toEqual([2, 1]));
      await set(3, soon(20));
      await eventually(() => expect(fired).toHaveLength(3));
      expect(fired.filter(({ isEarly }) => isEarly)).toEqual([]);
      expect([await wokenBy('sweep'), await wokenBy('process')]).toEqual([0, 0]);
    });

    it('are one a bucket, whoever arms them and however often', async () => {
      const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));
      const [one, other] = [await aProcess(clock), await aProcess(clock)];
      const bucket = clock.now().getTime() + 60_000;
      await Promise.all([one, other, one, other].map(({ alarms }) => alarms.arm([bucket, bucket + bucketLength])));
      expect(await one.queue.countArmed()).toBe(2);
    });

    it('of a timer in two years are armed again and again, and it fires in two years', async () => {
      const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));
      const { alarms, worker, fired, wokenBy } = await aProcess(clock, 20);
      const dueAt = new Date('2026-03-22T01:00:03Z');
      await set(1, dueAt);
      await alarms.arm([bucketOf(dueAt)]);
      worker.start();
      await eventually(async () => expect(await wokenBy('alarm')).toBeGreaterThan(3));
      clock.turnTo(new Date(dueAt.getTime() - 1));
      const woken = await wokenBy('alarm');
      await eventually(async () => expect(await wokenBy('alarm')).toBeGreaterThan(woken));
      expect(fired).toEqual([]);
      clock.turnTo(dueAt);
      await eventually(() => expect(fired).toEqual([{ number: 1, isEarly: false }]));
    });

    it('that are lost with the queue are armed anew, and the sweep is scheduled anew', async () => {
      const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));
      const { queue, alarms, worker, wokenBy } = await aProcess(clock);
      for (let number = 1; number <= 30; number += 1) await set(number, new Date(clock.now().getTime() + 60_000 + number * 1000));
      await set(31, new Date('2026-03-22T01:00:00Z'));
      // The four buckets that the half minute reaches into.
      const armed = 4;
      alarms.start();
      await eventually(async () => expect(await queue.countArmed()).toBe(armed));
      await flush();
      expect(await queue.countArmed()).toBe(0);
      await eventually(async () => expect(await queue.countArmed()).toBe(armed));
      worker.start();
      await eventually(async () => expect(await wokenBy('sweep')).toBeGreaterThan(0));
    });

    it('that nobody armed are made up for by the sweep, and what the turned clock made due as well', async () => {
      const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));
      const { queue, worker, fired, wokenBy } = await aProcess(clock);
      await queue.schedule();
      worker.start();
      await set(1, clock.now());
      await set(2, new Date('2024-06-22T01:00:00Z'));
      await eventually(() => expect(fired).toEqual([{ number: 1, isEarly: false }]));
      clock.turnTo('2024-06-22T00:59:59.999Z');
      const swept = await wokenBy('sweep');
      await eventually(async () => expect(await wokenBy('sweep')).toBeGreaterThan(swept + 1));
      expect(fired).toHaveLength(1);
      clock.turnTo('2024-06-22T01:00:00Z');
      await eventually(() => expect(fired).toHaveLength(2));
    });

    it('are not needed by a process whose queue never wakes it', async () => {
      const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));
      const { alarms, fired, wokenBy } = await aProcess(clock);
      await set(1, clock.now());
      alarms.start();
      await eventually(() => expect(fired).toEqual([{ number: 1, isEarly: false }]));
      expect(await wokenBy('process')).toBeGreaterThan(0);
    });

    it('share a backlog with other workers', async () => {
      const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));
      const [one, other] = [await aProcess(clock), await aProcess(clock)];
      const count = 12 * claimSize;
      await dataSource.query(
        `INSERT INTO timer (tenant, instance_id, number, event, due_at) SELECT 'anhui', $1, n, 'due', $2 FROM generate_series(1, $3::int) n`,
        [instance, clock.now(), count],
      );
      one.worker.start();
      other.worker.start();
      await one.alarms.arm([bucketOf(clock.now())]);
      // On a machine that has other things to do a claim may lapse, and what it held is fired by both: the row decides.
      await eventually(() => expect(new Set([...one.fired, ...other.fired].map(({ number }) => number)).size).toBe(count));
      expect(Math.min(one.fired.length, other.fired.length)).toBeGreaterThan(0);
      expect((await one.wokenBy('help')) + (await other.wokenBy('help'))).toBeGreaterThan(0);
    });
  });
}
