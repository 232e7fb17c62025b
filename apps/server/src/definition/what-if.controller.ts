import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CASES, type Cases } from '#case';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import type { Workflow } from '#engine';
import { ApiProblems, accepted, found } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { WhatIfBody, WhatIfOut } from './what-if.schema.ts';

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class WhatIfController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Post(':key/what-if')
  @HttpCode(200)
  @ApiOperation({
    summary: '若按另一版流程办理，已办结的申请会怎样 · How closed cases would have gone by another version, a draft or any document',
    description:
      'Closed cases are told again, the latest first, some at a time; nothing is written. What a history does not say is marked.',
  })
  @ApiOkResponse({ standardSchema: WhatIfOut })
  async ask(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body({ schema: WhatIfBody }) { by, before, limit }: z.infer<typeof WhatIfBody>,
  ): Promise<z.infer<typeof WhatIfOut>> {
    requirePermission(this.posts, caller, 'definition.edit');
    const other = await this.workflowOf(caller, key, by);
    return accepted(await this.cases.whatIfs.of(caller, other, { key, before, limit }));
  }

  private async workflowOf(caller: Caller, key: string, by: z.infer<typeof WhatIfBody>['by']): Promise<Workflow> {
    const { tenant } = caller;
    if (by.kind === 'version') {
      return found(await this.cases.workflows.get(tenant, key, by.version), 'definition.unknown', { definition: key }).workflow;
    }
    const document =
      by.kind === 'document'
        ? by.document
        : found(await this.cases.definitions.drafts.read(caller, by.draft), 'definition-draft.unknown').document;
    return accepted(this.cases.workflows.compile(tenant, document));
  }
}
