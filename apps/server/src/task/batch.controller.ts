import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type BatchReport, CASES, type Cases } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { ApiIdempotencyKey, IdempotencyKey } from '../http/idempotency-key.ts';
import { inWords } from '../problem/in-words.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { BatchBody, BatchOutlookOut, BatchReportOut } from './batch.schema.ts';

@ApiTags('tasks')
@ApiProblems()
@Controller('tasks/decisions')
export class BatchController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    summary: '批量办理前的逐件检查，不作更改 · What deciding many tasks together would come to, task by task; nothing is changed',
  })
  @ApiOkResponse({ standardSchema: BatchOutlookOut })
  async preview(
    @CurrentCaller() caller: Caller,
    @Body({ schema: BatchBody }) batch: z.infer<typeof BatchBody>,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof BatchOutlookOut>> {
    const { tasks, ...counts } = await this.cases.batchPreview.read(caller, batch);
    return { ...counts, tasks: inWords(tasks, language) };
  }

  @Post()
  @HttpCode(200)
  @ApiOperation({
    summary:
      '批量办理：同一结果和意见，不能办理的列明原因 · Decide many tasks with one outcome and comment; those that cannot be are left out, and why',
    description:
      'Each is a decision of its own: one that is refused harms no other. Interrupted, it is carried on by sending it again with the same Idempotency-Key.',
  })
  @ApiIdempotencyKey()
  @ApiOkResponse({ standardSchema: BatchReportOut })
  async decide(
    @CurrentCaller() caller: Caller,
    @Body({ schema: BatchBody }) batch: z.infer<typeof BatchBody>,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof BatchReportOut>> {
    return reported(accepted(await this.cases.batches.decide(caller, { ...batch, idempotencyKey })), language);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOperation({
    summary: '撤销整批办理（60 秒内，限本人）· Undo a batch of mine, within 60 seconds',
    description:
      'Takes back each decision upon which nobody has acted, and says of the others why they stay. Tasks that a batch opens are there at once; its notices, signals and child cases wait until it cannot be undone any more, and go with what is undone. Interrupted, it is carried on by sending it again; twice has one effect.',
  })
  @ApiOkResponse({ standardSchema: BatchReportOut })
  async undo(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof BatchReportOut>> {
    return reported(accepted(await this.cases.batchUndo.undo(caller, id)), language);
  }

  @Get(':id')
  @ApiOperation({ summary: '批量办理的结果 · The report of a batch of mine' })
  @ApiOkResponse({ standardSchema: BatchReportOut })
  async read(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Headers('accept-language') language: string | undefined,
  ): Promise<z.infer<typeof BatchReportOut>> {
    return reported(found(await this.cases.batches.read(caller, id), 'batch.unknown'), language);
  }
}

const reported = ({ tasks, ...report }: BatchReport, language: string | undefined) => ({
  ...report,
  tasks: inWords(tasks, language).map(({ undo, ...row }) => ({ ...row, ...(undo && { undo: inWords([undo], language)[0] }) })),
});
