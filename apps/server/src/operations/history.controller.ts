import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CASES, type Cases } from '#case';
import type { Caller } from '#directory';
import { ApiProblems, accepted } from '../http/answer.ts';
import { TextOut } from '../http/schema.ts';
import { VerificationOut } from '../instance/history.schema.ts';
import { CurrentCaller } from '../session/session.guard.ts';

const HistoriesQuery = z.object({
  limit: z.coerce.number().int().min(1).max(50).default(20),
  after: z.uuid().optional().meta({ description: '`next` of the page before.' }),
});

const HistoriesOut = z
  .object({
    items: z
      .array(z.object({ id: z.string(), number: z.string(), title: TextOut, ...VerificationOut.shape }).meta({ id: 'VerifiedCase' }))
      .readonly(),
    next: z.string().optional(),
  })
  .meta({ id: 'VerifiedCases' });

@ApiTags('operations')
@ApiProblems()
@Controller('operations/histories')
export class HistoryController {
  constructor(@Inject(CASES) private readonly cases: Cases) {}

  @Get()
  @ApiOperation({
    summary:
      '逐件重新验算审批记录的哈希链，先发起的在前 · Reckon the hash chains of many cases anew, a page at a time, the first begun first',
  })
  @ApiOkResponse({ standardSchema: HistoriesOut })
  async verify(
    @CurrentCaller() caller: Caller,
    @Query({ schema: HistoriesQuery }) page: z.infer<typeof HistoriesQuery>,
  ): Promise<z.infer<typeof HistoriesOut>> {
    return accepted(await this.cases.verifiedCases.following(caller, page));
  }
}
