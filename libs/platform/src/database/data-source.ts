import { DataSource, type EntitySchema, MigrationExecutor, type MixedList } from 'typeorm';
import { migrations } from './migrations/index.ts';
import pg from './pg.ts';

type Entities = MixedList<string | EntitySchema | (new () => object)>;

export interface DataSourceSettings {
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
  readonly entities: Entities;
}

export function createDataSource({ url, poolSize, applicationName, entities }: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: pg,
    url,
    entities,
    migrations,
    poolSize,
    applicationName,
    extra: {
      // Statements sent without waiting travel together: BEGIN with the lock, the write with COMMIT (docs/decisions/0002).
      pipeline: true,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      statement_timeout: 15_000,
      idle_in_transaction_session_timeout: 10_000,
    },
  });
}

/** Any number that only Shenpi uses for an advisory lock. */
const migrationLock = 5_375_204;

/**
 * Brings the schema up to date; of several processes that start together, one does it and the others wait. Both may take
 * longer than a statement may otherwise.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  await using runner = dataSource.createQueryRunner();
  await runner.query('SET statement_timeout = 0');
  await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
  try {
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    await executor.executePendingMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    await runner.query('RESET statement_timeout');
  }
}
