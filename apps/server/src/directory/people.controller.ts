import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type AdministeredPerson, type Caller, namedPost, People, POSTS, type PostCatalogue, Postings } from '#directory';
import { businessDay, Clock } from '#platform';
import { ApiProblems, accepted } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import {
  EndingBody,
  EndingOut,
  EndingQuery,
  NewcomerOut,
  PeopleOut,
  PeopleQuery,
  PersonBody,
  PersonOut,
  PostingBody,
  ReasonBody,
} from './administration.schema.ts';

type Person = z.infer<typeof PersonOut>;
type Newcomer = z.infer<typeof NewcomerOut>;

@ApiTags('directory')
@ApiProblems()
@Controller('directory/people')
export class DirectoryPeopleController {
  constructor(
    private readonly people: People,
    private readonly postings: Postings,
    private readonly clock: Clock,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get()
  @ApiOperation({
    summary: '我管理的人员，含账号与任职，至多 200 人 · The people I look after, with their accounts and posts: 200 at most',
  })
  @ApiOkResponse({ standardSchema: PeopleOut })
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: PeopleQuery }) query: z.infer<typeof PeopleQuery>,
  ): Promise<z.infer<typeof PeopleOut>> {
    return { items: accepted(await this.people.list(caller, query)).map((person) => this.shown(person)) };
  }

  @Post()
  @ApiOperation({ summary: '新增人员，给出一次性密码 · Add somebody with a first post; they get a one-time password' })
  @ApiCreatedResponse({ standardSchema: NewcomerOut })
  async add(@CurrentCaller() caller: Caller, @Body({ schema: PersonBody }) draft: z.infer<typeof PersonBody>): Promise<Newcomer> {
    const { person, password } = accepted(await this.people.add(caller, draft));
    return { person: this.shown(person), password };
  }

  @Get(':id')
  @ApiOperation({ summary: '一个人的账号与任职 · Somebody’s account and posts' })
  @ApiOkResponse({ standardSchema: PersonOut })
  async read(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Person> {
    return this.shown(accepted(await this.people.read(caller, id)));
  }

  @Post(':id/lock')
  @HttpCode(200)
  @ApiOperation({ summary: '停用账号，并结束其全部登录 · Lock an account, and end its sessions' })
  @ApiOkResponse({ standardSchema: PersonOut })
  async lock(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: ReasonBody }) { comment }: z.infer<typeof ReasonBody>,
  ): Promise<Person> {
    return this.shown(accepted(await this.people.lock(caller, id, comment)));
  }

  @Post(':id/unlock')
  @HttpCode(200)
  @ApiOperation({ summary: '恢复账号 · Open an account again' })
  @ApiOkResponse({ standardSchema: PersonOut })
  async unlock(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Person> {
    return this.shown(accepted(await this.people.unlock(caller, id)));
  }

  @Post(':id/sign-out')
  @HttpCode(200)
  @ApiOperation({ summary: '结束其全部登录 · End every session of theirs' })
  @ApiOkResponse({ standardSchema: PersonOut })
  async signOut(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Person> {
    return this.shown(accepted(await this.people.signOut(caller, id)));
  }

  @Post(':id/password')
  @HttpCode(200)
  @ApiOperation({ summary: '重置为一次性密码 · Give them a one-time password' })
  @ApiOkResponse({ standardSchema: NewcomerOut })
  async renewPassword(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<Newcomer> {
    const { person, password } = accepted(await this.people.renewPassword(caller, id));
    return { person: this.shown(person), password };
  }

  @Post(':id/posts')
  @ApiOperation({ summary: '任命岗位，自某日起 · Give somebody a post, from a day on' })
  @ApiCreatedResponse({ standardSchema: PersonOut })
  async assign(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: PostingBody }) posting: z.infer<typeof PostingBody>,
  ): Promise<Person> {
    return this.shown(accepted(await this.postings.assign(caller, id, posting)));
  }

  @Get(':id/posts/:holding/ending')
  @ApiOperation({ summary: '结束任职的预览：会有多少任务无人办理 · What ending a post would come to' })
  @ApiOkResponse({ standardSchema: EndingOut })
  async outlook(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('holding') holding: string,
    @Query({ schema: EndingQuery }) { lastDay }: z.infer<typeof EndingQuery>,
  ): Promise<z.infer<typeof EndingOut>> {
    return accepted(await this.postings.outlookOfEnding(caller, id, holding, lastDay));
  }

  @Post(':id/posts/:holding/ending')
  @HttpCode(200)
  @ApiOperation({
    summary: '结束任职；有任务将无人办理时不能结束，先办离职交接 · End a post, unless work would be left behind: hand that over first',
    description: 'A last day that is yet to come is always possible: until then there is time to hand over.',
  })
  @ApiOkResponse({ standardSchema: PersonOut })
  async end(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('holding') holding: string,
    @Body({ schema: EndingBody }) ending: z.infer<typeof EndingBody>,
  ): Promise<Person> {
    return this.shown(accepted(await this.postings.end(caller, id, holding, ending)));
  }

  private shown({ holdings, id, name, account, mail, isLocked, isNew }: AdministeredPerson): Person {
    const today = businessDay(this.clock.now());
    const posts = holdings.map(({ id: holding, post, organisation, from, until }) => ({
      id: holding,
      post: namedPost(this.posts, post),
      organisation,
      from,
      until,
      isHeld: from <= today && (until === null || until >= today),
    }));
    return { id, name, account, mail, isLocked, isNew, posts };
  }
}
