import { z } from 'zod';
import { findingOutcomes } from '#case';
import { FieldsIn, InstantOut, NamedOut, PageQuery, TextOut, Titled } from '../http/schema.ts';
import { PreviewOut } from '../task/preview.schema.ts';
import { listedTask } from '../task/task.schema.ts';

const Instant = z.iso.datetime({ offset: true });
const count = z.int().min(0).max(10_000);
const text = z.string().trim().min(1).max(5000);
const task = z.string().max(60).meta({ description: 'A task by its id.' });
const tasks = z.array(task).min(1).max(200);

const body = z.string().min(1).max(60).meta({ description: 'Key of the body’s post, such as president-meeting.' });

export const BodyQuery = PageQuery.extend({ body, organisation: z.uuid() });
export const QueueQuery = BodyQuery.extend({
  cutOff: Instant.optional().meta({ description: 'Only what came to the body by this instant.' }),
});

const Member = z.strictObject({
  name: z.string().trim().min(1).max(100),
  person: z.uuid().optional().meta({ description: 'Their account, if they have one: an applicant has to be recused.' }),
  isPresent: z.boolean(),
});
const members = z.array(Member).min(1).max(200).meta({ description: 'Everybody who belongs to the body, and who is there.' });

export const MeetingBody = z
  .strictObject({
    body,
    organisation: z.uuid(),
    number: z.string().trim().min(1).max(60).meta({ description: 'Such as 2021年第4次.' }),
    heldAt: Instant,
    cutOff: Instant,
    members,
  })
  .meta({ id: 'MeetingPlan' });

export const MembersBody = z.strictObject({ members }).meta({ id: 'MeetingMembers' });
export const TasksBody = z.strictObject({ tasks }).meta({ id: 'AgendaTasks' });
export const CancellationBody = z.strictObject({ reason: text }).meta({ id: 'MeetingCancellation' });

const Tally = z.strictObject({ for: count, against: count, abstained: count });
const outcome = z.enum(findingOutcomes);

export const FindingBody = z
  .strictObject({
    outcome,
    text: text.meta({ description: 'What the minutes say of it.' }),
    formVersion: z.int().min(1).meta({ description: 'The version of the form that was before the meeting.' }),
    recusals: z.array(z.string().max(100)).max(200).default([]).meta({ description: 'Names of members present who take no part.' }),
    tally: Tally.optional().meta({ description: 'Of those present and not recused; needed unless the item is deferred.' }),
    conditions: text.optional().meta({ description: 'With `passed-with-conditions` only.' }),
    fields: FieldsIn.optional().meta({ description: 'Fields of the form that the step wants filled in.' }),
  })
  .meta({ id: 'MeetingFinding' });

const head = {
  id: z.string(),
  body: z.object({ key: z.string(), title: TextOut }),
  organisation: NamedOut,
  number: z.string(),
  heldAt: InstantOut,
  cutOff: InstantOut,
  state: z.enum(['open', 'closed', 'cancelled']),
};

const MinutesOut = z
  .object({
    text: z.string(),
    sha256: z.string().meta({ description: 'Of the text in UTF-8; it stands in the history of every case that was heard.' }),
    signedBy: NamedOut,
    signedAt: InstantOut,
  })
  .meta({ id: 'Minutes', description: '会议纪要' });

export const MeetingOut = z
  .object({
    ...head,
    members: z.array(z.object({ name: z.string(), person: z.string().optional(), isPresent: z.boolean() })).readonly(),
    items: z
      .array(
        z.object({
          paragraph: z.int(),
          task: z.object({ ...listedTask, isOpen: z.boolean() }),
          caseNumber: z.string(),
          formVersion: z.int().meta({ description: 'Of the case’s form as it is now; sent along with what is recorded.' }),
          asks: z
            .array(z.string())
            .readonly()
            .meta({ description: 'Fields of the form that are filled in with what the meeting came to.' }),
          finding: z
            .object({
              outcome,
              text: z.string(),
              recusals: z.array(z.string()).readonly(),
              tally: z.object({ for: z.int(), against: z.int(), abstained: z.int() }).optional(),
              conditions: z.string().optional(),
              formVersion: z.int().optional(),
              fields: z.record(z.string(), z.unknown()).readonly().optional(),
            })
            .optional(),
          sequence: z.int().optional().meta({ description: 'The line of the case’s history it became.' }),
        }),
      )
      .readonly(),
    reason: z.string().optional().meta({ description: 'Why it was cancelled.' }),
    minutes: MinutesOut.optional(),
  })
  .meta({ id: 'Meeting' });

/** The reply to a closing: the meeting as it is then or, with `dryRun=true`, what would become of its items. */
export const ClosingOut = z.union([
  MeetingOut,
  z
    .object({
      expected: z.string().meta({ description: 'Sent back as If-Match with the closing itself.' }),
      minutes: z.string().meta({ description: 'What would be signed.' }),
      items: z.array(z.object({ task: z.string(), paragraph: z.int(), title: z.string(), preview: PreviewOut })).readonly(),
    })
    .meta({ id: 'ClosingPreview', description: 'What closing the meeting would do. Nothing was done.' }),
]);

export const MeetingPageOut = z
  .object({ items: z.array(z.object(head)).readonly(), next: z.string().optional() })
  .meta({ id: 'MeetingPage' });

export const QueueOut = z
  .object({
    items: z
      .array(
        z.object({
          ...listedTask,
          meeting: z
            .object({ id: z.string(), number: z.string() })
            .optional()
            .meta({ description: 'The open meeting it is to be heard in.' }),
        }),
      )
      .readonly(),
    next: z.string().optional(),
  })
  .meta({ id: 'MeetingQueue' });

export const ParagraphOut = z
  .object({
    meeting: z.string(),
    body: z.object({ key: z.string(), title: TextOut }),
    number: z.string(),
    paragraph: z.int(),
    heldAt: InstantOut,
    step: Titled,
    outcome,
    text: z.string(),
    conditions: z.string().optional(),
    sequence: z.int(),
  })
  .meta({ id: 'CaseParagraph', description: 'What a meeting’s minutes say of a case.' });
