import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { TimerOverview } from '#clockwork';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { ApiProblems } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { TimersOut } from './timer.schema.ts';

@ApiTags('operations')
@ApiProblems()
@Controller('operations/timers')
export class TimerController {
  constructor(
    private readonly timers: TimerOverview,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '定时器：待触发、已逾期、最近一小时的延迟与唤醒队列 · Timers: armed, overdue, how late they were in the last hour, and the queue that wakes them',
  })
  @ApiOkResponse({ standardSchema: TimersOut })
  async read(@CurrentCaller() caller: Caller): Promise<z.infer<typeof TimersOut>> {
    requirePermission(this.posts, caller, 'operations.read');
    const { counts, lateness, queue } = await this.timers.read(caller.tenant);
    const { overdue, oldestOverdue, ...armed } = counts;
    return { armed, overdue, oldestOverdue: oldestOverdue?.toISOString() ?? null, lateness, queue };
  }
}
