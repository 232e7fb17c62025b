import { z } from 'zod';
import { FieldsIn, InstantOut, NamedOut, TextOut, Titled } from '../http/schema.ts';
import { ParagraphOut } from '../meeting/meeting.schema.ts';
import { AssigneeOut, OwnTaskOut } from '../task/task.schema.ts';

const head = {
  id: z.string(),
  number: z.string().meta({ description: 'The case number, as people quote it.' }),
  title: TextOut,
  definition: z.object({ key: z.string(), version: z.int(), title: TextOut }),
  states: z.array(Titled).readonly(),
  isFinished: z.boolean(),
  startedAt: InstantOut,
  changedAt: InstantOut,
};

export const InstancePageOut = z
  .object({ items: z.array(z.object(head).meta({ id: 'ListedInstance' })).readonly(), next: z.string().optional() })
  .meta({ id: 'InstancePage' });

const StepOut = z
  .object({
    path: z.string(),
    title: TextOut,
    visit: z.int(),
    openedAt: InstantOut,
    dueAt: InstantOut.optional(),
    policy: z.string(),
    isHeld: z.boolean(),
    tasks: z
      .array(
        z.object({
          id: z.string(),
          assignee: AssigneeOut,
          outcome: z.string().optional(),
          claimedBy: NamedOut.optional(),
          delegatedBy: NamedOut.optional(),
          addedBy: NamedOut.optional(),
        }),
      )
      .readonly(),
    signing: z
      .array(
        z.object({
          place: z.enum(['before', 'after']),
          policy: z.string(),
          assignee: AssigneeOut,
          tasks: z.array(z.string()).readonly(),
        }),
      )
      .readonly()
      .meta({ description: 'Who waits for others to sign, before they decide or after they have.' }),
  })
  .meta({ id: 'OpenStep' });

export const InstanceOut = z
  .object({
    ...head,
    isSuspended: z.boolean(),
    organisation: NamedOut,
    applicant: NamedOut.optional().meta({ description: 'Absent where the system began the case.' }),
    sequence: z.int(),
    form: z.object({
      version: z.int(),
      schema: z.unknown(),
      ui: z.unknown().optional(),
      fields: z.record(z.string(), z.unknown()).readonly(),
    }),
    steps: z.array(StepOut).readonly(),
    paragraphs: z.array(ParagraphOut).readonly().meta({ description: 'What meetings have decided of it, the oldest first.' }),
    myTasks: z.array(OwnTaskOut).readonly(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'Instance', description: 'A case as the caller may see it.' });

export const StartBody = z
  .strictObject({
    definition: z.string().min(1).max(60).meta({ description: 'The key of the process.' }),
    organisation: z.uuid().meta({ description: 'The organisation the case is to belong to.' }),
    fields: FieldsIn.default({}),
  })
  .meta({ id: 'Start' });

export const UrgeBody = z
  .strictObject({
    step: z.string().min(1).max(300).optional().meta({ description: 'Only this step, by its path; without it, every open one.' }),
    comment: z.string().max(200).optional(),
  })
  .meta({ id: 'Urge' });

export const ReasonBody = z.strictObject({ comment: z.string().min(1).max(2000) }).meta({ id: 'Reason' });

export const HistoryOut = z
  .object({
    lines: z
      .array(
        z
          .object({
            sequence: z.int(),
            at: InstantOut,
            kind: z.string(),
            by: z
              .object({
                id: z.string(),
                name: z.string(),
                post: z.object({ key: z.string(), title: TextOut }).optional(),
                organisation: z.string().optional(),
              })
              .optional(),
            onBehalfOf: NamedOut.optional().meta({ description: 'In whose place a deputy did it.' }),
            step: Titled.optional(),
            task: z.int().optional(),
            people: z.array(NamedOut).readonly().optional().meta({ description: 'Others whom it concerns.' }),
            outcome: z.string().optional(),
            settled: z.string().optional(),
            comment: z.string().optional(),
            formVersion: z.int(),
            attachments: z.array(z.object({ id: z.string(), sha256: z.string() })).readonly(),
            from: z.array(Titled).readonly(),
            to: z.array(Titled).readonly(),
            detail: z.unknown(),
            hash: z.string(),
          })
          .meta({ id: 'HistoryLine' }),
      )
      .readonly(),
  })
  .meta({ id: 'History' });

export const VerificationOut = z
  .object({ isIntact: z.boolean(), rows: z.int(), brokenAt: z.int().optional(), lastHash: z.string() })
  .meta({ id: 'Verification', description: 'Whether the hash chain of the history holds.' });
