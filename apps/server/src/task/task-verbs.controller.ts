import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type InstanceView, type Outcome, parseTaskId, type Terms } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, answerOf, type CommandAnswer } from '../http/answer.ts';
import { ApiTerms, OnTerms } from '../http/terms.ts';
import { ReasonBody } from '../instance/instance.schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { CommandOut } from './preview.schema.ts';
import { AddSignersBody, HandingBody, ReleaseBody } from './task-verbs.schema.ts';

@ApiTags('tasks')
@ApiProblems()
@Controller('tasks')
export class TaskVerbsController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Post(':id/claim')
  @HttpCode(200)
  @ApiOperation({ summary: '签收：岗位的任务归我办理，他人不再看到 · Claim a post’s task: it waits for nobody else' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async claim(@CurrentCaller() caller: Caller, @Param('id') id: string, @OnTerms() terms: Terms): Promise<CommandAnswer> {
    return this.answer(caller, id, await this.cases.taskCommands.claim(caller, id, terms));
  }

  @Post(':id/release')
  @HttpCode(200)
  @ApiOperation({
    summary:
      '取消签收：任务退回岗位；管理员可取消他人的签收，须说明理由 · Release a claimed task; an administrator releases others’, with a reason',
  })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async release(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: ReleaseBody }) body: z.infer<typeof ReleaseBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    return this.answer(caller, id, await this.cases.taskCommands.release(caller, id, { ...body, ...terms }));
  }

  @Post(':id/transfer')
  @HttpCode(200)
  @ApiOperation({
    summary: '转办：任务交由他人办理，须说明理由 · Transfer a task to somebody else, who does it from now on',
  })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async transfer(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: HandingBody }) body: z.infer<typeof HandingBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    return this.answer(caller, id, await this.cases.taskCommands.transfer(caller, id, { ...body, ...terms }));
  }

  @Post(':id/delegation')
  @HttpCode(200)
  @ApiOperation({
    summary: '委派：请他人答复，答复后任务回到我 · Delegate a question; when it is answered, the task is mine again',
  })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async delegate(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: HandingBody }) body: z.infer<typeof HandingBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    return this.answer(caller, id, await this.cases.taskCommands.delegate(caller, id, { ...body, ...terms }));
  }

  @Post(':id/answer')
  @HttpCode(200)
  @ApiOperation({
    summary: '答复委派给我的任务 · Answer what was delegated to me',
  })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async resolve(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: ReasonBody }) body: z.infer<typeof ReasonBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    return this.answer(caller, id, await this.cases.taskCommands.resolve(caller, id, { ...body, ...terms }));
  }

  @Post(':id/signers')
  @HttpCode(200)
  @ApiOperation({
    summary: '加签：请他人在我之前、之后或与我一同签署 · Ask others to sign before me, after me, or beside me',
  })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async addSigners(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: AddSignersBody }) body: z.infer<typeof AddSignersBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    return this.answer(caller, id, await this.cases.taskCommands.addSigners(caller, id, { ...body, ...terms }));
  }

  private answer(caller: Caller, id: string, outcome: Outcome): Promise<CommandAnswer> {
    return answerOf(outcome, () => this.view(caller, id));
  }

  private async view(caller: Caller, id: string): Promise<InstanceView | undefined> {
    const named = parseTaskId(id);
    return named && this.cases.instances.read(caller, named.instance);
  }
}
