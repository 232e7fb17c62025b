import { Body, Controller, Get, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Caller } from '#directory';
import { type GridView, type Participation, REPORTING, type Reporting, type SchoolPage, type StandingView } from '#reporting';
import { ApiProblems, accepted } from '../http/answer.ts';
import { PageQuery } from '../http/schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { recorded } from './report.controller.ts';
import {
  GridOut,
  GridQuery,
  ParticipationBody,
  ParticipationOut,
  RecordedOut,
  StandingOut,
  StandingPageOut,
  ViolationBody,
} from './report.schema.ts';

/** How schools stand, for their offices; each sees those below it in the organisation tree. */
@ApiTags('reports')
@ApiProblems()
@Controller()
export class StandingController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  @Get('report-grid')
  @ApiOperation({ summary: '学校 × 期次的报送一览 · School by period' })
  @ApiOkResponse({ standardSchema: GridOut })
  async grid(@CurrentCaller() caller: Caller, @Query({ schema: GridQuery }) query: z.infer<typeof GridQuery>): Promise<GridView> {
    return accepted(await this.reporting.standings.grid(caller, query));
  }

  @Get('standings')
  @ApiOperation({ summary: '各校的报送情况与事由 · How every school stands, and why' })
  @ApiOkResponse({ standardSchema: StandingPageOut })
  async page(
    @CurrentCaller() caller: Caller,
    @Query({ schema: PageQuery }) query: z.infer<typeof PageQuery>,
  ): Promise<SchoolPage<StandingView>> {
    return accepted(await this.reporting.standings.page(caller, query));
  }

  @Get('schools/:school/standing')
  @ApiOperation({ summary: '一所学校的报送情况与依据 · How a school stands, and what that rests on' })
  @ApiOkResponse({ standardSchema: StandingOut })
  async one(@CurrentCaller() caller: Caller, @Param('school') school: string): Promise<StandingView> {
    return accepted(await this.reporting.standings.one(caller, school));
  }

  @Post('schools/:school/violations')
  @ApiOperation({ summary: '登记管理漏洞或经费违规 · Put lax management or irregular funds on record (R-HB20-20)' })
  @ApiCreatedResponse({ standardSchema: RecordedOut })
  async violation(
    @CurrentCaller() caller: Caller,
    @Param('school') school: string,
    @Body({ schema: ViolationBody }) { violation, reason }: z.infer<typeof ViolationBody>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return recorded(await this.reporting.participations.recordViolation(caller, school, violation, reason));
  }

  @Get('schools/:school/participation')
  @ApiOperation({ summary: '学校参与试点的登记 · A school’s part in the pilot' })
  @ApiOkResponse({ standardSchema: ParticipationOut })
  async participation(@CurrentCaller() caller: Caller, @Param('school') school: string): Promise<Participation> {
    return accepted(await this.reporting.reports.participation(caller, school));
  }

  @Put('schools/:school/participation')
  @ApiOperation({ summary: '登记学校参与试点的起止、暂停与报送制度 · Say since when, until when and by which scheme a school takes part' })
  @ApiOkResponse({ standardSchema: RecordedOut })
  async participate(
    @CurrentCaller() caller: Caller,
    @Param('school') school: string,
    @Body({ schema: ParticipationBody }) { reason, ...participation }: z.infer<typeof ParticipationBody>,
  ): Promise<z.infer<typeof RecordedOut>> {
    return recorded(await this.reporting.participations.put(caller, school, participation, reason));
  }
}
