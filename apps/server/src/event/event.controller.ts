import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '#directory';
import { CONFIG, type Config } from '#platform';
import { ApiProblems } from '../http/answer.ts';
import { cookieName } from '../session/cookie.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { NewsOut } from './event.schema.ts';
import { EventStreams } from './event-streams.ts';

@ApiTags('events')
@ApiProblems()
@Controller('events')
export class EventController {
  constructor(
    private readonly streams: EventStreams,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '事件流：与我有关的任务、申请和通知的变化，只含编号 · What concerns me as it happens: tasks, cases, notices, by their ids alone',
    description:
      'An event stream (Server-Sent Events). `ready`: from here on everything is told. `news`: what changed. `reset`: too much has happened or it is too long ago (a day), read everything anew. `session-ended`: sign in again. Every event has an id; whoever comes back with the last as Last-Event-ID misses nothing.',
  })
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The id of the last event that was heard; browsers send it by themselves.',
  })
  @ApiQuery({ name: 'after', required: false, description: 'The same, for a page that opens the stream anew.' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ standardSchema: NewsOut, description: 'The data of an event `news`.' })
  async open(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query('after') after: string | undefined,
  ): Promise<void> {
    const since = request.headers['last-event-id']?.toString() ?? after;
    const token = request.cookies[cookieName(this.config)] ?? '';
    // What is no number of ours is as good as one from long ago.
    await this.streams.open(caller, token, since === undefined || /^\d{1,18}$/.test(since) ? since : '0', reply);
  }
}
