import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Caller } from '#directory';
import { Notices } from '#notice';
import { ApiProblems } from '../http/answer.ts';
import { InstantOut, TextOut } from '../http/schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';

const NoticesOut = z
  .object({
    notices: z
      .array(
        z
          .object({
            id: z.string(),
            kind: z.string(),
            title: TextOut,
            instance: z.string().nullable(),
            task: z.int().nullable(),
            createdAt: InstantOut,
            readAt: InstantOut.nullable(),
          })
          .meta({ id: 'Notice' }),
      )
      .readonly(),
    unread: z.int(),
  })
  .meta({ id: 'Notices' });

const NoticesQuery = z.object({
  unreadOnly: z.enum(['true', 'false']).default('false'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  before: z.uuid().optional().meta({ description: 'Id of the last notice of the page before.' }),
});

const ReadBody = z.strictObject({ notices: z.union([z.literal('all'), z.array(z.uuid()).min(1).max(100)]) }).meta({ id: 'NoticesRead' });
const ReadOut = z.object({ read: z.int() }).meta({ id: 'ReadCount' });

@ApiTags('notices')
@ApiProblems()
@Controller('notices')
export class NoticeController {
  constructor(private readonly notices: Notices) {}

  @Get()
  @ApiOperation({ summary: '我的通知，最新的在前，及未读数 · My notices, the newest first, and how many are unread' })
  @ApiOkResponse({ standardSchema: NoticesOut })
  list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: NoticesQuery }) { unreadOnly, limit, before }: z.infer<typeof NoticesQuery>,
  ): Promise<z.infer<typeof NoticesOut>> {
    return this.notices.inbox(caller, { unreadOnly: unreadOnly === 'true', limit, ...(before !== undefined && { before }) });
  }

  @Post('read')
  @HttpCode(200)
  @ApiOperation({ summary: '标为已读 · Mark notices as read' })
  @ApiOkResponse({ standardSchema: ReadOut })
  async markRead(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ReadBody }) { notices }: z.infer<typeof ReadBody>,
  ): Promise<z.infer<typeof ReadOut>> {
    return { read: await this.notices.markRead(caller, notices) };
  }
}
