import { applyDecorators, Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Caller } from '#directory';
import { type CalendarView, REPORTING, type Reporting, type ReportKey, type ReportOutcome, type ReportView } from '#reporting';
import { ApiProblems, accepted } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import {
  AppealDecisionBody,
  CalendarOut,
  DraftBody,
  FindingBody,
  RangeQuery,
  ReasonBody,
  RecordedOut,
  ReportOut,
  ReviewBody,
  SubmissionBody,
  UploadBody,
} from './report.schema.ts';

type Recorded = z.infer<typeof RecordedOut>;

/** What the API says of an entry. @throws RefusedError for what was not put down */
export function recorded(outcome: ReportOutcome): Recorded {
  const { entry, at } = accepted(outcome);
  return { entry, at };
}

const one = ':report/:period';

/** Documents what names a report: its three parts come as one parameter, which says nothing of them. */
const ApiReportKey = () =>
  applyDecorators(
    ApiParam({ name: 'school', type: String }),
    ApiParam({ name: 'report', type: String }),
    ApiParam({ name: 'period', type: String }),
  );

/** A school's reports, each under its kind and its period. */
@ApiTags('reports')
@ApiProblems()
@Controller('schools/:school/reports')
export class ReportController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  @Get()
  @ApiOperation({ summary: '学校的报送日历 · What a school has to report, and what has become of it' })
  @ApiOkResponse({ standardSchema: CalendarOut })
  async calendar(
    @CurrentCaller() caller: Caller,
    @Param('school') school: string,
    @Query({ schema: RangeQuery }) range: z.infer<typeof RangeQuery>,
  ): Promise<CalendarView> {
    return accepted(await this.reporting.reports.calendar(caller, school, range));
  }

  @Get(one)
  @ApiReportKey()
  @ApiOperation({ summary: '一期报送：表单、内容、经过 · One report: form, content, what happened' })
  @ApiOkResponse({ standardSchema: ReportOut })
  async read(@CurrentCaller() caller: Caller, @Param() key: ReportKey): Promise<ReportView> {
    return accepted(await this.reporting.reports.report(caller, key));
  }

  @Put(`${one}/draft`)
  @ApiReportKey()
  @ApiOperation({ summary: '暂存 · Save a draft' })
  @ApiOkResponse({ standardSchema: RecordedOut })
  async save(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: DraftBody }) { fields }: z.infer<typeof DraftBody>,
  ): Promise<Recorded> {
    return recorded(await this.reporting.commands.saveDraft(caller, key, fields));
  }

  @Post(`${one}/submission`)
  @ApiReportKey()
  @ApiOperation({ summary: '报送；逾期为补报 · File it, in time or late' })
  @ApiCreatedResponse({ standardSchema: RecordedOut })
  async submit(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: SubmissionBody }) { fields }: z.infer<typeof SubmissionBody>,
  ): Promise<Recorded> {
    return recorded(await this.reporting.commands.submit(caller, key, fields));
  }

  @Post(`${one}/review`)
  @ApiReportKey()
  @HttpCode(200)
  @ApiOperation({ summary: '审核，或退回并给出补正期限 · Accept it, or return it with time to file it again' })
  @ApiOkResponse({ standardSchema: RecordedOut })
  async review(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: ReviewBody }) review: z.infer<typeof ReviewBody>,
  ): Promise<Recorded> {
    const grace = review.outcome === 'returned' ? new Date(review.grace) : undefined;
    return recorded(await this.reporting.commands.review(caller, key, { ...review, grace }));
  }

  @Post(`${one}/exemption`)
  @ApiReportKey()
  @HttpCode(200)
  @ApiOperation({ summary: '准予免报，也可事后 · Excuse the school from it, also long after' })
  @ApiOkResponse({ standardSchema: RecordedOut })
  async exempt(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: ReasonBody }) { reason }: z.infer<typeof ReasonBody>,
  ): Promise<Recorded> {
    return recorded(await this.reporting.commands.exempt(caller, key, reason));
  }

  @Post(`${one}/appeal`)
  @ApiReportKey()
  @ApiOperation({ summary: '对漏报或进展认定提出申诉 · Appeal against a miss or a finding' })
  @ApiCreatedResponse({ standardSchema: RecordedOut })
  async appeal(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: ReasonBody }) { reason }: z.infer<typeof ReasonBody>,
  ): Promise<Recorded> {
    return recorded(await this.reporting.commands.appeal(caller, key, reason));
  }

  @Post(`${one}/appeal/decision`)
  @ApiReportKey()
  @HttpCode(200)
  @ApiOperation({ summary: '处理申诉 · Decide the appeal' })
  @ApiOkResponse({ standardSchema: RecordedOut })
  async decideAppeal(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: AppealDecisionBody }) { outcome, reason }: z.infer<typeof AppealDecisionBody>,
  ): Promise<Recorded> {
    return recorded(await this.reporting.commands.decideAppeal(caller, key, outcome === 'accepted', reason));
  }

  @Post(`${one}/upload`)
  @ApiReportKey()
  @HttpCode(200)
  @ApiOperation({ summary: '登记已传国家平台 · Note that it was uploaded to the national platform (R-AH24-20)' })
  @ApiOkResponse({ standardSchema: RecordedOut })
  async markUploaded(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: UploadBody }) { reference }: z.infer<typeof UploadBody>,
  ): Promise<Recorded> {
    return recorded(await this.reporting.commands.markUploaded(caller, key, reference));
  }

  @Post(`${one}/monitoring`)
  @ApiReportKey()
  @HttpCode(200)
  @ApiOperation({ summary: '对照平台审核结果监测 · Compare it with the platform’s results (R-AH24-21)' })
  @ApiOkResponse({ standardSchema: RecordedOut })
  async monitor(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: ReasonBody }) { reason }: z.infer<typeof ReasonBody>,
  ): Promise<Recorded> {
    return recorded(await this.reporting.commands.monitor(caller, key, reason));
  }

  @Post(`${one}/finding`)
  @ApiReportKey()
  @HttpCode(200)
  @ApiOperation({ summary: '认定进展缓慢或正常 · Find progress slow or normal (R-AH24-21)' })
  @ApiOkResponse({ standardSchema: RecordedOut })
  async find(
    @CurrentCaller() caller: Caller,
    @Param() key: ReportKey,
    @Body({ schema: FindingBody }) { outcome, reason }: z.infer<typeof FindingBody>,
  ): Promise<Recorded> {
    return recorded(await this.reporting.commands.find(caller, key, outcome === 'slow', reason));
  }
}
