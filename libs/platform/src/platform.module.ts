import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock } from './clock.ts';
import type { Config } from './config/config.ts';
import { Database } from './database/database.ts';
import { Metrics } from './metrics.ts';

/** Where a `Config` is asked for by injection. */
export const CONFIG = Symbol('Config');
/** Where the database's address is asked for by injection. */
export const DATABASE_URL = Symbol('DatabaseUrl');
/** Where the process's logger is asked for by injection. */
export const LOGGER = Symbol('Logger');

export interface Platform {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: Database;
  /** Where the database is, for libraries that bring their own connections. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** Gives every library what the process was started with. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, clock, database, databaseUrl, logger, metrics }: Platform): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: Database, useValue: database },
      { provide: DATABASE_URL, useValue: databaseUrl },
      { provide: LOGGER, useValue: logger },
      { provide: Metrics, useValue: metrics },
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
