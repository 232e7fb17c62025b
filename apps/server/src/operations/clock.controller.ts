import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { AdjustableClock, Clock, Database, refuse, statement } from '#platform';
import { ApiProblems, accepted } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { ClockOut, ClockTurn, momentOf } from './clock.schema.ts';

type ClockView = z.infer<typeof ClockOut>;

const countWaiting = statement(
  'clock.waiting',
  `SELECT (SELECT count(*)::integer FROM (SELECT FROM timer WHERE due_at <= $1 LIMIT 10000) due) AS timers,
     (SELECT count(*)::integer FROM (SELECT FROM outbox LIMIT 10000) waiting) AS messages`,
);

@ApiTags('operations')
@ApiProblems()
@Controller('operations/clock')
export class ClockController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '系统时钟：现在几点、能否拨动、还有多少事项到期未办 · The clock: what time it is, whether it can be turned, what is due and not done',
  })
  @ApiOkResponse({ standardSchema: ClockOut })
  read(): Promise<ClockView> {
    return this.view();
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary: '拨动时钟（仅演示与测试） · Turn the clock, in demonstrations and tests only',
    description: 'Everything due by then happens within seconds. Sessions and locks go by the real time and are not touched.',
  })
  @ApiOkResponse({ standardSchema: ClockOut })
  async turn(@CurrentCaller() caller: Caller, @Body({ schema: ClockTurn }) turn: z.infer<typeof ClockTurn>): Promise<ClockView> {
    requirePermission(this.posts, caller, 'clock.turn');
    if (!(this.clock instanceof AdjustableClock)) throw refuse('clock.not-adjustable');
    accepted(await this.clock.turnTo(momentOf(turn, this.clock.now()), turn.version, caller));
    return this.view();
  }

  private async view(): Promise<ClockView> {
    // Together, before anything is awaited: it may be turned meanwhile.
    const [now, real] = [this.clock.now(), this.clock.real()];
    const setting = this.clock instanceof AdjustableClock ? this.clock.setting : undefined;
    const [waiting = { timers: 0, messages: 0 }] = await this.database.query<ClockView['waiting']>(countWaiting, [now]);
    return {
      now: now.toISOString(),
      real: real.toISOString(),
      isAdjustable: setting !== undefined,
      version: setting?.version ?? 0,
      turnedAt: setting?.turnedAt.toISOString() ?? null,
      waiting,
    };
  }
}
