import { z } from 'zod';
import { caseVerbs, taskVerbs } from '#case';
import { FieldsIn, InstantOut, NamedOut, TextOut, Titled } from '../http/schema.ts';
import { ParagraphOut } from '../meeting/meeting.schema.ts';
import { AssigneeOut, OwnTaskOut, paged, placeOut, ReturnedOut, workingDaysLeft } from '../task/task.schema.ts';

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

export const ListedInstanceOut = z.object({ ...head, place: placeOut }).meta({ id: 'ListedInstance' });

export const CopiedPageOut = z
  .object({
    items: z
      .array(
        ListedInstanceOut.extend({ copiedAt: InstantOut, copiedBy: NamedOut, comment: z.string().optional() }).meta({
          id: 'CopiedInstance',
        }),
      )
      .readonly(),
    ...paged,
  })
  .meta({ id: 'CopiedPage' });

export const InstancePageOut = z.object({ items: z.array(ListedInstanceOut).readonly(), ...paged }).meta({ id: 'InstancePage' });

const StepOut = z
  .object({
    path: z.string(),
    title: TextOut,
    visit: z.int(),
    openedAt: InstantOut,
    dueAt: InstantOut.optional(),
    workingDaysLeft,
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
          earlier: Titled.optional().meta({
            description: 'Its assignee was not asked again: what they approved in this step was counted.',
          }),
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

const RelatedOut = z
  .object({ id: z.string(), title: TextOut, states: z.array(Titled).readonly(), isFinished: z.boolean() })
  .meta({ id: 'RelatedInstance', description: 'A case beside the one that is read; whether the caller may read it is another matter.' });

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
      absent: z.array(z.string()).readonly().optional().meta({ description: 'Fields that do not apply to what is filled in.' }),
    }),
    steps: z.array(StepOut).readonly(),
    paragraphs: z.array(ParagraphOut).readonly().meta({ description: 'What meetings have decided of it, the oldest first.' }),
    returned: z.array(ReturnedOut).readonly(),
    carried: z
      .array(z.object({ step: Titled, people: z.array(AssigneeOut).readonly() }))
      .readonly()
      .meta({ description: '结转: steps that passed by themselves after the last return, with what these people had approved before it.' }),
    parent: RelatedOut.extend({ child: z.int() }).optional().meta({ description: 'The case that it was begun for.' }),
    children: z
      .array(
        z.object({
          number: z.int(),
          askedBy: Titled,
          definition: z.string(),
          instance: RelatedOut.optional(),
          isAwaited: z.boolean(),
          isHeld: z.boolean().meta({ description: 'It could not be begun, or its end not be taken: an incident says why.' }),
        }),
      )
      .readonly()
      .meta({ description: 'The cases it has asked for.' }),
    calls: z
      .array(
        z.object({
          number: z.int(),
          askedBy: Titled,
          to: z.string().meta({ description: 'The key of the webhook.' }),
          status: z.enum(['queued', 'failed', 'answered', 'given-up', 'cancelled']),
          attempts: z.int(),
          error: z.string().optional().meta({ description: 'What the last attempt failed with.' }),
          askedAt: InstantOut,
        }),
      )
      .readonly()
      .meta({ description: 'The webhooks it has called.' }),
    myTasks: z.array(OwnTaskOut).readonly(),
    mayWithdraw: z.boolean(),
    mayTakeBack: z.array(z.string()).readonly().meta({ description: 'My own decisions that I may take back, by their tasks.' }),
  })
  .meta({ id: 'Instance', description: 'A case as the caller may see it.' });

export const AllowedVerbsOut = z
  .object({
    verbs: z.array(z.enum(caseVerbs)).readonly(),
    tasks: z
      .array(z.object({ id: z.string(), step: Titled, verbs: z.array(z.enum(taskVerbs)).readonly() }))
      .readonly()
      .meta({ description: 'Open tasks that something may be done to, whosever they are.' }),
    jumpTo: z.array(Titled).readonly().meta({ description: 'Steps that the case may be moved to by hand; none for those who may not.' }),
    signers: z
      .array(z.object({ step: Titled, people: z.array(NamedOut).readonly() }))
      .readonly()
      .meta({ description: '减签: who was asked to sign, has not, and may be let off.' }),
    supplements: z
      .array(z.object({ step: Titled, fields: z.array(z.string()).readonly() }))
      .readonly()
      .meta({ description: '补充材料: open steps that take it, and of which fields.' }),
  })
  .meta({
    id: 'AllowedVerbs',
    description: 'What I may do in a case now, besides deciding, withdrawing and taking back, which the case itself tells.',
  });

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

export const CopyBody = z
  .strictObject({
    to: z
      .array(z.union([z.strictObject({ person: z.uuid() }), z.strictObject({ post: z.string().min(1).max(60), organisation: z.uuid() })]))
      .min(1)
      .max(50),
    comment: z.string().max(500).optional(),
  })
  .meta({ id: 'Copy', description: 'People, or posts at organisations, that may read the case from now on.' });

export const SupplementBody = z
  .strictObject({
    step: z.string().min(1).max(300).meta({ description: 'Path of the open step that takes it.' }),
    formVersion: z.int().min(1),
    fields: FieldsIn.default({}),
    comment: z.string().max(2000),
    attachments: z.array(z.uuid()).max(50).optional(),
  })
  .meta({ id: 'Supplement' });

export const JumpBody = z
  .strictObject({
    to: z.string().min(1).max(300).meta({ description: 'Path of the step.' }),
    comment: z.string().min(1).max(2000),
  })
  .meta({ id: 'Jump' });

export const ReasonBody = z.strictObject({ comment: z.string().min(1).max(2000) }).meta({ id: 'CaseReason' });
