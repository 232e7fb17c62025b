import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type AllowedVerbs,
  CASES,
  type CaseGraph,
  type Cases,
  type CountedPage,
  type FormChanges,
  type HistoryLine,
  type InstanceView,
  type ListedInstance,
  type Terms,
  type Verification,
} from '#case';
import type { Caller } from '#directory';
import { refuse } from '#platform';
import { ApiProblems, answerOf, type CommandAnswer, found } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { ApiTerms, OnTerms } from '../http/terms.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { CommandOut } from '../task/preview.schema.ts';
import { RemarkBody, SearchedQuery, WithdrawalBody } from '../task/task.schema.ts';
import { GraphOut } from './graph.schema.ts';
import { ChangesOut, ChangesQuery, HistoryOut, VerificationOut } from './history.schema.ts';
import { AllowedVerbsOut, InstanceOut, InstancePageOut, ReasonBody, StartBody, SupplementBody, UrgeBody } from './instance.schema.ts';

const instanceId = new IdPipe('instance.unknown');

@ApiTags('instances')
@ApiProblems()
@Controller('instances')
export class InstanceController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Post()
  @ApiOperation({ summary: '发起申请 · Start a case' })
  @ApiTerms()
  @ApiCreatedResponse({ standardSchema: CommandOut })
  async start(
    @CurrentCaller() caller: Caller,
    @Body({ schema: StartBody }) beginning: z.infer<typeof StartBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    return answerOf(await this.cases.commands.start(caller, { ...beginning, ...terms }), async () => undefined);
  }

  @Get()
  @ApiOperation({ summary: '我发起的申请，最近的在前，可筛选和查找 · Cases I have started, the latest first, with filters and search' })
  @ApiOkResponse({ standardSchema: InstancePageOut })
  started(
    @CurrentCaller() caller: Caller,
    @Query({ schema: SearchedQuery }) query: z.infer<typeof SearchedQuery>,
  ): Promise<CountedPage<ListedInstance>> {
    return this.cases.started.list(caller, query);
  }

  @Get(':id')
  @ApiOperation({ summary: '一件申请：表单、当前环节、我可做的、下一步由谁办 · One case: form, open steps, what I may do, who is next' })
  @ApiOkResponse({ standardSchema: InstanceOut })
  async read(@CurrentCaller() caller: Caller, @Param('id', instanceId) id: string): Promise<InstanceView> {
    return found(await this.cases.instances.read(caller, id), 'instance.unknown');
  }

  @Get(':id/verbs')
  @ApiOperation({ summary: '除办理外我现在可做的操作 · What else I may do now, besides deciding' })
  @ApiOkResponse({ standardSchema: AllowedVerbsOut })
  async verbs(@CurrentCaller() caller: Caller, @Param('id', instanceId) id: string): Promise<AllowedVerbs> {
    return found(await this.cases.allowedVerbs.read(caller, id), 'instance.unknown');
  }

  @Get(':id/graph')
  @ApiOperation({ summary: '流程图：走过的、所在的和可能经过的环节 · The machine of a case: where it has been, stands, and may come' })
  @ApiOkResponse({ standardSchema: GraphOut })
  async graph(@CurrentCaller() caller: Caller, @Param('id', instanceId) id: string): Promise<CaseGraph> {
    return found(await this.cases.graphs.read(caller, id), 'instance.unknown');
  }

  @Get(':id/history')
  @ApiOperation({ summary: '审批记录 · What happened, in order' })
  @ApiOkResponse({ standardSchema: HistoryOut })
  async history(@CurrentCaller() caller: Caller, @Param('id', instanceId) id: string): Promise<{ lines: HistoryLine[] }> {
    return { lines: found(await this.cases.histories.read(caller, id), 'instance.unknown') };
  }

  @Get(':id/changes')
  @ApiOperation({ summary: '表单两个版本之间的改动 · What is different between two versions of the form' })
  @ApiOkResponse({ standardSchema: ChangesOut })
  async changes(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Query({ schema: ChangesQuery }) { from, to }: z.infer<typeof ChangesQuery>,
  ): Promise<FormChanges> {
    const asked = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
    const changes = await this.cases.formComparison.between(caller, id, asked);
    if (changes !== undefined) return changes;
    throw refuse((await this.cases.visibility.mayRead(caller, id)) ? 'form.version-unknown' : 'instance.unknown');
  }

  @Get(':id/verification')
  @ApiOperation({ summary: '重新验算审批记录的哈希链 · Reckon the hash chain of the history anew' })
  @ApiOkResponse({ standardSchema: VerificationOut })
  async verify(@CurrentCaller() caller: Caller, @Param('id', instanceId) id: string): Promise<Verification> {
    if (!(await this.cases.visibility.mayRead(caller, id))) throw refuse('instance.unknown');
    return this.cases.histories.verify(caller.tenant, id);
  }

  @Post(':id/withdrawal')
  @HttpCode(200)
  @ApiOperation({ summary: '撤回申请 · Withdraw my case' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: WithdrawalBody }) body: z.infer<typeof WithdrawalBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.withdraw(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }

  @Post(':id/urge')
  @HttpCode(200)
  @ApiOperation({ summary: '催办：提醒当前办理人，每个环节24小时内一次 · Urge whoever has it now, a step once in 24 hours' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async urge(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: UrgeBody }) body: z.infer<typeof UrgeBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.urge(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }

  @Post(':id/suspend')
  @HttpCode(200)
  @ApiOperation({ summary: '挂起：计时停止，恢复前只能留言 · Suspend a case: its clocks stop, and people can only comment' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async suspend(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: ReasonBody }) body: z.infer<typeof ReasonBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.suspend(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({ summary: '恢复：计时从停止处继续 · Resume a case: its clocks go on from where they stopped' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async resume(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: ReasonBody }) body: z.infer<typeof ReasonBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.resume(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }

  @Post(':id/supplements')
  @HttpCode(200)
  @ApiOperation({ summary: '补充材料：形成新的表单版本，并告知当前办理人 · Supplement the form while a step is open that takes it' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async supplement(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: SupplementBody }) body: z.infer<typeof SupplementBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.supplement(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }

  @Post(':id/comments')
  @ApiOperation({ summary: '留言 · Add a remark to the history' })
  @ApiTerms()
  @ApiCreatedResponse({ standardSchema: CommandOut })
  async comment(
    @CurrentCaller() caller: Caller,
    @Param('id', instanceId) id: string,
    @Body({ schema: RemarkBody }) body: z.infer<typeof RemarkBody>,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    const outcome = await this.cases.commands.comment(caller, id, { ...body, ...terms });
    return answerOf(outcome, () => this.cases.instances.read(caller, id));
  }
}
