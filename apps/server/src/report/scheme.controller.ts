import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { businessDay, Clock } from '#platform';
import { REPORTING, type Reporting, type ReportRule, type Scheme, type SchemeChange } from '#reporting';
import { ApiProblems, accepted } from '../http/answer.ts';
import { ApiSeenVersion, countedVersion, SeenVersion } from '../http/seen-version.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { SchemeBody, SchemeChangedOut, SchemeDraftBody, SchemesOut, SchemeWithdrawalBody } from './scheme.schema.ts';

type SchemeOut = z.infer<typeof SchemesOut>['items'][number];
type RuleOut = SchemeOut['reports'][number];
type Changed = z.infer<typeof SchemeChangedOut>;

@ApiTags('reports')
@ApiProblems()
@Controller('report-schemes')
export class SchemeController {
  constructor(
    @Inject(REPORTING) private readonly reporting: Reporting,
    @Inject(POSTS) private readonly posts: PostCatalogue,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary:
      '报送制度：各省要求学校报送什么、何时、缺报的后果 · What provinces have their schools report, when, and what follows from misses',
  })
  @ApiOkResponse({ standardSchema: SchemesOut })
  list(@CurrentCaller() { tenant }: Caller): z.infer<typeof SchemesOut> {
    const { schemes } = this.reporting;
    const today = businessDay(this.clock.now());
    return { items: [...schemes.of(tenant).values()].map((scheme) => shown(scheme, schemes.changesOf(tenant, scheme.key), today)) };
  }

  @Put(':key')
  @ApiOperation({
    summary: '修改报送制度 · Change what schools report, and when',
    description:
      'From a day on that is still to come: the period it lies in runs to its end first, so that nothing that was told a school is altered.',
  })
  @ApiSeenVersion('The `version` of the scheme as it was looked at.')
  @ApiOkResponse({ standardSchema: SchemeChangedOut })
  async amend(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body({ schema: SchemeBody }) { source, ...draft }: z.infer<typeof SchemeBody>,
    @SeenVersion() seen: string | undefined,
  ): Promise<Changed> {
    requirePermission(this.posts, caller, 'rule.manage');
    return changed(await this.reporting.schemeCommands.amend({ caller, key, version: countedVersion(seen) }, draft, source));
  }

  @Post(':key/preview')
  @HttpCode(200)
  @ApiOperation({ summary: '预览修改的结果 · What a change would come to; nothing is changed' })
  @ApiSeenVersion('The `version` of the scheme as it was looked at.')
  @ApiOkResponse({ standardSchema: SchemeChangedOut })
  async preview(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body({ schema: SchemeDraftBody }) draft: z.infer<typeof SchemeDraftBody>,
    @SeenVersion() seen: string | undefined,
  ): Promise<Changed> {
    requirePermission(this.posts, caller, 'rule.manage');
    return changed(await this.reporting.schemeCommands.preview({ caller, key, version: countedVersion(seen) }, draft));
  }

  @Post(':key/withdrawal')
  @HttpCode(204)
  @ApiOperation({ summary: '撤销尚未施行的修改 · Take a change back that is still to come' })
  @ApiSeenVersion('The `version` of the scheme as it was looked at.')
  @ApiNoContentResponse({ description: 'What held before goes on.' })
  async withdraw(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body({ schema: SchemeWithdrawalBody }) { reason }: z.infer<typeof SchemeWithdrawalBody>,
    @SeenVersion() seen: string | undefined,
  ): Promise<void> {
    requirePermission(this.posts, caller, 'rule.manage');
    accepted(await this.reporting.schemeCommands.withdraw({ caller, key, version: countedVersion(seen) }, reason));
  }
}

function changed(outcome: Awaited<ReturnType<Reporting['schemeCommands']['preview']>>): Changed {
  const { schools, periods, ended } = accepted(outcome);
  const days = periods.map(({ report, periods: of }) => ({ report, periods: of.map(({ key, from, to }) => ({ key, from, to })) }));
  return { schools, periods: days, ended };
}

function shown(
  { key, title, documents, onCause, rule, reports }: Scheme,
  { version, changes }: ReturnType<Reporting['schemes']['changesOf']>,
  today: string,
): SchemeOut {
  const latest = changes.at(-1);
  const { since = '' } = (latest?.content ?? {}) as Partial<SchemeChange>;
  return {
    key,
    version: String(version),
    title,
    documents,
    onCause,
    rule,
    reports: reports.filter(({ until }) => until === undefined || until >= today).map(ruleShown),
    ...(latest && { latest: { since, source: latest.source, by: latest.by, at: latest.at.toISOString(), isPending: since > today } }),
  };
}

const ruleShown = ({ report, title, basis, cadence, since, until, streak }: ReportRule): RuleOut => ({
  report,
  title,
  basis,
  ...dueDays(cadence),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
  ...(streak && { streak }),
});

function dueDays(cadence: ReportRule['cadence']): Pick<RuleOut, 'every' | 'due'> {
  switch (cadence.every) {
    case 'half-month':
      return { every: cadence.every, due: cadence.dueDays };
    case 'month':
      return { every: cadence.every, due: [cadence.dueDay] };
    case 'week':
      return { every: cadence.every, due: [cadence.dueWeekday] };
  }
}
