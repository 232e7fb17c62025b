import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Newsroom, Screen } from '#case';
import { type Caller, hashOfToken, type SignIn } from '#directory';
import { Listener, type Logger, newsChannel, sessionChannel } from '#platform';
import { EventStream } from './event-stream.ts';

export interface EventStreamsParts {
  readonly newsroom: Newsroom;
  readonly signIn: SignIn;
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly heartbeatSeconds: number;
}

/** The event streams that hang on this server, each for as long as its session lasts and its client stays. */
export class EventStreams implements OnApplicationBootstrap, OnModuleDestroy {
  /** By the hash of the session's token, in hexadecimal. */
  private readonly streams = new Map<string, Set<EventStream>>();
  private readonly listener: Listener;

  constructor(private readonly parts: EventStreamsParts) {
    const { newsroom, databaseUrl, logger } = parts;
    this.listener = new Listener({
      databaseUrl,
      channels: [newsChannel, sessionChannel],
      heard: (channel, payload) => {
        if (channel === sessionChannel) this.sessionEnded(payload);
        else newsroom.heard();
      },
      listening: () => newsroom.heard(),
      logger,
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.listener.start();
  }

  /** Before the server waits for its connections, which these would keep. */
  async onModuleDestroy(): Promise<void> {
    for (const stream of [...this.streams.values()].flatMap((own) => [...own])) stream.end();
    await this.listener.stop();
  }

  /** @throws RefusedError when too many of the person's are open. */
  async open(caller: Caller, token: string, since: string | undefined, reply: FastifyReply): Promise<void> {
    const { screen, first } = await this.parts.newsroom.open(caller, since);
    const stream = new EventStream(reply);
    const session = hashOfToken(token).toString('hex');
    const own = this.streams.get(session) ?? new Set();
    this.streams.set(session, own.add(stream));
    const heartbeat = setInterval(() => void this.beat(screen, stream, token), this.parts.heartbeatSeconds * 1000);
    const left = (): void => {
      clearInterval(heartbeat);
      screen.end();
      own.delete(stream);
      if (own.size === 0) this.streams.delete(session);
    };
    reply.raw.once('close', left);
    if (reply.raw.destroyed) left();
    stream.open();
    stream.tell(first);
    screen.begin((told) => stream.tell(told));
  }

  /** Whoever holds other posts now hears of other things; whose session is over hears nothing more. */
  private async beat(screen: Screen, stream: EventStream, token: string): Promise<void> {
    try {
      const caller = await this.parts.signIn.caller(token);
      if (caller === undefined) return stream.end('session-ended');
      screen.isFor(this.parts.newsroom.audienceOf(caller));
    } catch {
      // The database is away: whoever hangs here waits for it.
    }
    stream.beat(screen.position);
  }

  private sessionEnded(session: string): void {
    for (const stream of this.streams.get(session) ?? []) stream.end('session-ended');
  }
}
