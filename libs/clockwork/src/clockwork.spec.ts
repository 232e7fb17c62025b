import { beforeEach, expect, it } from '@jest/globals';
import { Metrics, newId, TurnedClock } from '#platform';
import { testDatabase } from '../../../test/support/database.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { recordedLogger } from '../../../test/support/recorded-logger.ts';
import { bothBackends } from '../../../test/support/redis.ts';
import { Clockwork } from './clockwork.ts';
import type { DueTimer } from './store/timer.store.ts';

const { url: databaseUrl, database, dataSource } = await testDatabase();
const { redis, half } = await bothBackends('Clockwork');

const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));

for (const backend of ['postgres', 'redis'] as const) {
  half[backend](`Clockwork on ${backend}`, () => {
    const instance = newId();
    let seen: string[] = [];

    beforeEach(() => {
      seen = [];
    });

    function process() {
      const { logger, lines } = recordedLogger();
      const clockwork = new Clockwork({
        clock,
        database,
        logger,
        metrics: new Metrics(),
        databaseUrl,
        redisUrl: backend === 'redis' ? redis?.url : undefined,
        handlers: {
          'notice.tasks-opened': async ({ payload }) =>
            void seen.push(...payload.flatMap(({ tasks }) => tasks.map((task) => `task ${task}`))),
          'notice.send': async ({ payload }) => void seen.push(...payload.map(({ text }) => text.zh)),
          'instance.signal': async ({ payload }) => void seen.push(payload.signal),
          'child.tend': async ({ payload }) => void seen.push(`child ${payload.number}`),
        },
        tell: () => undefined,
        chores: [],
        rounds: [{ name: 'round', next: async () => undefined, run: async () => void seen.push('round') }],
        fire: async ({ tenant, instance: id, number }: DueTimer) => {
          seen.push(`timer ${number}`);
          await dataSource.query('DELETE FROM timer WHERE tenant = $1 AND instance_id = $2 AND number = $3', [tenant, id, number]);
        },
      });
      return { clockwork, lines };
    }

    const write = (job: string, payload: object) =>
      dataSource.query(`INSERT INTO outbox (tenant, job, payload, created_at) VALUES ('anhui', $1, $2, $3)`, [job, payload, clock.now()]);

    it('does what is written before and after its start, and ends without a word', async () => {
      const { clockwork, lines } = process();
      await write('notice.tasks-opened', { instance, tasks: [1] });
      await clockwork.start();
      await write('notice.send', { instance, to: [], text: { zh: '通知', en: 'Notice' }, cause: 'a' });
      await write('instance.signal', { instance, signal: 'agreed', payload: { ratio: 0.8 }, id: 'a' });
      await dataSource.query(`INSERT INTO timer VALUES ('anhui', $1, 7, 'due', $2)`, [instance, clock.now()]);
      await eventually(() => expect([...seen].sort()).toEqual(['agreed', 'round', 'task 1', 'timer 7', '通知']));
      await clockwork.stop();
      expect(lines).toEqual([]);
    });

    it('shares the work among processes and loses none when one of them stops', async () => {
      const processes = [process(), process(), process()];
      await Promise.all(processes.map(({ clockwork }) => clockwork.start()));
      const expected = Array.from({ length: 60 }, (_, index) => `task ${index}`);
      for (const [index] of expected.entries()) {
        await write('notice.tasks-opened', { instance, tasks: [index] });
        if (index === 30) void processes[0]?.clockwork.stop();
      }
      await eventually(() => expect([...new Set(seen)].sort()).toEqual(['round', ...expected].sort()));
      await Promise.all(processes.map(({ clockwork }) => clockwork.stop()));
    });
  });
}
