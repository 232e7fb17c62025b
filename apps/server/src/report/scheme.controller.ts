import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { REPORTING, type Reporting } from '#reporting';
import { ApiProblems } from '../http/answer.ts';
import { TextOut } from '../http/schema.ts';

const Clause = z.string().meta({ description: 'Such as R-AH21-35.' });

const SchemesOut = z
  .object({
    items: z
      .array(
        z
          .object({
            key: z.string(),
            title: TextOut,
            documents: z.array(z.string()).readonly(),
            onCause: z.enum(['circular', 'cancelReview']).meta({ description: 'What a case against a school begins with.' }),
            rule: Clause,
            reports: z
              .array(
                z.object({
                  report: z.string(),
                  title: TextOut,
                  basis: z.array(Clause).readonly(),
                  every: z.enum(['half-month', 'month', 'week']),
                  due: z
                    .array(z.int())
                    .readonly()
                    .meta({ description: 'Days of the month; of a weekly report the weekday, Monday being 1.' }),
                  streak: z
                    .object({ rule: Clause, limit: z.int(), missMeans: z.enum(['notFilled', 'notOnTime']) })
                    .optional()
                    .meta({ description: 'How many misses in a row are too many.' }),
                }),
              )
              .readonly(),
          })
          .meta({ id: 'ReportScheme' }),
      )
      .readonly(),
  })
  .meta({ id: 'ReportSchemes' });

type ReportOut = z.infer<typeof SchemesOut>['items'][number]['reports'][number];
type Cadence = Reporting['schemes'][number]['reports'][number]['cadence'];

@ApiTags('reports')
@ApiProblems()
@Controller('report-schemes')
export class SchemeController {
  constructor(@Inject(REPORTING) private readonly reporting: Reporting) {}

  @Get()
  @ApiOperation({
    summary:
      '报送制度：各省要求学校报送什么、何时、缺报的后果 · What provinces have their schools report, when, and what follows from misses',
  })
  @ApiOkResponse({ standardSchema: SchemesOut })
  list(): z.infer<typeof SchemesOut> {
    const items = this.reporting.schemes.map(({ key, title, documents, onCause, rule, reports }) => ({
      key,
      title,
      documents,
      onCause,
      rule,
      reports: reports.map(({ report, title: name, basis, cadence, streak }) => ({
        report,
        title: name,
        basis,
        ...dueDays(cadence),
        ...(streak && { streak }),
      })),
    }));
    return { items };
  }
}

function dueDays(cadence: Cadence): Pick<ReportOut, 'every' | 'due'> {
  switch (cadence.every) {
    case 'half-month':
      return { every: cadence.every, due: cadence.dueDays };
    case 'month':
      return { every: cadence.every, due: [cadence.dueDay] };
    case 'week':
      return { every: cadence.every, due: [cadence.dueWeekday] };
  }
}
