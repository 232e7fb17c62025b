import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases } from '#case';
import { type Caller, Directory, POSTS, type PostCatalogue } from '#directory';
import { type Assignability, assignabilityOf, postsAsked, type Workflow } from '#engine';
import { Clock } from '#platform';
import { ApiProblems, found } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { AssignabilityOut } from './assignability.schema.ts';
import { requireEither } from './permission.ts';

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class AssignabilityController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  @Get(':key/assignability')
  @ApiOperation({
    summary: '每个单位的每个环节能否找到办理人 · Whether every step finds somebody, at every organisation that may start the process',
    description: 'Of the latest version, with who holds which post today: nobody, one person alone, the applicant, the same person twice.',
  })
  @ApiOkResponse({ standardSchema: AssignabilityOut })
  async assignability(@CurrentCaller() caller: Caller, @Param('key') key: string): Promise<z.infer<typeof AssignabilityOut>> {
    requireEither(this.posts, caller);
    const { workflow } = found(await this.cases.workflows.latest(caller.tenant, key), 'definition.unknown', { definition: key });
    return this.resolved(caller.tenant, workflow);
  }

  private async resolved(tenant: string, workflow: Workflow): Promise<Assignability> {
    const { subject } = workflow.definition;
    return assignabilityOf(workflow, await this.directory.staffed(tenant, subject, postsAsked(workflow), this.clock.now()));
  }
}
