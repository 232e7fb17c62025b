import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { PilotRegisters, WindowChanges } from '#pilot';
import { ApiProblems, accepted } from '../http/answer.ts';
import { ApiSeenVersion, countedVersion, SeenVersion } from '../http/seen-version.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { WindowsBody, WindowsChangedOut, WindowsOut, WithdrawalBody, Year } from './calendar.schema.ts';

type Changed = z.infer<typeof WindowsChangedOut>;

@ApiTags('calendars')
@ApiProblems()
@Controller('calendars/:year/windows')
export class WindowController {
  constructor(
    private readonly registers: PilotRegisters,
    private readonly changes: WindowChanges,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '一年的申报窗口；印发的日期遇休息日时提示 · The application windows of a year, with a warning where a printed day is a rest day',
  })
  @ApiOkResponse({ standardSchema: WindowsOut })
  list(@CurrentCaller() { tenant }: Caller, @Param('year', { schema: Year }) year: number): z.infer<typeof WindowsOut> {
    const items = this.registers.windows(tenant, year).map((window) => ({
      ...window,
      ...(window.restDays.length > 0 && { warning: restDayWarning(window.restDays.join('、')) }),
    }));
    const { version, entered } = this.changes.standing(tenant, year);
    return { version: String(version), ...(entered && { entered: { by: entered.by, at: entered.at.toISOString() } }), items };
  }

  @Put()
  @ApiOperation({
    summary: '录入当年通知的申报窗口 · Enter the windows of a year’s notice',
    description:
      'Windows that have closed stay as they were, and one that is open keeps its first day. Holds for whatever is asked from then on, on every server within about a second; due times that were reckoned stay.',
  })
  @ApiSeenVersion('The `version` of the windows as they were looked at.')
  @ApiOkResponse({ standardSchema: WindowsChangedOut })
  async enter(
    @CurrentCaller() caller: Caller,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: WindowsBody }) body: z.infer<typeof WindowsBody>,
    @SeenVersion() seen: string | undefined,
  ): Promise<Changed> {
    requirePermission(this.posts, caller, 'rule.manage');
    const { openDueTimes } = accepted(await this.changes.put({ caller, year, version: countedVersion(seen) }, body));
    return { openDueTimes };
  }

  @Post('withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: '撤销录入，恢复随系统提供的窗口 · Take the entry back: what came with the software holds again' })
  @ApiSeenVersion('The `version` of the windows as they were looked at.')
  @ApiOkResponse({ standardSchema: WindowsChangedOut })
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: WithdrawalBody }) { reason }: z.infer<typeof WithdrawalBody>,
    @SeenVersion() seen: string | undefined,
  ): Promise<Changed> {
    requirePermission(this.posts, caller, 'rule.manage');
    const { openDueTimes } = accepted(await this.changes.withdraw({ caller, year, version: countedVersion(seen) }, reason));
    return { openDueTimes };
  }
}

const restDayWarning = (days: string) => ({
  zh: `${days} 是休息日。`,
  en: `${days.replaceAll('、', ', ')}: a rest day.`,
});
