import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  CASES,
  type Cases,
  type ClosingPreview,
  type ListedMeeting,
  type MeetingOutcome,
  type MeetingView,
  type Page,
  type QueuedTask,
  type Terms,
} from '#case';
import type { Caller } from '#directory';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { ApiTerms, OnTerms } from '../http/terms.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import {
  BodyQuery,
  CancellationBody,
  ClosingOut,
  FindingBody,
  MeetingBody,
  MeetingOut,
  MeetingPageOut,
  MembersBody,
  QueueOut,
  QueueQuery,
  TasksBody,
} from './meeting.schema.ts';

/** 会议: what a body's secretary does. Each of these, sent twice, finds it done or says so; none needs a key. */
@ApiTags('meetings')
@ApiProblems()
@Controller('meetings')
export class MeetingController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get('queue')
  @ApiOperation({ summary: '等待会议决定的任务，先到的在前 · What waits for a body, the oldest first' })
  @ApiOkResponse({ standardSchema: QueueOut })
  async queue(
    @CurrentCaller() caller: Caller,
    @Query({ schema: QueueQuery }) { cutOff, ...query }: z.infer<typeof QueueQuery>,
  ): Promise<Page<QueuedTask>> {
    const request = { ...query, ...(cutOff !== undefined && { cutOff: new Date(cutOff) }) };
    return found(await this.cases.meetingReader.queue(caller, request), 'meeting.not-secretary');
  }

  @Get()
  @ApiOperation({ summary: '一个会议机构的历次会议，最近的在前 · A body’s meetings, the latest first' })
  @ApiOkResponse({ standardSchema: MeetingPageOut })
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: BodyQuery }) query: z.infer<typeof BodyQuery>,
  ): Promise<Page<ListedMeeting>> {
    return found(await this.cases.meetingReader.list(caller, query), 'meeting.not-secretary');
  }

  @Post()
  @ApiOperation({ summary: '召集会议：机构、届次、时间、议题截止、成员 · Open a meeting' })
  @ApiCreatedResponse({ standardSchema: MeetingOut })
  async open(@CurrentCaller() caller: Caller, @Body({ schema: MeetingBody }) plan: z.infer<typeof MeetingBody>): Promise<MeetingView> {
    const { heldAt, cutOff, ...rest } = plan;
    const opened = await this.cases.meetings.open(caller, { ...rest, heldAt: new Date(heldAt), cutOff: new Date(cutOff) });
    return this.after(caller, opened);
  }

  @Get(':id')
  @ApiOperation({ summary: '会议：成员、议程、结果、纪要 · A meeting: members, agenda, findings, minutes' })
  @ApiOkResponse({ standardSchema: MeetingOut })
  async read(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<MeetingView> {
    return found(await this.cases.meetingReader.read(caller, id), 'meeting.unknown');
  }

  @Put(':id/members')
  @ApiOperation({ summary: '登记应到与实到 · Say who belongs to it and who is there' })
  @ApiOkResponse({ standardSchema: MeetingOut })
  async setMembers(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: MembersBody }) { members }: z.infer<typeof MembersBody>,
  ): Promise<MeetingView> {
    return this.after(caller, await this.cases.meetings.setMembers(caller, id, members));
  }

  @Post(':id/items')
  @HttpCode(200)
  @ApiOperation({ summary: '列入议程 · Put tasks on the agenda: all of them, or none' })
  @ApiOkResponse({ standardSchema: MeetingOut })
  async putOn(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: TasksBody }) { tasks }: z.infer<typeof TasksBody>,
  ): Promise<MeetingView> {
    return this.after(caller, await this.cases.meetings.putOn(caller, id, tasks));
  }

  @Put(':id/order')
  @ApiOperation({ summary: '调整议题次序 · Order the agenda' })
  @ApiOkResponse({ standardSchema: MeetingOut })
  async reorder(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: TasksBody }) { tasks }: z.infer<typeof TasksBody>,
  ): Promise<MeetingView> {
    return this.after(caller, await this.cases.meetings.reorder(caller, id, tasks));
  }

  @Put(':id/items/:task')
  @ApiOperation({ summary: '记录一项议题：回避、票数、结果、纪要 · Record what the meeting came to on an item' })
  @ApiOkResponse({ standardSchema: MeetingOut })
  async record(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('task') task: string,
    @Body({ schema: FindingBody }) finding: z.infer<typeof FindingBody>,
  ): Promise<MeetingView> {
    return this.after(caller, await this.cases.meetings.record(caller, id, task, finding));
  }

  @Delete(':id/items/:task')
  @ApiOperation({ summary: '移出议程 · Take an item off the agenda' })
  @ApiOkResponse({ standardSchema: MeetingOut })
  async takeOff(@CurrentCaller() caller: Caller, @Param('id') id: string, @Param('task') task: string): Promise<MeetingView> {
    return this.after(caller, await this.cases.meetings.takeOff(caller, id, task));
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @ApiOperation({ summary: '取消会议，议题回到待议 · Cancel it; its items wait for another' })
  @ApiOkResponse({ standardSchema: MeetingOut })
  async cancel(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: CancellationBody }) { reason }: z.infer<typeof CancellationBody>,
  ): Promise<MeetingView> {
    return this.after(caller, await this.cases.meetings.cancel(caller, id, reason));
  }

  @Post(':id/closing')
  @HttpCode(200)
  @ApiOperation({
    summary: '结束会议：签发纪要，全部议题一并办理，或一项不办 · Close it: sign the minutes and carry out all of its items, or none',
    description:
      'With dryRun=true it answers with what would become of each item; If-Match with its `expected` has it closed only if that is still so.',
  })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: ClosingOut })
  async close(@CurrentCaller() caller: Caller, @Param('id') id: string, @OnTerms() terms: Terms): Promise<MeetingView | ClosingPreview> {
    const outcome = accepted(await this.cases.closing.close(caller, id, terms));
    return outcome.kind === 'shown' ? outcome.preview : this.after(caller, outcome);
  }

  /** @throws RefusedError for what was not done */
  private async after(caller: Caller, outcome: MeetingOutcome): Promise<MeetingView> {
    return this.read(caller, accepted(outcome).meeting);
  }
}
