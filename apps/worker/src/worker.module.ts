import { Module, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CASES, type Cases } from '#case';
import { Clockwork, type Round } from '#clockwork';
import { ImportStore } from '#directory';
import { NoticeModule, Notices } from '#notice';
import { Clock, CONFIG, type Config, DATABASE_URL, Database, LOGGER, type Logger, Metrics } from '#platform';
import { CaseCalls, listenerOf } from './case-calls.ts';
import { choresOf } from './chores.ts';
import { jobsOf, timersOf } from './jobs.ts';
import { NoticeDelivery } from './notice-delivery.ts';
import { ROUNDS, roundsProvider } from './rounds.ts';
import { SearchReading } from './search-reading.ts';

/** Runs the background jobs for as long as the application runs. */
class BackgroundWork implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly clockwork: Clockwork) {}

  onApplicationBootstrap(): Promise<void> {
    return this.clockwork.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.clockwork.stop();
  }
}

/** Composition root of the background: binds every job to its handler. */
@Module({
  imports: [NoticeModule],
  providers: [
    roundsProvider,
    {
      provide: BackgroundWork,
      inject: [CASES, Notices, ImportStore, ROUNDS, CONFIG, DATABASE_URL, Clock, Database, LOGGER, Metrics],
      useFactory: (...[cases, notices, directory, rounds, config, databaseUrl, clock, database, logger, metrics]: Parts) =>
        new BackgroundWork(
          new Clockwork({
            clock,
            database,
            logger,
            metrics,
            databaseUrl,
            redisUrl: config.redisUrl,
            handlers: jobsOf(cases, notices),
            fire: timersOf(cases),
            tell: (tx, messages) => cases.news.tell(tx, messages),
            chores: choresOf({ cases, notices, directory, database, clock, config }),
            rounds,
          }),
        ),
    },
    { provide: SearchReading, inject: [CASES, LOGGER], useFactory: (cases: Cases, logger: Logger) => new SearchReading(cases, logger) },
    {
      provide: CaseCalls,
      inject: [CASES, CONFIG, Database, Clock, LOGGER],
      useFactory: (...[cases, config, database, clock, logger]: CallParts) =>
        new CaseCalls({ config, database, clock, logger, listener: listenerOf(cases) }),
    },
    {
      provide: NoticeDelivery,
      inject: [CONFIG, Database, Clock, LOGGER, Metrics],
      useFactory: (...[config, database, clock, logger, metrics]: DeliveryParts) =>
        new NoticeDelivery({ config, database, clock, logger, metrics }),
    },
  ],
})
export class WorkerModule {}

type Parts = [Cases, Notices, ImportStore, readonly Round[], Config, string, Clock, Database, Logger, Metrics];
type CallParts = [Cases, Config, Database, Clock, Logger];
type DeliveryParts = [Config, Database, Clock, Logger, Metrics];
