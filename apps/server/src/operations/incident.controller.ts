import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CASES, type Cases, type Terms } from '#case';
import { type Caller, notPermitted, POSTS, type PostCatalogue, scopesOf } from '#directory';
import { RefusedError } from '#platform';
import { ApiProblems, answerOf, type CommandAnswer } from '../http/answer.ts';
import { IdPipe } from '../http/id.ts';
import { InstantOut, TextOut } from '../http/schema.ts';
import { ApiTerms, OnTerms } from '../http/terms.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { CommandOut } from '../task/preview.schema.ts';

const IncidentsOut = z
  .object({
    items: z
      .array(
        z
          .object({
            id: z.string(),
            instance: z.string(),
            title: TextOut,
            step: z.string(),
            code: z.string(),
            detail: z.string().nullable(),
            openedAt: InstantOut,
          })
          .meta({ id: 'Incident' }),
      )
      .readonly(),
  })
  .meta({ id: 'Incidents' });

@ApiTags('incidents')
@ApiProblems()
@Controller('incidents')
export class IncidentController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get()
  @ApiOperation({ summary: '系统无法自行处理的异常，最早的在前 · What the system could not do by itself, the oldest first' })
  @ApiOkResponse({ standardSchema: IncidentsOut })
  async list(@CurrentCaller() caller: Caller): Promise<z.infer<typeof IncidentsOut>> {
    const scopes = scopesOf(this.posts, caller, 'incident.retry');
    if (scopes.length === 0) throw new RefusedError(notPermitted('incident.retry'));
    const rows = await this.cases.incidents.open(caller.tenant, scopes);
    const items = rows.map(({ id, instance_id, title_zh, title_en, step, code, detail, opened_at }) => ({
      id,
      instance: instance_id,
      title: { zh: title_zh, ...(title_en !== null && { en: title_en }) },
      step,
      code,
      detail,
      openedAt: opened_at.toISOString(),
    }));
    return { items };
  }

  @Post(':id/retry')
  @HttpCode(200)
  @ApiOperation({ summary: '重试 · Have it tried again' })
  @ApiTerms()
  @ApiOkResponse({ standardSchema: CommandOut })
  async retry(
    @CurrentCaller() caller: Caller,
    @Param('id', new IdPipe('incident.unknown')) id: string,
    @OnTerms() terms: Terms,
  ): Promise<CommandAnswer> {
    return answerOf(await this.cases.commands.retryIncident(caller, id, terms), async () => undefined);
  }
}
