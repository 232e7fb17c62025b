import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type CountedPage, type DecidedTask, type Inbox, type InstanceView, parseTaskId, type Terms } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, answerOf, type CommandAnswer, found } from '../http/answer.ts';
import { ApiTerms, OnTerms } from '../http/terms.ts';
import { InstanceOut } from '../instance/instance.schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { CommandOut } from './preview.schema.ts';
import { DecidedPageOut, DecisionBody, FormBody, InboxOut, InboxQuery, OwnQuery, TakeBackBody } from './task.schema.ts';

@ApiTags('tasks')
@ApiProblems()
@Controller('tasks')
export class TaskController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get()
  @ApiOperation({
    summary:
      '我的待办：按到达、到期或余裕先后，可筛选和查找 · My open tasks, by when they came, fall due or cannot wait any longer, with filters and search',
  })
  @ApiOkResponse({ standardSchema: InboxOut })
  inbox(
    @CurrentCaller() caller: Caller,
    @Query({ schema: InboxQuery }) { dueUntil, overdue, ...query }: z.infer<typeof InboxQuery>,
  ): Promise<Inbox> {
    const due = { isOverdue: overdue === 'true', ...(dueUntil !== undefined && { dueUntil: new Date(dueUntil) }) };
    return this.cases.taskLists.inbox(caller, { ...query, ...due });
  }

  @Get('decided')
  @ApiOperation({ summary: '我的已办，最近的在前，可筛选和查找 · Tasks I have decided, the latest first, with filters and search' })
  @ApiOkResponse({ standardSchema: DecidedPageOut })
  decided(
    @CurrentCaller() caller: Caller,
    @Query({ schema: OwnQuery }) query: z.infer<typeof OwnQuery>,
  ): Promise<CountedPage<DecidedTask>> {
    return this.cases.taskLists.decided(caller, query);
  }

  @Get(':id')
  @ApiOperation({
    summary:
      '办理任务所需的一切：申请、表单、可选结果及后续环节 · Everything needed to decide a task: its case, its form, what I may decide and what would follow',
  })
  @ApiOkResponse({ standardSchema: InstanceOut })
  async read(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<InstanceView> {
    return found(await this.view(caller, id), 'task.unknown');
  }

  @Post(':id/decisions')
  @HttpCode(200)
  @ApiOperation({ summary: '办理任务 · Decide a task' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async decide(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: DecisionBody }) decision: z.infer<typeof DecisionBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.decide(caller, id, { ...decision, ...terms });
    return answerOf(outcome, () => this.view(caller, id));
  }

  @Post(':id/take-back')
  @HttpCode(200)
  @ApiOperation({ summary: '拿回：后面的人处理之前，撤销自己的意见 · Take my decision back while nobody has acted upon it' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async takeBack(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: TakeBackBody }) body: z.infer<typeof TakeBackBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.takeBack(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.view(caller, id));
  }

  @Patch(':id/form')
  @ApiOperation({ summary: '暂存表单，不提交意见 · Save fields of the form without deciding' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async save(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: FormBody }) change: z.infer<typeof FormBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.save(caller, id, { ...change, ...terms });
    return answerOf(outcome, () => this.view(caller, id));
  }

  private async view(caller: Caller, id: string): Promise<InstanceView | undefined> {
    const named = parseTaskId(id);
    return named && this.cases.instances.read(caller, named.instance);
  }
}
