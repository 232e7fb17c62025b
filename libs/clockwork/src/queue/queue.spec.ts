import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, Metrics, newId } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { recordedLogger } from '../../../../test/support/recorded-logger.ts';
import { bothBackends } from '../../../../test/support/redis.ts';
import { connectTo } from './connection.ts';
import type { Message } from './gather.ts';
import type { Handlers, Job } from './job-catalogue.ts';
import { JobQueue } from './queue.ts';
import { JobWorker } from './worker.ts';

const { url: databaseUrl, dataSource } = await testDatabase();
const { redis, half } = await bothBackends('Job queue');

const logger = createLogger({ logLevel: 'silent', logPretty: false });
const instance = newId();

let nextId = 0;
function message(job: string, payload: unknown): Message {
  nextId += 1;
  return { id: String(nextId), tenant: 'anhui', job, payload, createdAt: new Date('2024-03-22T01:00:00Z') };
}
const signal = (number: number) => message('instance.signal', { instance, signal: 'agreed', payload: {}, id: String(number) });

const nothing = async () => undefined;
const handlers = (some: Partial<Handlers>): Handlers => ({
  'notice.tasks-opened': nothing,
  'notice.send': nothing,
  'instance.signal': nothing,
  'child.tend': nothing,
  ...some,
});

for (const backend of ['postgres', 'redis'] as const) {
  half[backend](`Job queue on ${backend}`, () => {
    let queueName = '';
    let metrics: Metrics;
    let closing: (() => Promise<void>)[] = [];

    beforeEach(() => {
      queueName = `jobs-${newId()}`;
      metrics = new Metrics();
    });
    afterEach(async () => {
      for (const close of closing.reverse()) await close();
      closing = [];
    });

    const connection = () => connectTo({ databaseUrl, redisUrl: backend === 'redis' ? redis?.url : undefined, queueName });

    async function openQueue(): Promise<JobQueue> {
      const queue = new JobQueue({ connection: connection(), logger, firstRetryMilliseconds: 1 });
      closing.push(() => queue.close());
      await queue.ready();
      return queue;
    }

    function startWorker(some: Partial<Handlers>): JobWorker {
      const worker = new JobWorker({ connection: connection(), handlers: handlers(some), logger, metrics });
      closing.push(() => worker.stop());
      worker.start();
      return worker;
    }

    const counted = async (job: string, result: string) => {
      const { values } = await metrics.jobs.get();
      return values.find(({ labels }) => labels.job === job && labels.result === result)?.value ?? 0;
    };

    it('brings a job to its handler once, with its payload', async () => {
      const seen: Job<'instance.signal'>[] = [];
      const queue = await openQueue();
      startWorker({ 'instance.signal': async (job) => void seen.push(job) });
      const first = signal(1);
      await queue.add([first, signal(2)]);
      await eventually(async () => expect(await counted('instance.signal', 'done')).toBe(2));
      expect(seen.map(({ payload }) => payload.id)).toEqual(['1', '2']);
      expect(seen[0]).toEqual({ tenant: 'anhui', id: first.id, payload: first.payload });
    });

    it('brings what was gathered to its handler as a list', async () => {
      const seen: unknown[] = [];
      const queue = await openQueue();
      startWorker({ 'notice.tasks-opened': async ({ payload }) => void seen.push(payload) });
      const opened = [1, 2, 3].map((task) => ({ instance, tasks: [task] }));
      await queue.add(opened.map((payload) => message('notice.tasks-opened', payload)));
      await eventually(() => expect(seen).toEqual([opened]));
    });

    it('does a message once that was handed over twice', async () => {
      let calls = 0;
      const queue = await openQueue();
      startWorker({ 'instance.signal': async () => void (calls += 1) });
      const twice = signal(1);
      await queue.add([twice, twice]);
      await eventually(() => expect(calls).toBe(1));
      await queue.add([twice, signal(2)]);
      await eventually(async () => expect(await counted('instance.signal', 'done')).toBe(2));
      expect(calls).toBe(2);
    });

    it('does not take a new message for an old one with the same number', async () => {
      let calls = 0;
      const queue = await openQueue();
      startWorker({ 'instance.signal': async () => void (calls += 1) });
      const before = signal(1);
      await queue.add([before]);
      await queue.add([{ ...before, createdAt: new Date('2024-03-23T01:00:00Z') }]);
      await eventually(() => expect(calls).toBe(2));
    });

    it('tries a job again that fails, until it is done', async () => {
      let calls = 0;
      const queue = await openQueue();
      startWorker({
        'instance.signal': async () => {
          calls += 1;
          if (calls < 3) throw new Error('not yet');
        },
      });
      await queue.add([signal(1)]);
      await eventually(async () => expect(await counted('instance.signal', 'done')).toBe(1));
      expect(calls).toBe(3);
      expect(await counted('instance.signal', 'retried')).toBe(2);
      expect(await queue.countFailed()).toBe(0);
    });

    it('leaves a job among the failed once all its attempts have failed', async () => {
      let calls = 0;
      const queue = await openQueue();
      startWorker({
        'instance.signal': async () => {
          calls += 1;
          throw new Error('never');
        },
      });
      await queue.add([message('instance.signal', { instance, signal: 'agreed', payload: {}, id: 'a' })]);
      await eventually(async () => expect(await counted('instance.signal', 'failed')).toBe(1));
      expect(calls).toBe(10);
      expect(await queue.countFailed()).toBe(1);
    });

    it('refuses a payload that does not fit, at once, and goes on with the next', async () => {
      const seen: unknown[] = [];
      const queue = await openQueue();
      startWorker({ 'instance.signal': async (job) => void seen.push(job.payload) });
      await queue.add([message('instance.signal', { instance, signal: 1 }), signal(1)]);
      await eventually(async () => expect(await counted('instance.signal', 'failed')).toBe(1));
      await eventually(() => expect(seen).toEqual([expect.objectContaining({ id: '1' })]));
      expect(await queue.countFailed()).toBe(1);
    });

    it('waits, when it is stopped, for the job under way, and leaves the others', async () => {
      let go: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (go = resolve));
      const done: number[] = [];
      const queue = await openQueue();
      const first = new JobWorker({
        connection: connection(),
        logger,
        metrics,
        concurrency: 1,
        handlers: handlers({
          'instance.signal': async ({ payload }) => {
            await held;
            done.push(Number(payload.id));
          },
        }),
      });
      first.start();
      await queue.add([signal(1), signal(2)]);
      await eventually(async () => expect(await queue.countWaiting()).toBe(1));
      const stopped = first.stop();
      go();
      await stopped;
      expect(done).toEqual([1]);
      startWorker({ 'instance.signal': async ({ payload }) => void done.push(Number(payload.id)) });
      await eventually(() => expect(done).toEqual([1, 2]));
    });

    it('ends without a word in the log, also while it is idle', async () => {
      const { logger, lines } = recordedLogger();
      const queue = new JobQueue({ connection: connection(), logger });
      await queue.ready();
      const worker = new JobWorker({ connection: connection(), handlers: handlers({}), logger, metrics });
      worker.start();
      await queue.add([signal(1)]);
      await eventually(async () => expect(await counted('instance.signal', 'done')).toBe(1));
      await worker.stop();
      await queue.close();
      expect(lines).toEqual([]);
    });

    it('lets several processes start on an empty backend at once', async () => {
      if (backend === 'postgres') await dataSource.query('DROP SCHEMA IF EXISTS bullmq CASCADE');
      const queues = await Promise.all(Array.from({ length: 4 }, openQueue));
      let calls = 0;
      startWorker({ 'instance.signal': async () => void (calls += 1) });
      await Promise.all(queues.map((queue) => queue.add([signal(1)])));
      await eventually(() => expect(calls).toBe(4));
    });
  });
}

