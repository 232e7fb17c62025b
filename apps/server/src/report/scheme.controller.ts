import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Caller, POSTS, type PostCatalogue, requirePermission } from '#directory';
import { businessDay, Clock } from '#platform';
import { REPORTING, type Reporting, type ReportRule, type Scheme, type SchemeChange } from '#reporting';
import { ApiProblems, accepted } from '../http/answer.ts';
import { ApiSeenVersion, countedVersion, SeenVersion } from '../http/seen-version.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { DryRunQuery, SchemeBody, SchemeChangedOut, SchemesOut, SchemeWithdrawalBody } from './scheme.schema.ts';

type SchemeOut = z.infer<typeof SchemesOut>['items'][number];
type RuleOut = SchemeOut['reports'][number];

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
      'From a day on that is still to come: the period it lies in runs to its end first, so that nothing that was told a school is altered. With dryRun=true it answers with what would be, and nothing changes.',
  })
  @ApiSeenVersion('The `version` of the scheme as it was looked at.')
  @ApiOkResponse({ standardSchema: SchemeChangedOut })
  async amend(
    @CurrentCaller() caller: Caller,
    @Param('key') key: string,
    @Body({ schema: SchemeBody }) { source, ...draft }: z.infer<typeof SchemeBody>,
    @Query({ schema: DryRunQuery }) { dryRun }: z.infer<typeof DryRunQuery>,
    @SeenVersion() seen: string | undefined,
  ): Promise<z.infer<typeof SchemeChangedOut>> {
    requirePermission(this.posts, caller, 'rule.manage');
    const amending = { caller, key, version: countedVersion(seen) };
    const { schemeCommands } = this.reporting;
    const answer = await (dryRun === 'true' ? schemeCommands.preview(amending, draft) : schemeCommands.amend(amending, draft, source));
    const { schools, periods, ended } = accepted(answer);
    const days = periods.map(({ report, periods: of }) => ({ report, periods: of.map(({ key: name, from, to }) => ({ key: name, from, to })) }));
    return { schools, periods: days, ended };
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
