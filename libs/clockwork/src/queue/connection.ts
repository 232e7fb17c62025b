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
  /** Connections a worker holds at most where the queue lives in PostgreSQL. */
  readonly workerConnections?: number;
}

export type BullQueue<Data = JobData> = Queue<Data, void, string, Data, void, string, IQueueBackend, unknown>;
export type BullWorker<Data = JobData> = Worker<Data, void, string, IQueueBackend, never, unknown>;

/** Where a queue lives. */
export type Backend = 'postgres' | 'redis';

export const backendOf = ({ redisUrl }: Pick<QueueSettings, 'redisUrl'>): Backend => (redisUrl === undefined ? 'postgres' : 'redis');

/** BullMQ on one of its backends. This file alone knows on which. */
export interface QueueConnection {
  openQueue<Data = JobData>(options: Omit<QueueOptions<never>, 'connection'>): BullQueue<Data>;
  openWorker<Data = JobData>(processor: Processor<Data, void>, options: Omit<WorkerOptions<never>, 'connection'>): BullWorker<Data>;
}

/** Says where the queue is. Nothing is connected until a queue or a worker is opened. */
export const connectTo = ({ databaseUrl, redisUrl, queueName = 'jobs', workerConnections = 8 }: QueueSettings): QueueConnection =>
  redisUrl === undefined
    ? on(createPostgresBackend, queueName, {
        queue: postgres(databaseUrl, 2),
        worker: postgres(databaseUrl, workerConnections),
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
    openQueue: <Data>(options: Omit<QueueOptions<never>, 'connection'>) =>
      new backed.Queue<Data, void>(name, { ...options, prefix, connection: connections.queue }) as unknown as BullQueue<Data>,
    openWorker: <Data>(processor: Processor<Data, void>, options: Omit<WorkerOptions<never>, 'connection'>) =>
      new backed.Worker<Data, void, string, never>(name, processor, {
        ...options,
        prefix,
        connection: connections.worker,
      }) as unknown as BullWorker<Data>,
  };
}
