import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases, fingerprintOf } from '#case';
import { type Caller, POSTS, type PostCatalogue } from '#directory';
import type { Workflow } from '#engine';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { AssignabilityOut, listed, placeQuery, StaffedPlacesOut } from './assignability.schema.ts';
import { requireEither } from './permission.ts';

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class AssignabilityController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get('drafts/:id/assignability')
  @ApiOperation({
    summary: '草稿的每个环节在各单位能否找到办理人 · The same of a draft as it stands',
    description: 'Refused as definition.faulty where the document does not compile: nobody can be found for what is no step.',
  })
  @ApiOkResponse({ standardSchema: AssignabilityOut })
  async ofDraft(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<z.infer<typeof AssignabilityOut>> {
    return this.report(caller, await this.drafted(caller, id));
  }

  @Get('drafts/:id/assignability/places')
  @ApiOperation({ summary: '草稿在各单位各环节由谁办理 · Who would be asked by a draft, organisation by step' })
  @ApiOkResponse({ standardSchema: StaffedPlacesOut })
  async draftPlaces(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Query({ schema: placeQuery }) query: z.infer<typeof placeQuery>,
  ): Promise<z.infer<typeof StaffedPlacesOut>> {
    return this.table(caller, await this.drafted(caller, id), query);
  }

  @Get('proposals/:id/assignability')
  @ApiOperation({ summary: '待确认的发布能否在各单位找到办理人 · The same of what is proposed to be published' })
  @ApiOkResponse({ standardSchema: AssignabilityOut })
  async ofProposal(@CurrentCaller() caller: Caller, @Param('id') id: string): Promise<z.infer<typeof AssignabilityOut>> {
    requireEither(this.posts, caller);
    const { document } = found(await this.cases.definitions.publications.read(caller, id), 'proposal.unknown');
    return this.report(caller, accepted(this.cases.workflows.compile(caller.tenant, document)));
  }

  @Get(':key/assignability')
  @ApiOperation({
    summary: '每个单位的每个环节能否找到办理人 · Whether every step finds somebody, at every organisation that may start the process',
    description: 'Of the latest version, with who holds which post today: nobody, one person alone, the applicant, the same person twice.',
  })
  @ApiOkResponse({ standardSchema: AssignabilityOut })
  async assignability(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<z.infer<typeof AssignabilityOut>> {
    return this.report(caller, await this.inForce(caller, key));
  }

  @Get(':key/assignability/places')
  @ApiOperation({ summary: '各单位各环节由谁办理 · Who would be asked, organisation by step' })
  @ApiOkResponse({ standardSchema: StaffedPlacesOut })
  async places(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Query({ schema: placeQuery }) query: z.infer<typeof placeQuery>,
  ): Promise<z.infer<typeof StaffedPlacesOut>> {
    return this.table(caller, await this.inForce(caller, key), query);
  }

  private async report({ tenant }: Caller, workflow: Workflow): Promise<z.infer<typeof AssignabilityOut>> {
    const found = await this.assignabilities.of(tenant, workflow);
    return {
      ...found,
      title: workflow.definition.title,
      fingerprint: fingerprintOf(found),
      findings: found.findings.map(listed),
    };
  }

  private table({ tenant }: Caller, workflow: Workflow, { page = '1', search, only }: z.infer<typeof placeQuery>) {
    return this.assignabilities.table(tenant, workflow, { page: Number(page), search, isTroubled: only !== undefined });
  }

  private async drafted(caller: Caller, id: string): Promise<Workflow> {
    requireEither(this.posts, caller);
    const { document } = found(await this.cases.definitions.drafts.read(caller, id), 'definition-draft.unknown');
    return accepted(this.cases.workflows.compile(caller.tenant, document));
  }

  private async inForce(caller: Caller, key: string): Promise<Workflow> {
    requireEither(this.posts, caller);
    return found(await this.cases.workflows.latest(caller.tenant, key), 'definition.unknown', { definition: key }).workflow;
  }

  private get assignabilities() {
    return this.cases.definitions.assignabilities;
  }
}
