import { isRedisInstalled, RedisServer } from '../../support/redis-server.ts';

/** Where BullMQ keeps its jobs, in the words of the settings. */
export interface Backend {
  readonly name: 'PostgreSQL' | 'Redis';
  /** Of an empty one; undefined for PostgreSQL, which has the database of the cases. */
  open(): Promise<{ readonly url: string | undefined; close(): Promise<void> }>;
}

const postgres: Backend = { name: 'PostgreSQL', open: async () => ({ url: undefined, close: async () => undefined }) };

const redis: Backend = {
  name: 'Redis',
  open: async () => {
    const server = await RedisServer.start();
    return { url: server.url, close: () => server.kill() };
  },
};

export const backends = (): readonly Backend[] => (isRedisInstalled ? [postgres, redis] : [postgres]);
