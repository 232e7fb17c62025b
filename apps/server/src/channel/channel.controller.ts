import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Caller, notPermitted, POSTS, type PostCatalogue, scopesOf } from '#directory';
import { Channels } from '#notice';
import { RefusedError } from '#platform';
import { ApiProblems, accepted } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { ChannelBody, ChannelChangeBody, ChannelOut, ChannelsOut, ChannelTestOut } from './channel.schema.ts';

const ChannelId = () => Param('id', new IdPipe('channel.unknown'));

@ApiTags('channels')
@ApiProblems()
@Controller('channels')
export class ChannelController {
  constructor(
    private readonly channels: Channels,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get()
  @ApiOperation({ summary: '各机构的消息通道（Webhook） · The webhooks of organisations' })
  @ApiOkResponse({ standardSchema: ChannelsOut })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof ChannelsOut>> {
    const items = await this.channels.list(caller.tenant, this.scopes(caller));
    return { items: items.map((channel) => ({ ...channel, kinds: [...channel.kinds] })) };
  }

  @Post()
  @ApiOperation({ summary: '添加消息通道 · Add a webhook' })
  @ApiCreatedResponse({ standardSchema: ChannelOut })
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: ChannelBody }) draft: z.infer<typeof ChannelBody>,
  ): Promise<z.infer<typeof ChannelOut>> {
    return accepted(await this.channels.create(caller, this.scopes(caller), draft));
  }

  @Put(':id')
  @ApiOperation({ summary: '更改消息通道 · Change a webhook' })
  @ApiOkResponse({ standardSchema: ChannelOut })
  async change(
    @CurrentCaller() caller: Caller,
    @ChannelId() id: string,
    @Body({ schema: ChannelChangeBody }) draft: z.infer<typeof ChannelChangeBody>,
  ): Promise<z.infer<typeof ChannelOut>> {
    return accepted(await this.channels.change(caller, this.scopes(caller), id, draft));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '删除消息通道 · Remove a webhook' })
  @ApiNoContentResponse()
  async remove(@CurrentCaller() caller: Caller, @ChannelId() id: string): Promise<void> {
    accepted(await this.channels.remove(caller, this.scopes(caller), id));
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ summary: '发送测试消息 · Send a test message' })
  @ApiOkResponse({ standardSchema: ChannelTestOut })
  async test(@CurrentCaller() caller: Caller, @ChannelId() id: string): Promise<z.infer<typeof ChannelTestOut>> {
    return accepted(await this.channels.test(caller, this.scopes(caller), id));
  }

  private scopes(caller: Caller): string[] {
    const scopes = scopesOf(this.posts, caller, 'channel.manage');
    if (scopes.length === 0) throw new RefusedError(notPermitted('channel.manage'));
    return scopes;
  }
}
