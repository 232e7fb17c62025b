import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Caller, csrfTokenOf, Directory, namedPost, POSTS, type PostCatalogue, SignIn } from '#directory';
import { CONFIG, type Config } from '#platform';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { cookieName, cookieOptions } from './cookie.ts';
import { CurrentCaller, Open } from './session.guard.ts';
import { SessionOut, SignInBody } from './session.schema.ts';

type Session = z.infer<typeof SessionOut>;

@ApiTags('session')
@ApiProblems()
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly directory: Directory,
    @Inject(POSTS) private readonly posts: PostCatalogue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @Open()
  @ApiOperation({ summary: '登录 · Sign in' })
  @ApiCreatedResponse({ standardSchema: SessionOut })
  async open(
    @Body({ schema: SignInBody }) { account, password }: z.infer<typeof SignInBody>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const { token, expiresAt } = accepted(await this.signIn.signIn(account, password));
    reply.setCookie(cookieName(this.config), token, { ...cookieOptions(this.config), expires: expiresAt });
    return this.describe(found(await this.signIn.caller(token), 'session.missing'), token);
  }

  @Get()
  @ApiOperation({ summary: '当前登录人及其岗位 · Who is signed in, with which posts' })
  @ApiOkResponse({ standardSchema: SessionOut })
  read(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<Session> {
    return this.describe(caller, request.cookies[cookieName(this.config)] ?? '');
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录 · Sign out' })
  @ApiNoContentResponse()
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.signIn.signOut(request.cookies[cookieName(this.config)] ?? '');
    reply.clearCookie(cookieName(this.config), cookieOptions(this.config));
  }

  private async describe({ tenant, person, name, account, posts }: Caller, token: string): Promise<Session> {
    const held = posts.map(async ({ post, organisation }) => ({
      ...namedPost(this.posts, post),
      organisation: await this.directory.named(tenant, organisation),
    }));
    return {
      person: { id: person, name, account },
      posts: await Promise.all(held),
      permissions: [...new Set(posts.flatMap(({ post }) => this.posts[post]?.permissions ?? []))],
      csrfToken: csrfTokenOf(token),
    };
  }
}
