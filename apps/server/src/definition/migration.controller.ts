import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CASES, type Cases, type MigrationReport } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, accepted } from '../http/answer.ts';
import { ApiIdempotencyKey } from '../http/idempotency-key.ts';
import { OnTermsInWords, type TermsInWords } from '../http/terms.ts';
import { inWords } from '../problem/in-words.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import {
  CaseMigrationPreviewOut,
  MigrationBody,
  MigrationPlanBody,
  MigrationPreviewOut,
  MigrationReportOut,
  MigrationReversalBody,
  MigrationsOut,
} from './migration.schema.ts';

const OfMigration = z.object({ key: z.string(), id: z.string() });
const OfCase = z.object({ key: z.string(), instance: z.string() });

type Report = z.infer<typeof MigrationReportOut>;

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions/:key/migrations')
export class MigrationController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get()
  @ApiOperation({ summary: '在办申请各在哪一版，及以往的迁移 · On which versions cases run, and the migrations so far, the latest first' })
  @ApiOkResponse({ standardSchema: MigrationsOut })
  async list(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<z.infer<typeof MigrationsOut>> {
    return accepted(await this.cases.migrations.list(caller, key));
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary:
      '迁移预览：每件在办申请能否迁移到另一版本，为什么，不作更改 · What would become of each running case in another version; nothing is changed',
  })
  @ApiOkResponse({ standardSchema: MigrationPreviewOut })
  async preview(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body({ schema: MigrationPlanBody }) plan: z.infer<typeof MigrationPlanBody>,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof MigrationPreviewOut>> {
    const preview = accepted(await this.cases.migrationPreviews.read(caller, key, plan));
    return { ...preview, cases: inWords(preview.cases, language) };
  }

  @Post('preview/:instance')
  @HttpCode(200)
  @ApiOperation({ summary: '一件申请迁移前后的任务和期限 · The tasks and deadlines of one case before and after' })
  @ApiOkResponse({ standardSchema: CaseMigrationPreviewOut })
  async previewCase(
    @CurrentCaller() caller: Caller,
    @Param({ schema: OfCase }) { key, instance }: z.infer<typeof OfCase>,
    @Body({ schema: MigrationPlanBody }) plan: z.infer<typeof MigrationPlanBody>,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof CaseMigrationPreviewOut>> {
    const { case: verdict, ...standings } = accepted(await this.cases.migrationPreviews.readCase(caller, key, plan, instance));
    const [shown] = inWords([verdict], language);
    if (shown === undefined) throw new Error('a verdict was lost');
    return { ...standings, case: shown };
  }

  @Post()
  @ApiOperation({
    summary:
      '登记一次迁移：哪些申请、迁到哪一版、状态如何对应 · Put a migration down: which cases, onto which version, which state in the place of which',
    description: 'Nothing is moved yet: it is carried out by `run`, a slice at a time, until nothing of it waits.',
  })
  @ApiIdempotencyKey()
  @ApiCreatedResponse({ standardSchema: MigrationReportOut })
  async begin(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body({ schema: MigrationBody }) body: z.infer<typeof MigrationBody>,
    @OnTermsInWords() { idempotencyKey, language }: TermsInWords,
  ): Promise<Report> {
    const request = { ...body, ...(idempotencyKey !== undefined && { idempotencyKey }) };
    return shown(accepted(await this.cases.migrations.begin(caller, key, request)), language);
  }

  @Get(':id')
  @ApiOperation({ summary: '一次迁移的进度和结果 · How far a migration has come, and what became of each case' })
  @ApiOkResponse({ standardSchema: MigrationReportOut })
  async read(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Param('id') id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Report> {
    return shown(accepted(await this.cases.migrations.read(caller, key, id)), language);
  }

  @Post(':id/run')
  @HttpCode(200)
  @ApiOperation({
    summary:
      '迁移下一批，直至无待迁移的申请；中断后再次提交即可接着做 · Migrate the next cases; repeated until none waits, it carries on with what was interrupted',
  })
  @ApiOkResponse({ standardSchema: MigrationReportOut })
  async run(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Param('id') id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Report> {
    return shown(accepted(await this.cases.migrations.carryOn(caller, key, id)), language);
  }

  @Post(':id/stop')
  @HttpCode(200)
  @ApiOperation({ summary: '停止迁移，其余申请留在原版本 · Stop a migration: what waits stays on its version' })
  @ApiOkResponse({ standardSchema: MigrationReportOut })
  async stop(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Param('id') id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Report> {
    return shown(accepted(await this.cases.migrations.stop(caller, key, id)), language);
  }

  @Post(':id/reversal')
  @HttpCode(200)
  @ApiOperation({
    summary: '撤销迁移：迁移后没有新办理的申请退回原版本 · Put cases back in which nothing has happened since; repeated until none is left',
  })
  @ApiOkResponse({ standardSchema: MigrationReportOut })
  async reverse(
    @CurrentCaller() caller: Caller,
    @Param({ schema: OfMigration }) { key, id }: z.infer<typeof OfMigration>,
    @Body({ schema: MigrationReversalBody }) body: z.infer<typeof MigrationReversalBody>,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Report> {
    return shown(accepted(await this.cases.migrations.reverse(caller, key, id, body)), language);
  }
}

const shown = (report: MigrationReport, language: string | undefined): Report => ({ ...report, cases: inWords(report.cases, language) });
