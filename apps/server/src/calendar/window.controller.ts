import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Caller } from '#directory';
import { PilotRegisters } from '#pilot';
import { ApiProblems } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { WindowsOut, Year } from './calendar.schema.ts';

@ApiTags('calendars')
@ApiProblems()
@Controller('calendars/:year/windows')
export class WindowController {
  constructor(private readonly registers: PilotRegisters) {}

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
    return { items };
  }
}

const restDayWarning = (days: string) => ({
  zh: `${days} 是休息日。`,
  en: `${days.replaceAll('、', ', ')}: a rest day.`,
});
