import { afterAll, describe } from '@jest/globals';
import { isRedisInstalled, RedisServer } from './redis-server.ts';

export interface BothBackends {
  /** The suite's own, killed when it is done; undefined where none is installed. */
  readonly redis: RedisServer | undefined;
  /** `describe` for what runs on the one and on the other. */
  readonly half: Readonly<Record<'postgres' | 'redis', typeof describe | typeof describe.skip>>;
}

/**
 * A Redis for a suite that runs on both backends. Where none is installed its half is left out, and that is said, so that
 * nobody takes silence for success.
 */
export async function bothBackends(suite: string): Promise<BothBackends> {
  if (!isRedisInstalled) {
    console.warn(`${suite}: redis-server is not on the PATH, so the suite ran on PostgreSQL only and its Redis half was SKIPPED.`);
    return { redis: undefined, half: { postgres: describe, redis: describe.skip } };
  }
  const redis = await RedisServer.start();
  afterAll(() => redis.kill());
  return { redis, half: { postgres: describe, redis: describe } };
}
