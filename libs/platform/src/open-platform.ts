import { join } from 'node:path';
import { type Clock, SystemClock } from './clock.ts';
import type { Config } from './config/config.ts';
import { createDataSource, type DataSourceSettings, migrate } from './database/data-source.ts';
import { Database } from './database/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { createLogger } from './logging.ts';
import { Metrics } from './metrics.ts';
import type { Platform } from './platform.module.ts';

export interface OpenPlatform extends Platform {
  /** Closes the pool, and stops the database if it was started here. */
  close(): Promise<void>;
}

export interface OpenPlatformOptions {
  readonly config: Config;
  readonly applicationName: string;
  readonly entities: DataSourceSettings['entities'];
  readonly clock?: Clock;
}

/**
 * Connects to the database, or starts the embedded one where none is configured, and brings its schema up to date.
 * @throws EmbeddedPostgresError when the embedded one cannot run; its message says what to do.
 */
export async function openPlatform({
  config,
  applicationName,
  entities,
  clock = new SystemClock(),
}: OpenPlatformOptions): Promise<OpenPlatform> {
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config) : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const dataSource = createDataSource({ url: databaseUrl, poolSize: config.databasePool, applicationName, entities });
  try {
    await dataSource.initialize();
    await migrate(dataSource);
  } catch (error) {
    await closeAll(dataSource, embedded);
    throw error;
  }
  return {
    config,
    clock,
    databaseUrl,
    database: new Database(dataSource),
    logger: createLogger(config),
    metrics: new Metrics(),
    close: () => closeAll(dataSource, embedded),
  };
}

const startEmbedded = ({ dataFolder, databasePort }: Config): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), port: databasePort });

async function closeAll(dataSource: Database['dataSource'], embedded: EmbeddedPostgres | undefined): Promise<void> {
  if (dataSource.isInitialized) await dataSource.destroy();
  await embedded?.stop();
}
