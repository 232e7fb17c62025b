import { Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { CASES, type Cases, type StaffingIncidentRow, type Terms } from '#case';
import { type Caller, notPermitted, POSTS, type PostCatalogue, scopesOf } from '#directory';
import { RefusedError } from '#platform';
import { listed, StaffingFindingOut } from '../definition/assignability.schema.ts';
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
    processes: z
      .array(
        z
          .object({
            id: z.string(),
            key: z.string(),
            version: z.int(),
            title: TextOut,
            level: z.string(),
            findings: z.array(StaffingFindingOut).readonly(),
            openedAt: InstantOut,
            changedAt: InstantOut,
          })
          .meta({ id: 'ProcessIncident', description: 'A step found somebody everywhere, and does not since posts have changed.' }),
      )
      .readonly()
      .meta({ description: 'Looked at every night; each is over once somebody is found again.' }),
  })
  .meta({ id: 'Incidents' });

const processOf = ({ id, key, version, title, level, findings, opened_at, changed_at }: StaffingIncidentRow) => ({
  id,
  key,
  version,
  title,
  level,
  findings: findings.map(listed),
  openedAt: opened_at.toISOString(),
  changedAt: changed_at.toISOString(),
});

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
    const processes = await this.cases.nightlyStaffing.open(caller.tenant);
    return { items, processes: processes.map(processOf) };
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
