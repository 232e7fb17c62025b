import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, accepted } from '../http/answer.ts';
import { ApiIdempotencyKey } from '../http/idempotency-key.ts';
import { OnTermsInWords, type TermsInWords } from '../http/terms.ts';
import { inWords } from '../problem/in-words.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { HandoverBody, HandoverListOut, HandoverPreviewOut, HandoverReportOut, SuccessionBody } from './handover.schema.ts';

@ApiTags('handovers')
@ApiProblems()
@Controller('people/:person')
export class HandoverController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Post('handover/preview')
  @HttpCode(200)
  @ApiOperation({
    summary:
      '离职交接预览：某人名下的待办、岗位、代理与会议，及交接的结果，不作更改 · Everything somebody has to do, and what handing it over would come to; nothing is changed',
  })
  @ApiOkResponse({ standardSchema: HandoverPreviewOut })
  async preview(
    @CurrentCaller() caller: Caller,
    @Param('person') person: string,
    @Body({ schema: SuccessionBody }) succession: z.infer<typeof SuccessionBody>,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof HandoverPreviewOut>> {
    const { tasks, ...preview } = accepted(await this.cases.handoverPreviews.read(caller, person, succession));
    return { ...preview, absences: [...preview.absences], tasks: inWords(tasks, language) };
  }

  @Post('handover')
  @HttpCode(200)
  @ApiOperation({
    summary:
      '离职交接：名下待办交由他人，不能交接的列明原因 · Hand over what is personally somebody’s; what cannot be is left out, and why',
    description:
      'Each task by a command of its own in its case’s history. Refused as handover.outdated, with the difference, where the preview is not what it was. Interrupted, it is carried on by sending it again. Posts, absences and meetings are not changed.',
  })
  @ApiIdempotencyKey()
  @ApiHeader({ name: 'If-Match', required: true, description: 'The `expected` of the preview.' })
  @ApiOkResponse({ standardSchema: HandoverReportOut })
  async handOver(
    @CurrentCaller() caller: Caller,
    @Param('person') person: string,
    @Body({ schema: HandoverBody }) body: z.infer<typeof HandoverBody>,
    @OnTermsInWords() { expected, idempotencyKey, language }: TermsInWords,
  ): Promise<z.infer<typeof HandoverReportOut>> {
    const { tasks, ...report } = accepted(await this.cases.handovers.handOver(caller, person, { ...body, expected, idempotencyKey }));
    return { ...report, tasks: inWords(tasks, language) };
  }

  @Get('handovers')
  @ApiOperation({ summary: '某人的交接记录，最近的在前 · The hand-overs of somebody, the latest first' })
  @ApiOkResponse({ standardSchema: HandoverListOut })
  async list(@CurrentCaller() caller: Caller, @Param('person') person: string): Promise<z.infer<typeof HandoverListOut>> {
    return { items: accepted(await this.cases.handovers.list(caller, person)) };
  }

  @Get('handovers/:id')
  @ApiOperation({ summary: '一次交接的结果 · The report of a hand-over' })
  @ApiOkResponse({ standardSchema: HandoverReportOut })
  async read(
    @CurrentCaller() caller: Caller,
    @Param('person') person: string,
    @Param('id') id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof HandoverReportOut>> {
    const { tasks, ...report } = accepted(await this.cases.handovers.read(caller, person, id));
    return { ...report, tasks: inWords(tasks, language) };
  }
}
