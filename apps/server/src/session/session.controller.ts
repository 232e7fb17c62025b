import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Caller, SignIn } from '#directory';
import { CONFIG, type Config } from '#platform';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { cookieName, cookieOptions } from './cookie.ts';
import { CurrentCaller, Open } from './session.guard.ts';
import { LanguageBody, SessionOut, SignInBody } from './session.schema.ts';
import { SessionViews } from './session-views.ts';

type Session = z.infer<typeof SessionOut>;

@ApiTags('session')
@ApiProblems()
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly views: SessionViews,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Open()
  @ApiOperation({ summary: '登录 · Sign in' })
  @ApiCreatedResponse({ standardSchema: SessionOut })
  async open(
    @Body({ schema: SignInBody }) { account, password, newPassword }: z.infer<typeof SignInBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { token, expiresAt } = accepted(await this.signIn.signIn(account, password, newPassword));
    reply.setCookie(cookieName(this.config), token, { ...cookieOptions(this.config), expires: expiresAt });
    return this.views.of(found(await this.signIn.caller(token), 'session.missing'), token);
  }

  @Get()
  @ApiOperation({ summary: '当前登录人及其岗位 · Who is signed in, with which posts' })
  @ApiOkResponse({ standardSchema: SessionOut })
  read(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<Session> {
    return this.views.of(caller, request.cookies[cookieName(this.config)] ?? '');
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录 · Sign out' })
  @ApiNoContentResponse()
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(request.cookies[cookieName(this.config)] ?? '');
    reply.clearCookie(cookieName(this.config), cookieOptions(this.config));
  }

  @Put('language')
  @ApiOperation({ summary: '选择语言，也用于发给我的邮件 · Choose my language, which mails to me are written in, too' })
  @ApiOkResponse({ standardSchema: SessionOut })
  async choose(
    @CurrentCaller() caller: Caller,
    @Body({ schema: LanguageBody }) { language }: z.infer<typeof LanguageBody>,
    @Req() request: FastifyRequest,
  ): Promise<Session> {
    await this.views.choose(caller, language);
    return this.views.of(caller, request.cookies[cookieName(this.config)] ?? '');
  }
}
