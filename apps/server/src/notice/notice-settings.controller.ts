import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Caller } from '#directory';
import { NoticeSettings } from '#notice';
import { ApiProblems } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';

const settings = {
  mail: z.email().max(254).nullable().meta({ description: 'Where notices are mailed to; null for nowhere.' }),
  language: z.enum(['zh-CN', 'en']),
  preference: z.enum(['immediately', 'digest', 'none']).meta({
    description: 'immediately: each as it comes. digest: what comes within some minutes in one mail. none: in the app alone.',
  }),
};

const SettingsOut = z.object(settings).meta({ id: 'NoticeSettings' });
const SettingsBody = z.strictObject(settings).meta({ id: 'NoticeSettingsBody' });

@ApiTags('notices')
@ApiProblems()
@Controller('me/notice-settings')
export class NoticeSettingsController {
  constructor(private readonly settings: NoticeSettings) {}

  @Get()
  @ApiOperation({ summary: '我的通知设置 · How I am told' })
  @ApiOkResponse({ standardSchema: SettingsOut })
  read(@CurrentCaller() caller: Caller): Promise<z.infer<typeof SettingsOut>> {
    return this.settings.read(caller);
  }

  @Put()
  @ApiOperation({ summary: '更改我的通知设置 · Change how I am told' })
  @ApiOkResponse({ standardSchema: SettingsOut })
  write(
    @CurrentCaller() caller: Caller,
    @Body({ schema: SettingsBody }) body: z.infer<typeof SettingsBody>,
  ): Promise<z.infer<typeof SettingsOut>> {
    return this.settings.write(caller, body);
  }
}
