import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type AdministeredOrganisation, type Caller, namedPost, Organisations, POSTS, type PostCatalogue } from '#directory';
import { ApiProblems, accepted } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import {
  ClosingOut,
  NameBody,
  OrganisationBody,
  OrganisationOut,
  OrganisationsOut,
  PostsOut,
  ReasonBody,
} from './administration.schema.ts';

@ApiTags('directory')
@ApiProblems()
@Controller('directory')
export class DirectoryAdministrationController {
  constructor(
    private readonly organisations: Organisations,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get('posts')
  @ApiOperation({ summary: '岗位目录：名称与所在层级 · The posts there are, and at which level' })
  @ApiOkResponse({ standardSchema: PostsOut })
  catalogue(): z.infer<typeof PostsOut> {
    return { items: Object.entries(this.posts).map(([key, { at }]) => ({ ...namedPost(this.posts, key), at })) };
  }

  @Get('organisations')
  @ApiOperation({ summary: '我管理的机构，含已撤销的 · The organisations I look after, those that are closed among them' })
  @ApiOkResponse({ standardSchema: OrganisationsOut })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof OrganisationsOut>> {
    const items = accepted(await this.organisations.list(caller));
    return { items: items.map((item) => ({ ...shown(item), people: item.people })) };
  }

  @Post('organisations')
  @ApiOperation({ summary: '设立机构 · Found an organisation' })
  @ApiCreatedResponse({ standardSchema: OrganisationOut })
  async add(
    @CurrentCaller() caller: Caller,
    @Body({ schema: OrganisationBody }) draft: z.infer<typeof OrganisationBody>,
  ): Promise<z.infer<typeof OrganisationOut>> {
    return shown(accepted(await this.organisations.add(caller, draft)));
  }

  @Put('organisations/:id')
  @ApiOperation({ summary: '机构更名 · Rename an organisation' })
  @ApiOkResponse({ standardSchema: OrganisationOut })
  async rename(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: NameBody }) { name }: z.infer<typeof NameBody>,
  ): Promise<z.infer<typeof OrganisationOut>> {
    return shown(accepted(await this.organisations.rename(caller, id, name)));
  }

  @Get('organisations/:id/closing')
  @ApiOperation({ summary: '撤销机构的预览：还有哪些没有了结 · What closing an organisation would come to' })
  @ApiOkResponse({ standardSchema: ClosingOut })
  async outlook(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<z.infer<typeof ClosingOut>> {
    return accepted(await this.organisations.outlookOfClosing(caller, id));
  }

  @Post('organisations/:id/closing')
  @HttpCode(200)
  @ApiOperation({
    summary: '撤销机构；还有未办结的任务、下级机构或在任岗位时不能撤销 · Close an organisation, unless something is left in it',
  })
  @ApiOkResponse({ standardSchema: OrganisationOut })
  async close(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: ReasonBody }) { comment }: z.infer<typeof ReasonBody>,
  ): Promise<z.infer<typeof OrganisationOut>> {
    return shown(accepted(await this.organisations.close(caller, id, comment)));
  }
}

const shown = ({ id, parent, kind, type, name, closedOn }: AdministeredOrganisation): z.infer<typeof OrganisationOut> => ({
  id,
  parent,
  kind,
  type,
  name,
  closedOn,
});
