import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type Processor,
  type Queue,
  type QueueOptions,
  type Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';

/** What lies in the queue beside a job's name. */
export interface JobData {
  readonly tenant: string;
  readonly id: string;
  readonly payload: unknown;
}

export interface QueueSettings {
  readonly databaseUrl: string;
  /** Where the queue lives; in PostgreSQL when there is none. */
  readonly redisUrl: string | undefined;
  readonly queueName?: string;
}

export type BullQueue = Queue<JobData, void, string, JobData, void, string, IQueueBackend, unknown>;
export type BullWorker = Worker<JobData, void, string, IQueueBackend, never, unknown>;

/** BullMQ on one of its backends. This file alone knows on which. */
export interface QueueConnection {
  openQueue(options: Omit<QueueOptions<never>, 'connection'>): BullQueue;
  openWorker(processor: Processor<JobData, void>, options: Omit<WorkerOptions<never>, 'connection'>): BullWorker;
}

/** Says where the queue is. Nothing is connected until a queue or a worker is opened. */
export const connectTo = ({ databaseUrl, redisUrl, queueName = 'jobs' }: QueueSettings): QueueConnection =>
  redisUrl === undefined
    ? on(createPostgresBackend, queueName, {
        queue: postgres(databaseUrl, 2),
        worker: postgres(databaseUrl, 8),
      })
    : on(createRedisBackend, queueName, {
        // Whoever adds has rows to fall back on, and had better be told at once that Redis is away.
        queue: { url: redisUrl, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
        worker: { url: redisUrl, maxRetriesPerRequest: null },
      });

/** `migrate` takes an advisory lock of its own, so that processes that start together do not meet. */
const postgres = (connectionString: string, max: number) => ({
  connectionString,
  schema: 'bullmq',
  migrate: true,
  max,
  application_name: 'shenpi queue',
  connectionTimeoutMillis: 5_000,
  statement_timeout: 15_000,
});

/** In braces, so that a Redis Cluster keeps all keys of the queue in one slot, as BullMQ's scripts need it. */
const prefix = '{shenpi}';

function on<B extends IQueueBackend, C>(
  factory: BackendFactory<B, C>,
  name: string,
  connections: { readonly queue: C; readonly worker: C },
): QueueConnection {
  const backed = withBackend(factory);
  return {
    openQueue: (options) =>
      new backed.Queue<JobData, void>(name, { ...options, prefix, connection: connections.queue }) as unknown as BullQueue,
    openWorker: (processor, options) =>
      new backed.Worker<JobData, void, string, never>(name, processor, {
        ...options,
        prefix,
        connection: connections.worker,
      }) as unknown as BullWorker,
  };
}
