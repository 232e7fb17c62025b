import { join } from 'node:path';
import type { Logger } from 'pino';
import { AdjustableClock } from './adjustable-clock.ts';
import { Amendments } from './amendments.ts';
import { type Clock, SystemClock } from './clock.ts';
import { type Config, ConfigurationError } from './config/config.ts';
import { createDataSource, type DataSourceSettings, migrate } from './database/data-source.ts';
import { Database } from './database/database.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded-postgres.ts';
import { createLogger } from './logging.ts';
import { Metrics } from './metrics.ts';
import type { Platform } from './platform.module.ts';

export interface OpenPlatform extends Platform {
  readonly amendments: Amendments;
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
 * @throws EmbeddedPostgresError when the embedded one cannot run, ConfigurationError when the configured one is not to be
 * reached; the message says what to do.
 */
export async function openPlatform({ config, applicationName, entities, clock: given }: OpenPlatformOptions): Promise<OpenPlatform> {
  const embedded = config.databaseUrl === undefined ? await startEmbedded(config) : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? '';
  const dataSource = createDataSource({ url: databaseUrl, poolSize: config.databasePool, applicationName, entities });
  const logger = createLogger(config);
  try {
    await connect(dataSource, config);
    await migrate(dataSource);
    const database = new Database(dataSource);
    const clock = given ?? (await openClock(config, database, logger));
    const amendments = new Amendments(database, logger);
    await amendments.start();
    const close = async (): Promise<void> => {
      await amendments.stop();
      if (clock instanceof AdjustableClock) await clock.close();
      await closeAll(dataSource, embedded);
    };
    return { config, clock, databaseUrl, database, logger, metrics: new Metrics(), amendments, close };
  } catch (error) {
    await closeAll(dataSource, embedded);
    throw error;
  }
}

async function openClock({ clock, clockBegins: begins }: Config, database: Database, logger: Logger): Promise<Clock> {
  const realClock = new SystemClock();
  return clock === 'adjustable' ? AdjustableClock.open({ database, logger, realClock, begins }) : realClock;
}

/** @throws ConfigurationError when the address given leads to no database; it says which, and keeps the password to itself. */
async function connect(dataSource: Database['dataSource'], { databaseUrl }: Config): Promise<void> {
  try {
    await dataSource.initialize();
  } catch (error) {
    if (databaseUrl === undefined) throw error;
    const { host, pathname } = new URL(databaseUrl);
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '?';
    throw new ConfigurationError(
      `DATABASE_URL：无法连接数据库 ${host}${pathname}（${reason}）。请检查地址、账号与密码，以及数据库是否已启动。\nDATABASE_URL: no connection to the database ${host}${pathname} (${reason}). Check the address, the user and the password, and whether it is running.`,
      { cause: error },
    );
  }
}

const startEmbedded = ({ dataFolder, databasePort }: Config): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), port: databasePort });

async function closeAll(dataSource: Database['dataSource'], embedded: EmbeddedPostgres | undefined): Promise<void> {
  if (dataSource.isInitialized) await dataSource.destroy();
  await embedded?.stop();
}
