import { z } from 'zod';
import { obligationStates, reports, violationKinds } from '#reporting';
import { FieldsIn, InstantOut, NamedOut, PageQuery, TextOut } from '../http/schema.ts';

const Day = z.iso.date().meta({ description: 'A day of the business zone, such as 2024-05-12.' });
const reason = z.string().trim().min(1).max(2000);
const state = z.enum(obligationStates);

export const RangeQuery = z.object({ from: Day.optional(), to: Day.optional() });
export const GridQuery = PageQuery.extend({ report: z.enum(reports), from: Day.optional(), to: Day.optional() });

const appeal = z.enum(['filed', 'accepted', 'dismissed']).optional();
const city = NamedOut.optional().meta({ description: 'Missing for a school that stands under no city.' });

const PeriodOut = z
  .object({ key: z.string(), from: z.string(), to: z.string(), opens: InstantOut, due: InstantOut })
  .meta({ id: 'Period', description: 'A report period; its days are both included, and it is due to the end of the last.' });

const obligation = {
  report: z.string(),
  title: TextOut,
  period: PeriodOut,
  state: state.meta({ description: 'M5 and M5c.' }),
  stateTitle: TextOut,
  isMiss: z.boolean().meta({ description: 'Whether it is held against the school as a miss.' }),
  submittedAt: InstantOut.optional(),
  grace: InstantOut.optional().meta({ description: 'Until when a returned report may be filed again.' }),
  appeal,
};

const SpanOut = z.object({ from: z.string(), to: z.string().optional(), reason: z.string() });
export const ParticipationOut = z
  .object({ scheme: z.string(), from: z.string(), to: z.string().optional(), suspensions: z.array(SpanOut).readonly() })
  .meta({ id: 'Participation', description: 'A school’s part in the pilot.' });

export const ParticipationBody = z
  .strictObject({
    scheme: z.string().min(1).max(60).meta({ description: 'Key of the reporting scheme.' }),
    from: Day,
    to: Day.optional(),
    suspensions: z
      .array(z.strictObject({ from: Day, to: Day.optional(), reason }))
      .max(50)
      .default([]),
    reason: reason.optional(),
  })
  .meta({ id: 'ParticipationChange' });

export const CalendarOut = z
  .object({
    school: NamedOut,
    participation: ParticipationOut,
    obligations: z.array(z.object(obligation).meta({ id: 'Obligation' })).readonly(),
  })
  .meta({ id: 'ReportCalendar' });

export const ReportOut = z
  .object({
    ...obligation,
    school: NamedOut,
    basis: z.array(z.string()).readonly(),
    form: z.object({ schema: z.unknown(), ui: z.unknown().optional(), fields: z.record(z.string(), z.unknown()).readonly() }),
    entries: z
      .array(
        z.object({
          id: z.string(),
          kind: z.string(),
          at: InstantOut,
          by: NamedOut.optional(),
          reason: z.string().optional(),
          grace: InstantOut.optional(),
          detail: z.string().optional(),
        }),
      )
      .readonly(),
    reminders: z.array(z.object({ rung: z.string(), at: InstantOut, sentAt: InstantOut.optional() })).readonly(),
  })
  .meta({ id: 'Report', description: 'A report with its form, what was filed, and all that was put down about it.' });

export const DraftBody = z.strictObject({ fields: FieldsIn }).meta({ id: 'ReportDraft' });
export const SubmissionBody = z
  .strictObject({ fields: FieldsIn.optional().meta({ description: 'The whole report; without it, what was saved last.' }) })
  .meta({ id: 'ReportSubmission' });
export const ReviewBody = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('accepted'), reason: reason.optional() }),
    z.strictObject({ outcome: z.literal('returned'), reason, grace: z.iso.datetime({ offset: true }) }),
  ])
  .meta({ id: 'ReportReview' });
export const ReasonBody = z.strictObject({ reason }).meta({ id: 'Reason' });
export const AppealDecisionBody = z.strictObject({ outcome: z.enum(['accepted', 'dismissed']), reason }).meta({ id: 'AppealDecision' });
export const UploadBody = z
  .strictObject({ reference: z.string().trim().min(1).max(200).meta({ description: 'The national platform’s receipt.' }) })
  .meta({ id: 'PlatformUpload' });
export const FindingBody = z.strictObject({ outcome: z.enum(['slow', 'normal']), reason }).meta({ id: 'Finding' });
export const ViolationBody = z.strictObject({ violation: z.enum(violationKinds), reason }).meta({ id: 'Violation' });

export const RecordedOut = z
  .object({ entry: z.string().meta({ description: 'The entry of the ledger.' }), at: InstantOut })
  .meta({ id: 'Recorded', description: 'What was put down, and on disk when this was sent.' });

export const GridOut = z
  .object({
    report: z.string(),
    periods: z.array(z.object({ key: z.string(), from: z.string(), to: z.string(), due: InstantOut })).readonly(),
    items: z
      .array(
        z.object({
          school: NamedOut,
          city,
          cells: z
            .record(z.string(), z.object({ state, stateTitle: TextOut, isMiss: z.boolean(), appeal }))
            .readonly()
            .meta({ description: 'By the key of the period.' }),
        }),
      )
      .readonly(),
    next: z.string().optional(),
  })
  .meta({ id: 'ReportGrid' });

export const StandingOut = z
  .object({
    school: NamedOut,
    city,
    scheme: z.string(),
    view: z.enum(['good', 'missed1', 'missed2', 'flagged']),
    streaks: z.record(z.string(), z.int()).readonly().meta({ description: 'Misses in a row there are now, by report.' }),
    causes: z
      .array(
        z.object({
          kind: z.enum(['misses', 'slow', 'violation']),
          rule: z.string(),
          violation: z.enum(violationKinds).optional(),
          obligations: z
            .array(
              z.object({
                report: z.string(),
                title: TextOut,
                period: z.string(),
                from: z.string(),
                to: z.string(),
                due: InstantOut,
                state,
                stateTitle: TextOut,
                appeal,
                submittedAt: InstantOut.optional(),
                notices: z.array(z.object({ rung: z.string(), sentAt: InstantOut })).readonly(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
    case: z.object({ instance: z.string(), states: z.array(z.string()).readonly(), openedAt: InstantOut }).optional(),
  })
  .meta({ id: 'Standing', description: 'How a school stands, and what that rests on.' });

export const StandingPageOut = z
  .object({ items: z.array(StandingOut).readonly(), next: z.string().optional() })
  .meta({ id: 'StandingPage' });
