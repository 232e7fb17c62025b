import { expect, it } from '@jest/globals';
import { createLogger } from '#platform';
import { afterwards } from '../../../../test/support/copied-database.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { bothBackends } from '../../../../test/support/redis.ts';
import { AlarmQueue, alarmQueueName } from './alarm-queue.ts';
import { connectTo } from './connection.ts';
import { QueueOverview } from './queue-overview.ts';

const { url: databaseUrl } = await testDatabase();
const { redis, half } = await bothBackends('Overview of queues');
const logger = createLogger({ logLevel: 'silent', logPretty: false });

for (const backend of ['postgres', 'redis'] as const) {
  half[backend](`The overview of queues on ${backend}`, () => {
    const redisUrl = backend === 'redis' ? redis?.url : undefined;
    const overview = new QueueOverview({ databaseUrl, redisUrl, logger });
    afterwards(() => overview.close());

    it('counts the jobs of each by what they are doing', async () => {
      const nothing = { waiting: 0, active: 0, delayed: 0, failed: 0 };
      expect(await overview.read()).toEqual({
        backend,
        queues: [
          { name: 'jobs', counts: nothing },
          { name: 'alarms', counts: nothing },
        ],
      });
      const alarms = new AlarmQueue({ connection: connectTo({ databaseUrl, redisUrl, queueName: alarmQueueName }), logger });
      afterwards(() => alarms.close());
      await alarms.ready();
      await alarms.arm([
        { bucket: 1, delay: 60_000 },
        { bucket: 2, delay: 120_000 },
      ]);
      expect((await overview.read()).queues[1]).toEqual({ name: 'alarms', counts: { ...nothing, delayed: 2 } });
    });
  });
}

it('says of a queue that does not answer that nobody knows', async () => {
  const away = new QueueOverview({ databaseUrl: 'postgres://nobody@127.0.0.1:1/none', redisUrl: undefined, logger });
  expect((await away.read()).queues).toEqual([
    { name: 'jobs', counts: null },
    { name: 'alarms', counts: null },
  ]);
  await away.close().catch(() => undefined);
});
