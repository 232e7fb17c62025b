import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CASES, type Cases, type DefinitionDraft, type DraftOrigin } from '#case';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { Definition, type OrganisationKind, organisationKinds } from '#engine';
import { refuse } from '#platform';
import { currentOr } from '../desk/current.ts';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { ApiSeenVersion, SeenVersion } from '../http/seen-version.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { FindingsOut } from './definition.schema.ts';
import {
  CommentBody,
  CommentsOut,
  DefinitionDraftOut,
  DefinitionDraftsOut,
  DraftOriginBody,
  PresenceOut,
  SavedDraftBody,
  SettleBody,
} from './definition-draft.schema.ts';
import { requireEither } from './permission.ts';
import { TEMPLATES } from './templates.ts';

const ofProcess = z.object({ key: z.string().max(60).optional() });

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions/drafts')
export class DefinitionDraftController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
    @Inject(TEMPLATES) private readonly templates: readonly Definition[],
  ) {}

  @Get()
  @ApiOperation({ summary: '流程草稿，最近改动的在前 · Drafts of definitions, the latest changed first' })
  @ApiOkResponse({ standardSchema: DefinitionDraftsOut })
  async list(
    @CurrentCaller() caller: Caller,
    @Query({ schema: ofProcess }) { key }: z.infer<typeof ofProcess>,
  ): Promise<z.infer<typeof DefinitionDraftsOut>> {
    requireEither(this.posts, caller);
    return { items: await this.drafts.list(caller, key) };
  }

  @Post()
  @ApiOperation({ summary: '新建流程草稿 · Begin a draft: from blank, a template, a published version, or a document' })
  @ApiCreatedResponse({ standardSchema: DefinitionDraftOut })
  async create(
    @CurrentCaller() caller: Caller,
    @Body({ schema: DraftOriginBody }) origin: z.infer<typeof DraftOriginBody>,
  ): Promise<DefinitionDraft> {
    requirePermission(this.posts, caller, 'definition.edit');
    return accepted(await this.drafts.create(caller, this.originOf(origin)));
  }

  @Get(':id')
  @ApiOperation({ summary: '一份流程草稿 · A draft' })
  @ApiOkResponse({ standardSchema: DefinitionDraftOut })
  async read(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<DefinitionDraft> {
    requireEither(this.posts, caller);
    return found(await this.drafts.read(caller, id), 'definition-draft.unknown');
  }

  @Put(':id')
  @ApiOperation({
    summary: '随改随存；不会覆盖他人的改动 · Save while working; nobody’s changes are overwritten',
    description:
      'Any JSON object within the limits of a document is kept. One that somebody else has saved since is refused as 409 definition-draft.changed, with the draft as it is now under `current`.',
  })
  @ApiOkResponse({ standardSchema: DefinitionDraftOut })
  async save(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: SavedDraftBody }) { revision, document }: z.infer<typeof SavedDraftBody>,
  ): Promise<DefinitionDraft> {
    requirePermission(this.posts, caller, 'definition.edit');
    return currentOr(await this.drafts.save(caller, id, document, revision));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: '丢弃草稿 · Throw a draft away, if it is still the revision that was seen' })
  @ApiSeenVersion('The revision that was seen; nothing is thrown away without it.')
  @ApiNoContentResponse()
  async discard(@CurrentCaller() caller: Caller, @Param('id') id: string, @SeenVersion() seen: string | undefined): Promise<void> {
    requirePermission(this.posts, caller, 'definition.edit');
    if (!/^[1-9]\d{0,8}$/.test(seen ?? '')) throw refuse('request.version-invalid');
    const refusal = await this.drafts.discard(caller, id, Number(seen));
    if (refusal !== undefined) currentOr(refusal);
  }

  @Post(':id/presence')
  @HttpCode(200)
  @ApiOperation({
    summary: '我正在看这份草稿；还有谁在看 · I have it open; who else has',
    description: 'Sent every twenty seconds or so while a draft is open. Who was not heard of for a minute has closed it.',
  })
  @ApiOkResponse({ standardSchema: PresenceOut })
  async attend(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<z.infer<typeof PresenceOut>> {
    requireEither(this.posts, caller);
    return found(await this.drafts.attend(caller, id), 'definition-draft.unknown');
  }

  @Get(':id/verification')
  @ApiOperation({ summary: '检查草稿能否发布 · What is wrong with a draft as it is now' })
  @ApiOkResponse({ standardSchema: FindingsOut })
  async verification(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<z.infer<typeof FindingsOut>> {
    const { document } = await this.read(caller, id);
    return { problems: this.cases.workflows.verify(caller.tenant, document) };
  }

  @Get(':id/comments')
  @ApiOperation({ summary: '草稿上的批注 · What people say about places of a draft' })
  @ApiOkResponse({ standardSchema: CommentsOut })
  async comments(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<z.infer<typeof CommentsOut>> {
    await this.read(caller, id);
    return { items: await this.cases.definitions.draftComments.list(caller, id) };
  }

  @Post(':id/comments')
  @ApiOperation({ summary: '批注 · Say something about a place of a draft' })
  @ApiCreatedResponse({ standardSchema: CommentsOut })
  async comment(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: CommentBody }) body: z.infer<typeof CommentBody>,
  ): Promise<z.infer<typeof CommentsOut>> {
    requireEither(this.posts, caller);
    return { items: accepted(await this.cases.definitions.draftComments.add(caller, id, body)) };
  }

  @Put(':id/comments/:comment')
  @ApiOperation({ summary: '批注已处理，或重新打开 · Settle a comment, or open it again' })
  @ApiOkResponse({ standardSchema: CommentsOut })
  async settle(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Param('comment') comment: string,
    @Body({ schema: SettleBody }) { isResolved }: z.infer<typeof SettleBody>,
  ): Promise<z.infer<typeof CommentsOut>> {
    requireEither(this.posts, caller);
    return { items: accepted(await this.cases.definitions.draftComments.settle(caller, id, comment, isResolved)) };
  }

  private get drafts() {
    return this.cases.definitions.drafts;
  }

  private originOf(origin: z.infer<typeof DraftOriginBody>): DraftOrigin {
    switch (origin.kind) {
      case 'blank': {
        const at = organisationKinds.find((kind) => kind === this.posts[origin.post]?.at);
        const start = { post: origin.post, at: found<OrganisationKind>(at, 'post.unknown', { post: origin.post }) };
        return { kind: 'blank', key: origin.key, title: origin.title, start };
      }
      case 'template': {
        const template = this.templates.find(({ key }) => key === origin.template);
        return { ...origin, template: found(template, 'template.unknown', { template: origin.template }) };
      }
      default:
        return origin;
    }
  }
}
