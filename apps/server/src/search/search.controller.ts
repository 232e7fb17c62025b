import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CASES, type Cases, type SearchResult } from '#case';
import type { Caller } from '#directory';
import { ApiProblems } from '../http/answer.ts';
import { ListedInstanceOut } from '../instance/instance.schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';

const SearchQuery = z.object({
  q: z.string().min(1).max(100).meta({ description: 'Pieces of at least two characters, separated by spaces: all have to fit.' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

const SearchOut = z
  .object({
    items: z.array(ListedInstanceOut).readonly(),
    isMore: z.boolean().meta({ description: 'There are more; a longer question finds fewer.' }),
  })
  .meta({ id: 'SearchResult' });

@ApiTags('search')
@ApiProblems()
@Controller('search')
export class SearchController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get()
  @ApiOperation({
    summary: '查找申请：编号、标题（含证书）、学校，或拼音首字母 · Find cases by number, title, certificate, school, or pinyin initials',
    description: 'Within what I may see, the latest first. A case is found about a second after it began; #12 is the number alone.',
  })
  @ApiOkResponse({ standardSchema: SearchOut })
  find(@CurrentCaller() caller: Caller, @Query({ schema: SearchQuery }) { q, limit }: z.infer<typeof SearchQuery>): Promise<SearchResult> {
    return this.cases.search.find(caller, q, limit);
  }
}
