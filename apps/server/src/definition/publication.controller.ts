import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, type Publication } from '#case';
import { type Caller, POSTS, type PostCatalogue, requirePermission, scopesOf } from '#directory';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { requireEither } from './permission.ts';
import { ConfirmationBody, DeclineBody, ProposalOut, ProposalsOut, PublicationBody, PublicationOut } from './publication.schema.ts';

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class PublicationController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Post('drafts/:id/publication')
  @HttpCode(200)
  @ApiOperation({
    summary: '发布草稿，或提请他人发布 · Publish a draft, or propose it to somebody who may',
    description:
      'Whoever may publish publishes, unless it takes two; whoever may only edit proposes. Refused while anything is wrong with the document, where a step would find nobody at some organisation, where it is nothing new, and where there is a version that was not seen.',
  })
  @ApiOkResponse({ standardSchema: PublicationOut })
  async publish(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: PublicationBody }) { effectiveOn, ...request }: z.infer<typeof PublicationBody>,
  ): Promise<z.infer<typeof PublicationOut>> {
    requireEither(this.posts, caller);
    const mayPublish = scopesOf(this.posts, caller, 'definition.publish').length > 0;
    const effectiveAt = effectiveOn === undefined ? undefined : new Date(`${effectiveOn}T00:00:00+08:00`);
    return publicationOf(accepted(await this.publications.publish(caller, id, { ...request, mayPublish, effectiveAt })));
  }

  @Get('proposals')
  @ApiOperation({ summary: '待确认的发布 · What is proposed to be published' })
  @ApiOkResponse({ standardSchema: ProposalsOut })
  async proposals(@CurrentCaller() caller: Caller): Promise<z.infer<typeof ProposalsOut>> {
    requireEither(this.posts, caller);
    return { items: await this.publications.open(caller) };
  }

  @Get('proposals/:id')
  @ApiOperation({ summary: '一项待确认的发布 · A proposal, with its document' })
  @ApiOkResponse({ standardSchema: ProposalOut })
  async proposal(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<z.infer<typeof ProposalOut>> {
    requireEither(this.posts, caller);
    return found(await this.publications.read(caller, id), 'proposal.unknown');
  }

  @Post('proposals/:id/confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: '确认发布（不能是提请人本人） · Publish what another has proposed' })
  @ApiOkResponse({ standardSchema: PublicationOut })
  async confirm(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: ConfirmationBody }) request: z.infer<typeof ConfirmationBody>,
  ): Promise<z.infer<typeof PublicationOut>> {
    requirePermission(this.posts, caller, 'definition.publish');
    return publicationOf(accepted(await this.publications.confirm(caller, id, request)));
  }

  @Post('proposals/:id/decline')
  @HttpCode(204)
  @ApiOperation({ summary: '不同意发布，或收回自己的提请 · Decline a proposal with a reason, or take one’s own back' })
  @ApiNoContentResponse()
  async decline(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body({ schema: DeclineBody }) { comment }: z.infer<typeof DeclineBody>,
  ): Promise<void> {
    requireEither(this.posts, caller);
    const mayPublish = scopesOf(this.posts, caller, 'definition.publish').length > 0;
    accepted(await this.publications.decline(caller, id, { comment, mayPublish }));
  }

  private get publications() {
    return this.cases.definitions.publications;
  }
}

function publicationOf(publication: Publication): z.infer<typeof PublicationOut> {
  if (publication.kind === 'published') {
    const { key, version, contentHash, effectiveAt } = publication.version;
    return { kind: 'published', key, version, contentHash, effectiveAt: effectiveAt.toISOString() };
  }
  const { key, contentHash, effectiveAt } = publication.proposal;
  return { kind: 'proposed', key, contentHash, ...(effectiveAt !== undefined && { effectiveAt }) };
}
