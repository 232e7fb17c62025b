import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { type CalendarChanged, CalendarChanges, Calendars, listYears, readYear } from '#pilot';
import { Clock, type Refusal } from '#platform';
import { ApiProblems, accepted } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { ChangedOut, CorrectionBody, Day, DryRunQuery, ImportBody, Year, YearOut, YearsOut } from './calendar.schema.ts';

type Changed = z.infer<typeof ChangedOut>;

@ApiTags('calendars')
@ApiProblems()
@Controller('calendars')
export class CalendarController {
  constructor(
    private readonly calendars: Calendars,
    private readonly changes: CalendarChanges,
    private readonly clock: Clock,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '有哪些年份的法定节假日安排；缺少的予以警告 · The years there are official lists of, with a warning for those that are missing',
  })
  @ApiOkResponse({ standardSchema: YearsOut })
  async list(@CurrentCaller() { tenant }: Caller): Promise<z.infer<typeof YearsOut>> {
    const years = await listYears(this.calendars, tenant, this.clock.now());
    const items = years.map((listed) => ({ ...listed, ...(listed.published === null && { warning: unknownYear(listed.year) }) }));
    return { items };
  }

  @Get(':year')
  @ApiOperation({
    summary:
      '一年的工作日历：与星期不同的日子、出处与更正记录 · A year of the working calendar: the days that differ, their sources, what was corrected',
  })
  @ApiOkResponse({ standardSchema: YearOut })
  async read(@CurrentCaller() { tenant }: Caller, @Param('year', { schema: Year }) year: number): Promise<z.infer<typeof YearOut>> {
    const { days, changes, ...rest } = await readYear(this.calendars, tenant, year);
    return {
      ...rest,
      ...(rest.published === null && { warning: unknownYear(year) }),
      days: days.map(({ correction, ...day }) => ({
        ...day,
        ...(correction && { correction: { by: correction.by, at: correction.at.toISOString() } }),
      })),
      changes: changes.map((change) => ({ ...change, at: change.at.toISOString() })),
    };
  }

  @Put(':year/:date')
  @ApiOperation({
    summary: '更正某一天 · Correct a day',
    description: 'Holds from the next due time that is reckoned, on every server within about a second; what was reckoned stays.',
  })
  @ApiOkResponse({ standardSchema: ChangedOut })
  async correct(
    @CurrentCaller() caller: Caller,
    @Param('year', { schema: Year }) year: number,
    @Param('date', { schema: Day }) date: string,
    @Body({ schema: CorrectionBody }) correction: z.infer<typeof CorrectionBody>,
  ): Promise<Changed> {
    this.check(caller);
    return changed(await this.changes.correct(caller, year, date, correction));
  }

  @Delete(':year/:date')
  @ApiOperation({ summary: '撤销更正，恢复随系统提供的日历 · Take a correction back: what came with the software holds again' })
  @ApiOkResponse({ standardSchema: ChangedOut })
  async restore(
    @CurrentCaller() caller: Caller,
    @Param('year', { schema: Year }) year: number,
    @Param('date', { schema: Day }) date: string,
  ): Promise<Changed> {
    this.check(caller);
    return changed(await this.changes.restore(caller, year, date));
  }

  @Post(':year/import')
  @HttpCode(200)
  @ApiOperation({
    summary: '导入国务院办公厅公布的全年节假日安排 · Import a whole year as the State Council published it',
    description:
      'Afterwards the year is exactly this list, and counts as published; earlier corrections of the year give way to it. With dryRun=true it answers with what that would come to, and nothing changes.',
  })
  @ApiOkResponse({ standardSchema: ChangedOut })
  async import(
    @CurrentCaller() caller: Caller,
    @Param('year', { schema: Year }) year: number,
    @Body({ schema: ImportBody }) { days, source }: z.infer<typeof ImportBody>,
    @Query({ schema: DryRunQuery }) { dryRun }: z.infer<typeof DryRunQuery>,
  ): Promise<Changed> {
    this.check(caller);
    if (dryRun === 'true') return changed(await this.changes.previewImport(caller, year, days));
    return changed(await this.changes.import(caller, year, days, source));
  }

  private check(caller: Caller): void {
    requirePermission(this.posts, caller, 'calendar.manage');
  }
}

function changed(outcome: CalendarChanged | Refusal): Changed {
  const { days, openDueTimes } = accepted(outcome);
  return { days, openDueTimes };
}

const unknownYear = (year: number) => ({
  zh: `${year} 年没有法定节假日安排：工作日只按周末计算，已算出的期限此后不再更改。请导入国务院办公厅公布的名单。`,
  en: `There is no official list for ${year}: working days are reckoned by weekends alone, and what was reckoned stays as it is. Import the list of the State Council.`,
});
