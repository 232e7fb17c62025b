import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { QueueOverview, TimerOverview } from '#clockwork';
import { Clock, CONFIG, type Config, DATABASE_URL, Database, LOGGER, type Logger } from '#platform';

/** Closes the queue with the server. */
class ServedOverview extends TimerOverview implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}

class ServedQueues extends QueueOverview implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return this.close();
  }
}

@Module({
  providers: [
    {
      provide: TimerOverview,
      inject: [Database, DATABASE_URL, CONFIG, Clock, LOGGER],
      useFactory: (...[database, databaseUrl, { redisUrl }, clock, logger]: [Database, string, Config, Clock, Logger]) =>
        new ServedOverview({ database, databaseUrl, redisUrl, clock, logger }),
    },
    {
      provide: QueueOverview,
      inject: [DATABASE_URL, CONFIG, LOGGER],
      useFactory: (databaseUrl: string, { redisUrl }: Config, logger: Logger) => new ServedQueues({ databaseUrl, redisUrl, logger }),
    },
  ],
  exports: [TimerOverview, QueueOverview],
})
export class TimersModule {}
