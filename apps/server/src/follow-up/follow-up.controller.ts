import { Controller, Get, Inject, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { CASES, type Cases } from '#case';
import type { Caller } from '#directory';
import { businessDay, Clock } from '#platform';
import { ApiProblems } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import {
  DecidedBehindOut,
  DecidedBehindQuery,
  FollowUpQuery,
  OnTimeOut,
  OnTimeQuery,
  OpenBehindQuery,
  StuckOut,
  StuckQuery,
  WaitingOut,
} from './follow-up.schema.ts';
import { workbookOf } from './workbook.ts';

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Overdue tasks a workbook holds. */
const mostRows = 5000;

@ApiTags('follow-up')
@ApiProblems()
@Controller('follow-up')
export class FollowUpController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    private readonly clock: Clock,
  ) {}

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
    @Query({ schema: StuckQuery }) { limit, after, ...filters }: z.infer<typeof StuckQuery>,
  ): Promise<z.infer<typeof StuckOut>> {
    return this.cases.followUp.stuck(caller, filters, { limit, after });
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

  @Get('open')
  @ApiOperation({ summary: '某个在办数字背后的清单，最早的在前 · The open tasks behind a number, the oldest first' })
  @ApiOkResponse({ standardSchema: StuckOut })
  async open(
    @CurrentCaller() caller: Caller,
    @Query({ schema: OpenBehindQuery }) { overdue, limit, ...filters }: z.infer<typeof OpenBehindQuery>,
  ): Promise<z.infer<typeof StuckOut>> {
    return { items: await this.cases.followUp.open(caller, { ...filters, isOverdue: overdue === 'true' }, limit) };
  }

  @Get('decided')
  @ApiOperation({ summary: '某个办结数字背后的清单，最近的在前 · The decided tasks behind a number, the latest first' })
  @ApiOkResponse({ standardSchema: DecidedBehindOut })
  async decided(
    @CurrentCaller() caller: Caller,
    @Query({ schema: DecidedBehindQuery }) { from, until, late, limit, ...filters }: z.infer<typeof DecidedBehindQuery>,
  ): Promise<z.infer<typeof DecidedBehindOut>> {
    const period = { from: new Date(from), until: new Date(until) };
    return { items: await this.cases.followUp.decided(caller, period, { ...filters, isLate: late === 'true' }, limit) };
  }

  @Get('workbook')
  @ApiOperation({ summary: '导出 Excel：在办、逾期、按时率 · The same as an Excel workbook: what is open, overdue, in time' })
  @ApiOkResponse({ description: 'The workbook', content: { [spreadsheet]: { schema: { type: 'string', format: 'binary' } } } })
  async workbook(
    @CurrentCaller() caller: Caller,
    @Query({ schema: OnTimeQuery }) { from, until, ...filters }: z.infer<typeof OnTimeQuery>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { followUp } = this.cases;
    const [waiting, stuck, onTime] = await Promise.all([
      followUp.waiting(caller, filters),
      followUp.stuck(caller, filters, { limit: mostRows }),
      followUp.onTime(caller, { from: new Date(from), until: new Date(until) }, filters),
    ]);
    const content = await workbookOf({ waiting, stuck: stuck.items, onTime });
    const name = encodeURIComponent(`办理情况-${businessDay(this.clock.now())}.xlsx`);
    // RFC 6266, RFC 8187
    reply.header('content-disposition', `attachment; filename*=UTF-8''${name}`);
    reply.header('cache-control', 'private, no-store');
    return new StreamableFile(content, { type: spreadsheet, length: content.length });
  }
}