describe('A queue whose backend goes away', () => {
  it('goes on when PostgreSQL has dropped its connections', async () => {
    const metrics = new Metrics();
    const seen: number[] = [];
    const connection = connectTo({ databaseUrl, redisUrl: undefined, queueName: `jobs-${newId()}` });
    const queue = new JobQueue({ connection, logger });
    await queue.ready();
    const note: Handlers['instance.signal'] = async ({ payload }) => void seen.push(Number(payload.id));
    const worker = new JobWorker({ connection, handlers: handlers({ 'instance.signal': note }), logger, metrics });
    worker.start();
    await queue.add([signal(1)]);
    await eventually(() => expect(seen).toEqual([1]));
    await dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'test'`,
    );
    await eventually(() => queue.add([signal(2)]));
    await eventually(() => expect(seen).toContain(2));
    await worker.stop();
    await queue.close();
  });

  (redis === undefined ? it.skip : it)(
    'goes on when Redis was started anew',
    async () => {
      if (redis === undefined) return;
      const metrics = new Metrics();
      const seen: number[] = [];
      const connection = connectTo({ databaseUrl, redisUrl: redis.url });
      const queue = new JobQueue({ connection, logger });
      await queue.ready();
      const note: Handlers['instance.signal'] = async ({ payload }) => void seen.push(Number(payload.id));
      const worker = new JobWorker({ connection, handlers: handlers({ 'instance.signal': note }), logger, metrics });
      worker.start();
      await queue.add([signal(1)]);
      await eventually(() => expect(seen).toEqual([1]));
      await redis.kill();
      await expect(queue.add([signal(2)])).rejects.toThrow();
      await redis.restart();
      await eventually(() => queue.add([signal(3)]));
      await eventually(() => expect(seen).toContain(3));
      await worker.stop();
      await queue.close();
    },
    40_000,
  );
});
