import { beforeEach, expect, it } from '@jest/globals';
import { createLogger, newId, TurnedClock } from '#platform';
import { afterwards } from '../../../../test/support/copied-database.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { bothBackends } from '../../../../test/support/redis.ts';
import { AlarmQueue, alarmQueueName } from '../queue/alarm-queue.ts';
import { connectTo } from '../queue/connection.ts';
import { TimerOverview } from './timer-overview.ts';

const { url: databaseUrl, database, dataSource } = await testDatabase();
const { redis, half } = await bothBackends('Overview of timers');
const logger = createLogger({ logLevel: 'silent', logPretty: false });
const now = new Date('2024-03-22T01:00:00Z');
const clock = new TurnedClock(now);

beforeEach(() => dataSource.query('TRUNCATE timer; TRUNCATE timer_lateness'));

const set = (seconds: number, tenant = 'anhui') =>
  dataSource.query(`INSERT INTO timer (tenant, instance_id, number, event, due_at) VALUES ($1, $2, 1, 'due', $3)`, [
    tenant,
    newId(),
    new Date(now.getTime() + seconds * 1000),
  ]);
const fired = (minutesAgo: number, atMost: string, count: number, tenant = 'anhui') =>
  dataSource.query('INSERT INTO timer_lateness VALUES ($1, $2, $3, $4)', [
    tenant,
    new Date(now.getTime() - minutesAgo * 60_000),
    atMost,
    count,
  ]);

for (const backend of ['postgres', 'redis'] as const) {
  half[backend](`The overview of timers, with alarms on ${backend}`, () => {
    const redisUrl = backend === 'redis' ? redis?.url : undefined;
    const overview = new TimerOverview({ database, databaseUrl, redisUrl, clock, logger });
    afterwards(() => overview.close());

    it('says what is due when, to the second, of one tenant', async () => {
      for (const seconds of [-120, -60, 0, 1, 3600, 3601, 86_400, 86_401, 604_800, 604_801, 1e8]) await set(seconds);
      await set(-9999, 'hubei');
      const { counts } = await overview.read('anhui');
      expect(counts).toEqual({
        overdue: 3,
        oldestOverdue: new Date(now.getTime() - 120_000),
        withinHour: 2,
        withinDay: 2,
        withinWeek: 2,
        later: 2,
      });
    });

    it('says how late the timers of the last hour were', async () => {
      await fired(1, '0.05', 90);
      await fired(59, '0.05', 8);
      await fired(2, '0.25', 1);
      await fired(3, 'Infinity', 1);
      await fired(60, '3600', 5000);
      await fired(1, '3600', 5000, 'hubei');
      expect((await overview.read('anhui')).lateness).toEqual({ fired: 100, p50: 0.05, p99: 0.25 });
      await fired(4, 'Infinity', 1);
      expect((await overview.read('anhui')).lateness).toEqual({ fired: 101, p50: 0.05, p99: null });
    });

    it('says of nothing that it is nothing', async () => {
      expect(await overview.read('anhui')).toMatchObject({
        counts: { overdue: 0, oldestOverdue: null, later: 0 },
        lateness: { fired: 0, p50: null, p99: null },
      });
    });

    it('says which alarms are armed, and where', async () => {
      const queue = new AlarmQueue({ connection: connectTo({ databaseUrl, redisUrl, queueName: alarmQueueName }), logger });
      await queue.ready();
      await queue.arm([10_000, 20_000, 10_000].map((bucket) => ({ bucket, delay: 60_000 })));
      await queue.schedule();
      expect((await overview.read('anhui')).queue).toEqual({ backend, alarms: 2 });
      await queue.close();
    });
  });
}

half.redis('The overview of timers', () => {
  it('says what the rows say also while Redis is away', async () => {
    const away = new TimerOverview({ database, databaseUrl, redisUrl: 'redis://127.0.0.1:1', clock, logger });
    await set(1);
    expect(await away.read('anhui')).toMatchObject({ counts: { withinHour: 1 }, queue: { backend: 'redis', alarms: null } });
    await away.close();
  });
});
