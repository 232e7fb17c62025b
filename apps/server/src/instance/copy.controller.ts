import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type CopiedInstance, type CountedPage, type Terms } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, answerOf, type CommandAnswer } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { ApiTerms, OnTerms } from '../http/terms.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { CommandOut } from '../task/preview.schema.ts';
import { OwnQuery } from '../task/task.schema.ts';
import { CopiedPageOut, CopyBody } from './instance.schema.ts';

@ApiTags('instances')
@ApiProblems()
@Controller('instances')
export class CopyController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get('copied')
  @ApiOperation({ summary: '抄送给我的申请，最近的在前 · Cases that were copied to me or to a post I hold, the latest first' })
  @ApiOkResponse({ standardSchema: CopiedPageOut })
  copied(
    @CurrentCaller() caller: Caller,
    @Query({ schema: OwnQuery }) query: z.infer<typeof OwnQuery>,
  ): Promise<CountedPage<CopiedInstance>> {
    return this.cases.copied.list(caller, query);
  }

  @Post(':id/copies')
  @HttpCode(200)
  @ApiOperation({ summary: '抄送：让其他人知悉并可查看 · Let others know of a case and read it' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async copy(
    @CurrentCaller() caller: Caller,
    @Param('id', new IdPipe('instance.unknown')) id: string,
    @Body({ schema: CopyBody }) body: z.infer<typeof CopyBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.copies.copy(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }
}
