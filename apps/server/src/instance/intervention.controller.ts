import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type Terms } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, answerOf, type CommandAnswer } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { ApiTerms, OnTerms } from '../http/terms.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { CommandOut } from '../task/preview.schema.ts';
import { JumpBody, ReasonBody } from './instance.schema.ts';

const instanceId = new IdPipe('instance.unknown');

/** What an administrator does to a case by hand, after a dry run whose `expected` comes along as If-Match. */
@ApiTags('instances')
@ApiProblems()
@Controller('instances')
export class InterventionController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Post(':id/jump')
  @HttpCode(200)
  @ApiOperation({
    summary: '跳转到指定环节（须先预览并二次确认） · Move a case to a step by hand, confirmed by the `expected` of its dry run',
  })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async jump(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: JumpBody }) body: z.infer<typeof JumpBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.interventions.jump(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }

  @Post(':id/termination')
  @HttpCode(200)
  @ApiOperation({ summary: '终止申请（须先预览并二次确认） · End a case by hand, confirmed by the `expected` of its dry run' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async terminate(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: ReasonBody }) body: z.infer<typeof ReasonBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.interventions.terminate(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }
}
