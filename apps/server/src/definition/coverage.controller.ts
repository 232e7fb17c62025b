import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CASES, type Cases } from '#case';
import { type Caller, POSTS, type PostCatalogue } from '#directory';
import { type CitedIn, coverageOf, type Definition } from '#engine';
import { REPORTING, type Reporting } from '#reporting';
import { clauseSources } from '../../../../config/clauses.ts';
import { ApiProblems, found } from '../http/answer.ts';
import { CurrentCaller } from '../session/session.guard.ts';
import { CoverageOut, coverageQuery } from './coverage.schema.ts';
import { requireLooking } from './permission.ts';

type Out = z.infer<typeof CoverageOut>;
type CitationOut = Out['unknown'][number]['citations'][number];

@ApiTags('definitions')
@ApiProblems()
@Controller('definitions')
export class CoverageController {
  constructor(
    @Inject(CASES) private readonly cases: Cases,
    @Inject(REPORTING) private readonly reporting: Reporting,
    @Inject(POSTS) private readonly posts: PostCatalogue,
  ) {}

  @Get('coverage')
  @ApiOperation({
    summary: '条款覆盖：哪些条款已由流程执行、哪些还没有 · Which clauses the processes in force carry out, and which none does',
    description: 'Of all processes in force and of what schools report; or of one process alone.',
  })
  @ApiOkResponse({ standardSchema: CoverageOut })
  async coverage(
    @CurrentCaller() caller: Caller,
    @Query({ schema: coverageQuery }) { definition }: z.infer<typeof coverageQuery>,
  ): Promise<Out> {
    requireLooking(this.posts, caller);
    const definitions = await this.inForce(caller);
    if (definition !== undefined) {
      found(
        definitions.find(({ key }) => key === definition),
        'definition.unknown',
        { definition },
      );
    }
    const asked = definitions.filter(({ key }) => definition === undefined || key === definition);
    const reports = definition === undefined ? this.reports(caller) : [];
    return { ...covered(asked, reports), processes: definitions.map(({ key, title }) => ({ key, title })) };
  }

  private async inForce(caller: Caller): Promise<Definition[]> {
    const versions = await this.cases.definitions.versions.all(caller);
    const keys = [...new Set(versions.filter(({ state }) => state === 'in-force').map(({ key }) => key))];
    const latest = await Promise.all(keys.map((key) => this.cases.workflows.latest(caller.tenant, key)));
    return latest.flatMap((published) => (published === undefined ? [] : [published.workflow.definition]));
  }

  /** What schools report stands on clauses as well, which no process has to repeat. */
  private reports({ tenant }: Caller): Reported[] {
    return [...this.reporting.schemes.of(tenant).values()].flatMap((scheme) =>
      scheme.reports.flatMap(({ basis, title, streak, until }) =>
        until === undefined
          ? [...basis, ...(streak === undefined ? [] : [streak.rule])].map((number) => ({ number, title, scheme: scheme.title }))
          : [],
      ),
    );
  }
}

interface Reported {
  readonly number: string;
  readonly title: CitationOut['process'];
  readonly scheme: CitationOut['process'];
}

function covered(definitions: readonly Definition[], reports: readonly Reported[]): Omit<Out, 'processes'> {
  const numbers = clauseSources.flatMap(({ clauses }) => clauses.map(({ number }) => number));
  const { clauses, unknown } = coverageOf(numbers, definitions);
  const byNumber = new Map(clauses.map((clause) => [clause.number, clause]));
  const sources = clauseSources.map(({ document, title, clauses: listed }) => ({
    document,
    title,
    clauses: listed.map(({ number, article, text, isForProcesses }) => {
      const { isCovered = false, citations = [] } = byNumber.get(number) ?? {};
      const reported = distinct(reports.filter((report) => report.number === number).map(reportShown));
      return {
        number,
        article,
        text,
        isForProcesses,
        isCovered: isCovered || reported.length > 0,
        citations: [...distinct(citations.map(shown)), ...reported],
      };
    }),
  }));
  return { sources, unknown: unknown.map(({ number, citations }) => ({ number, citations: distinct(citations.map(shown)) })) };
}

const shown = ({ kind, definition, process, state, title, examples }: CitedIn): CitationOut => ({
  kind,
  definition,
  process,
  ...(state !== undefined && { state }),
  ...(title !== undefined && { title }),
  examples: examples.length,
});

const reportShown = ({ title, scheme }: Reported): CitationOut => ({ kind: 'report', process: scheme, title, examples: 0 });

/** One sentence for what several rules of one way or step say alike. */
const distinct = (citations: readonly CitationOut[]): CitationOut[] => [
  ...new Map(citations.map((citation) => [JSON.stringify(citation), citation])).values(),
];
