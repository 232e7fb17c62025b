import { setTimeout as wait } from 'node:timers/promises';
import { createPostgresBackend, createRedisBackend, Queue, Worker, withBackend } from 'bullmq';
import { quantile } from '../statistics.ts';

export interface BullSample {
  readonly p50: number;
  readonly p99: number;
}

const patience = 120_000;

/**
 * One delayed job a timer, and a handler that does nothing: what BullMQ alone is late by, in milliseconds, before anything
 * of a timer would be done.
 */
export async function measureBullAlone(address: string, redisUrl: string | undefined, count: number): Promise<BullSample> {
  const { queue, work } = opened(address, redisUrl);
  const lateness: number[] = [];
  await queue.waitUntilReady();
  // As long as adding them takes, with room to spare.
  const first = Date.now() + 2_000 + count / 2;
  for (let from = 0; from < count; from += 1000) {
    const now = Date.now();
    const numbers = Array.from({ length: Math.min(1000, count - from) }, (_, index) => from + index);
    await queue.addBulk(
      numbers.map((n) => ({ name: 'timer', data: { due: first + n }, opts: { delay: first + n - now, removeOnComplete: true } })),
    );
  }
  const worker = work(async ({ data }) => void lateness.push(Date.now() - data.due));
  try {
    for (const until = first + count + patience; lateness.length < count && Date.now() < until; ) await wait(100);
    if (lateness.length < count) throw new Error(`BullMQ alone has done ${lateness.length} of ${count} jobs`);
    return { p50: quantile(lateness, 0.5), p99: quantile(lateness, 0.99) };
  } finally {
    await worker.close();
    await queue.close();
  }
}

type Handle = (job: { readonly data: { readonly due: number } }) => Promise<void>;

interface Opened {
  readonly queue: Pick<Queue, 'addBulk' | 'close' | 'waitUntilReady'>;
  readonly work: (handle: Handle) => Pick<Worker, 'close'>;
}

function opened(address: string, redisUrl: string | undefined): Opened {
  const concurrency = 50;
  if (redisUrl !== undefined) {
    const connection = { url: redisUrl, maxRetriesPerRequest: null };
    const backed = withBackend(createRedisBackend);
    return {
      queue: new backed.Queue('alone', { connection }),
      work: (handle) => new backed.Worker('alone', handle, { connection, concurrency }),
    };
  }
  const connection = { connectionString: address, schema: 'bullmq_alone', migrate: true, max: 16 };
  const backed = withBackend(createPostgresBackend);
  return {
    queue: new backed.Queue('alone', { connection }),
    work: (handle) => new backed.Worker('alone', handle, { connection, concurrency }),
  };
}
