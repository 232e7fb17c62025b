import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases } from '#case';
import type { Caller } from '#directory';
import { ApiProblems } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { FollowUpQuery, OnTimeOut, OnTimeQuery, StuckOut, StuckQuery, WaitingOut } from './follow-up.schema.ts';

@ApiTags('follow-up')
@ApiProblems()
@Controller('follow-up')
export class FollowUpController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get('waiting')
  @ApiOperation({ summary: '在办：按流程、环节和已等工作日统计 · What is open, by process, step, and working days since it came' })
  @ApiOkResponse({ standardSchema: WaitingOut })
  async waiting(
    @CurrentCaller() caller: Caller,
    @Query({ schema: FollowUpQuery }) filters: z.infer<typeof FollowUpQuery>,
  ): Promise<z.infer<typeof WaitingOut>> {
    return { items: await this.cases.followUp.waiting(caller, filters) };
  }

  @Get('stuck')
  @ApiOperation({ summary: '逾期未办，逾期最久的在前 · What is overdue, the longest first' })
  @ApiOkResponse({ standardSchema: StuckOut })
  async stuck(
    @CurrentCaller() caller: Caller,
    @Query({ schema: StuckQuery }) { limit, ...filters }: z.infer<typeof StuckQuery>,
  ): Promise<z.infer<typeof StuckOut>> {
    return { items: await this.cases.followUp.stuck(caller, filters, limit) };
  }

  @Get('on-time')
  @ApiOperation({ summary: '一段时间内各环节、各机构的按时办结率 · How much was decided in time in a period, by step and organisation' })
  @ApiOkResponse({ standardSchema: OnTimeOut })
  async onTime(
    @CurrentCaller() caller: Caller,
    @Query({ schema: OnTimeQuery }) { from, until, ...filters }: z.infer<typeof OnTimeQuery>,
  ): Promise<z.infer<typeof OnTimeOut>> {
    return { items: await this.cases.followUp.onTime(caller, { from: new Date(from), until: new Date(until) }, filters) };
  }
}
