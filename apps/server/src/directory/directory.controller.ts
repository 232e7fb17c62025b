import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Caller, DirectoryLookup } from '#directory';
import { ApiProblems } from '../http/answer.ts';
import { NamedOut, TextOut } from '../http/schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';

const OrganisationsOut = z
  .object({
    items: z
      .array(z.object({ id: z.string(), parent: z.string().optional(), kind: z.string(), type: z.string(), name: z.string() }))
      .readonly(),
  })
  .meta({ id: 'Organisations' });

const PeopleQuery = z.object({
  q: z.string().max(60).default('').meta({ description: 'Part of a name, of an organisation’s, or of a post’s title.' }),
  organisation: z.uuid().optional().meta({ description: 'Only at this organisation and below.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const PeopleOut = z
  .object({
    items: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          posts: z.array(z.object({ key: z.string(), title: TextOut, organisation: NamedOut })).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'People' });

@ApiTags('directory')
@ApiProblems()
@Controller()
export class DirectoryController {
  constructor(private readonly lookup: DirectoryLookup) {}

  @Get('organisations')
  @ApiOperation({ summary: '我所在机构的上级与下级 · The organisations above and below my posts, those above first' })
  @ApiOkResponse({ standardSchema: OrganisationsOut })
  async organisations(@CurrentCaller() caller: Caller): Promise<z.infer<typeof OrganisationsOut>> {
    return { items: await this.lookup.organisations(caller) };
  }

  @Get('people')
  @ApiOperation({ summary: '查找同事：转办、委派、加签、代理时选人 · Find colleagues, to hand a task to, to ask, or to name as a deputy' })
  @ApiOkResponse({ standardSchema: PeopleOut })
  async people(
    @CurrentCaller() caller: Caller,
    @Query({ schema: PeopleQuery }) query: z.infer<typeof PeopleQuery>,
  ): Promise<z.infer<typeof PeopleOut>> {
    return { items: await this.lookup.people(caller, query) };
  }
}
