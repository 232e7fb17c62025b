import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases } from '#case';
import { type Caller, POSTS, type PostCatalogue } from '#directory';
import { guideOf } from '#engine';
import { clauseSources } from '../../../../config/clauses.ts';
import { ApiProblems, found } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { GuideOut } from './guide.schema.ts';

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class GuideController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get(':key/guide')
  @ApiOperation({
    summary: '办事指南 · What an applicant has to know of a process',
    description: 'Made from the latest published version, whenever it is asked for: it never says anything that does not run.',
  })
  @ApiOkResponse({ standardSchema: GuideOut })
  async guide(@CurrentCaller() { tenant }: Caller, @Param('key') key: string): Promise<z.infer<typeof GuideOut>> {
    const { workflow, version } = found(await this.cases.workflows.latest(tenant, key), 'definition.unknown', { definition: key });
    const titles = Object.fromEntries(Object.entries(this.posts).map(([post, { title }]) => [post, title]));
    const { basis, ...guide } = guideOf(workflow, titles);
    return { ...guide, version: version.version, publishedAt: version.publishedAt.toISOString(), sources: sourcesOf(basis) };
  }
}

/** The notices that these clauses stand in; a number that no notice knows is for whoever wrote the definition, not for applicants. */
const sourcesOf = (numbers: readonly string[]): z.infer<typeof GuideOut>['sources'] =>
  clauseSources
    .map(({ document, title, clauses }) => {
      const cited = clauses.filter(({ number }) => numbers.includes(number));
      return { document, title, clauses: cited.map(({ number, article, text }) => ({ number, article, text })) };
    })
    .filter(({ clauses }) => clauses.length > 0);
