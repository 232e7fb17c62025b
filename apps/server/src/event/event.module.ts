import { Module } from '@nestjs/common';
import { CASES, type Cases, Newsroom } from '#case';
import { POSTS, type PostCatalogue, SignIn } from '#directory';
import { CONFIG, type Config, DATABASE_URL, LOGGER, type Logger } from '#platform';
import { EventStreams } from './event-streams.ts';

@Module({
  providers: [
    {
      provide: EventStreams,
      inject: [CASES, POSTS, SignIn, CONFIG, DATABASE_URL, LOGGER],
      useFactory: (...[{ news }, posts, signIn, { heartbeatSeconds }, databaseUrl, logger]: Parts) =>
        new EventStreams({ newsroom: new Newsroom({ news, posts, logger }), signIn, databaseUrl, logger, heartbeatSeconds }),
    },
  ],
  exports: [EventStreams],
})
export class EventModule {}

type Parts = [Cases, PostCatalogue, SignIn, Config, string, Logger];
