import { beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { timersOf } from '../../apps/worker/src/jobs.ts';
import { testDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { tenant } from '../support/house.ts';
import { bothBackends } from '../support/redis.ts';
import { TimerScene } from './timer-scene.ts';

const { redis, half } = await bothBackends('Timers under faults');
const many = 40;

/** A scene on a database of its own, for each test. */
const aScene = async () => TimerScene.open(await testDatabase());

for (const backend of ['postgres', 'redis'] as const) {
  half[backend](`timers, with alarms on ${backend}`, () => {
    const redisUrl = backend === 'redis' ? redis?.url : undefined;
    const named = (name: string) => `${name} (${backend})`;

    /** What was in the queue, of this test and of those before. */
    async function flush(scene: TimerScene): Promise<void> {
      if (redisUrl !== undefined) {
        const client = new Redis(redisUrl);
        await client.flushall();
        client.disconnect();
        return;
      }
      const tables = await scene.house.rows<{ name: string }>(
        `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
      );
      if (tables.length > 0) await scene.house.rows(`TRUNCATE ${tables.map(({ name }) => name).join(', ')}`);
    }

    let scene: TimerScene;
    beforeAll(async () => {
      if (redisUrl !== undefined) await flush(await aScene());
    });

    it('two workers on the same timers: one effect each', async () => {
      scene = await aScene();
      const cases = await scene.begin(many);
      const workers = [scene.worker(redisUrl), scene.worker(redisUrl, scene.house.anotherProcess())];
      await Promise.all(workers.map((worker) => worker.start()));
      scene.turnBy(3, -1);
      expect(await scene.effects()).toBe(0);
      scene.turnBy(0, 1);
      await eventually(async () => expect(await scene.effects()).toBe(many));
      await Promise.all(workers.map((worker) => worker.stop()));
      expect(await scene.totals(named('two workers on one timer'))).toMatchObject({ timers: cases.length, effects: many });
    });

    it('a wake-up that comes ten times, to two workers: one effect', async () => {
      scene = await aScene();
      await scene.begin(many);
      scene.turnBy(3);
      const due = await scene.house.rows<{ tenant: string; instance: string; number: number; dueAt: Date }>(
        'SELECT tenant, instance_id AS instance, number, due_at AS "dueAt" FROM timer',
      );
      const fires = [scene.house, scene.house.anotherProcess()].map((house) => timersOf(house.cases));
      // Not even the claim is between them: all of them fire all timers.
      const deliveries = Array.from({ length: 5 }, () => fires).flat();
      await Promise.all(deliveries.flatMap((fire) => due.map((timer) => fire(timer))));
      expect(await scene.totals(named('a job delivered ten times'))).toMatchObject({ timers: many, effects: many });
    });

    it('a queue that is emptied before anything falls due', async () => {
      scene = await aScene();
      const worker = scene.worker(redisUrl);
      await worker.start();
      await scene.begin(many);
      scene.turnBy(2);
      await flush(scene);
      scene.turnBy(1);
      await eventually(async () => expect(await scene.effects()).toBe(many));
      await worker.stop();
      expect(await scene.totals(named('the queue emptied'))).toMatchObject({ timers: many, effects: many });
    });

    it('a machine asleep across three due dates catches up on all of them', async () => {
      scene = await aScene();
      for (let date = 0; date < 3; date += 1) {
        await scene.begin(many / 4);
        scene.turnBy(0.5);
      }
      const worker = scene.worker(redisUrl);
      await worker.start();
      scene.turnBy(12);
      await eventually(async () => expect(await scene.effects()).toBe((many / 4) * 3));
      await worker.stop();
      expect(await scene.totals(named('asleep across three due dates'))).toMatchObject({ effects: (many / 4) * 3 });
    });

    it('a clock that is moved back fires nothing twice and nothing early', async () => {
      scene = await aScene();
      await scene.begin(many / 2);
      const worker = scene.worker(redisUrl);
      await worker.start();
      scene.turnBy(3);
      await eventually(async () => expect(await scene.effects()).toBe(many / 2));
      scene.turnBy(-30);
      await scene.begin(many / 2);
      scene.turnBy(3, -1);
      // Long enough for the sweep to have looked.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(await scene.effects()).toBe(many / 2);
      scene.turnBy(0, 1);
      await eventually(async () => expect(await scene.effects()).toBe(many));
      await worker.stop();
      expect(await scene.totals(named('the clock moved back'))).toMatchObject({ timers: many, effects: many });
    });

    it('a step that is decided in the moment its reminder is due is not reminded afterwards', async () => {
      scene = await aScene();
      const cases = await scene.begin(many);
      scene.turnBy(3);
      const due = await scene.house.rows<{ instance: string; number: number }>('SELECT instance_id AS instance, number FROM timer');
      const fire = timersOf(scene.house.anotherProcess().cases);
      // In either order, by two processes: whoever comes second finds the step decided, or the timer gone.
      const both = cases.flatMap((instance, place) => {
        const number = due.find((timer) => timer.instance === instance)?.number ?? 0;
        const [decided, fired] = [() => scene.decide(instance), () => fire({ tenant, instance, number, dueAt: scene.house.clock.now() })];
        return place % 2 === 0 ? [decided, fired] : [fired, decided];
      });
      await Promise.all(both.map((act) => act()));
      const { effects } = await scene.totals(named('decided in the same moment'));
      expect(effects).toBeLessThanOrEqual(many);
      const decided = await scene.house.rows(`SELECT FROM history WHERE kind = 'decided' AND outcome = 'approve'`);
      expect(decided).toHaveLength(many);
    });

    it('a step that was decided before its reminder was due is never reminded', async () => {
      scene = await aScene();
      const cases = await scene.begin(many / 4);
      await scene.begin(many / 4);
      const worker = scene.worker(redisUrl);
      await worker.start();
      await Promise.all(cases.map((instance) => scene.decide(instance)));
      scene.turnBy(3);
      await eventually(async () => expect(await scene.effects()).toBe(many / 4));
      // What was claimed before it was cleared comes to the door all the same.
      for (const instance of cases) await timersOf(scene.house.cases)({ tenant, instance, number: 1, dueAt: scene.house.clock.now() });
      await worker.stop();
      expect(await scene.totals(named('decided before it was due'))).toMatchObject({ effects: many / 4 });
    });
  });
}

half.redis('timers, with Redis down for the whole due period', () => {
  it('are fired by the sweep of the process itself, and what they say waits in the outbox', async () => {
    const scene = await aScene();
    const worker = scene.worker(redis?.url);
    await worker.start();
    await scene.begin(many);
    await redis?.kill();
    scene.turnBy(3);
    await eventually(async () => expect(await scene.effects()).toBe(many));
    const waiting = async () => (await scene.house.rows('SELECT FROM outbox')).length;
    expect(await waiting()).toBeGreaterThanOrEqual(many);
    await redis?.restart();
    await eventually(async () => expect(await waiting()).toBe(0));
    await worker.stop();
    expect(await scene.totals('Redis down for the whole due period')).toMatchObject({ timers: many, effects: many });
  });
});
