import { z } from 'zod';
import { reports } from '#reporting';
import { InstantOut, TextOut } from '../http/schema.ts';

const Clause = z.string().meta({ description: 'Such as R-AH21-35.' });
const DayOut = z.string().meta({ format: 'date' });

const RuleOut = z.object({
  report: z.enum(reports),
  title: TextOut,
  basis: z.array(Clause).readonly(),
  every: z.enum(['half-month', 'month', 'week']),
  due: z.array(z.int()).readonly().meta({ description: 'Days of the month; of a weekly report the weekday, Monday being 1.' }),
  since: DayOut.optional().meta({ description: 'The first day of its first period, where it takes the place of another or was added.' }),
  until: DayOut.optional().meta({ description: 'The last day of its last period, where something else takes its place.' }),
  streak: z
    .object({ rule: Clause, limit: z.int(), missMeans: z.enum(['notFilled', 'notOnTime']) })
    .optional()
    .meta({ description: 'How many misses in a row are too many.' }),
});

export const SchemesOut = z
  .object({
    items: z
      .array(
        z
          .object({
            key: z.string(),
            version: z.string().meta({ description: 'To be sent as If-Match by whoever changes it.' }),
            title: TextOut,
            documents: z.array(z.string()).readonly(),
            onCause: z.enum(['circular', 'cancelReview']).meta({ description: 'What a case against a school begins with.' }),
            rule: Clause,
            reports: z.array(RuleOut).readonly().meta({ description: 'Those that hold, and those that will.' }),
            latest: z
              .object({ since: DayOut, source: z.string(), by: z.string(), at: InstantOut, isPending: z.boolean() })
              .optional()
              .meta({ description: 'The latest change; while it is pending it can be withdrawn.' }),
          })
          .meta({ id: 'ReportScheme' }),
      )
      .readonly(),
  })
  .meta({ id: 'ReportSchemes' });

const dayOfMonth = z.int().min(1).max(28);

const draft = {
  since: z.iso.date().meta({ description: 'From which day on. The period that it lies in runs to its end first.' }),
  reports: z
    .array(
      z.strictObject({
        report: z.enum(reports),
        cadence: z.discriminatedUnion('every', [
          z.strictObject({ every: z.literal('half-month'), dueDays: z.tuple([dayOfMonth, dayOfMonth]) }),
          z.strictObject({ every: z.literal('month'), dueDay: dayOfMonth }),
          z.strictObject({ every: z.literal('week'), dueWeekday: z.int().min(1).max(7) }),
        ]),
        limit: z.int().min(1).max(12).optional().meta({ description: 'How many misses in a row are too many.' }),
      }),
    )
    .min(1)
    .max(reports.length),
};

export const SchemeDraftBody = z.strictObject(draft);
export const SchemeBody = z.strictObject({
  ...draft,
  source: z.string().trim().min(1).max(300).meta({ description: 'The document that says so.' }),
});

export const SchemeWithdrawalBody = z.strictObject({ reason: z.string().trim().min(1).max(300) });

const PeriodOut = z.object({ key: z.string(), from: DayOut, to: DayOut });

export const SchemeChangedOut = z
  .object({
    schools: z.int().meta({ description: 'Schools that report by it.' }),
    periods: z
      .array(z.object({ report: z.enum(reports), periods: z.array(PeriodOut).readonly() }))
      .readonly()
      .meta({ description: 'The first periods that are other than they were.' }),
    ended: z
      .array(z.object({ report: z.enum(reports), until: DayOut }))
      .readonly()
      .meta({ description: 'Reports that are asked for no more, with the last day of their last period.' }),
  })
  .meta({ id: 'ReportSchemeChanged' });
