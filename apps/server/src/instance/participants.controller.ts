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
import { RemoveSignersBody } from '../task/task-verbs.schema.ts';
import { ReasonBody } from './instance.schema.ts';

const instanceId = new IdPipe('instance.unknown');

/** Who takes part in deciding a case, and who does not any more. */
@ApiTags('instances')
@ApiProblems()
@Controller('instances')
export class ParticipantsController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Post(':id/signers/removal')
  @HttpCode(200)
  @ApiOperation({ summary: '减签：撤下尚未签署的加签人 · Take back those I asked to sign, unless they have' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async removeSigners(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: RemoveSignersBody }) body: z.infer<typeof RemoveSignersBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.taskCommands.removeSigners(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }

  @Post(':id/recusal')
  @HttpCode(200)
  @ApiOperation({ summary: '回避：我不再办理这件申请 · Recuse myself: I do not decide this case any more' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async recuse(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: ReasonBody }) body: z.infer<typeof ReasonBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.taskCommands.recuse(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }
}
