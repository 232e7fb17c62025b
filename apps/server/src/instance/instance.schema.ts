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

export const GraphOut = z
  .object({
    nodes: z
      .array(
        z
          .object({
            path: z.string(),
            title: TextOut,
            kind: z.enum(['step', 'errand', 'state', 'end']),
            posts: z
              .array(z.object({ key: z.string(), title: TextOut }))
              .readonly()
              .meta({ description: 'Posts that the definition asks there; empty where it is the applicant, or nobody.' }),
            isApplicants: z.boolean(),
            standing: z
              .enum(['here', 'ahead', 'behind', 'beside'])
              .meta({ description: 'It stands there, may come there, has only been there, or will not come there.' }),
            isOnTheWay: z.boolean().meta({ description: 'It comes there if all that is said from now on is yes.' }),
            visits: z
              .array(
                z.object({ enteredAt: InstantOut, leftAt: InstantOut.optional(), by: NamedOut.optional(), outcome: z.string().optional() }),
              )
              .readonly(),
          })
          .meta({ id: 'CaseGraphNode' }),
      )
      .readonly()
      .meta({ description: 'In the order in which a case comes to them when all goes well.' }),
    edges: z
      .array(
        z
          .object({
            from: z.string(),
            to: z.string(),
            kind: z.enum(['pass', 'return', 'refuse', 'withdraw', 'time', 'other', 'by-hand']),
            outcome: z.string().optional(),
            title: TextOut.optional(),
            takenAt: InstantOut.optional().meta({ description: 'When it was last gone along.' }),
            isAhead: z.boolean().meta({ description: 'The case may still go along it.' }),
          })
          .meta({ id: 'CaseGraphEdge' }),
      )
      .readonly(),
  })
  .meta({ id: 'CaseGraph', description: 'The machine of a case: where it has been, where it stands, what may come.' });

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
            earlier: z
              .array(z.object({ step: Titled, task: z.int(), by: NamedOut }))
              .readonly()
              .optional()
              .meta({ description: 'The decisions that the system counted.' }),
            outcome: z.string().optional(),
            settled: z.string().optional(),
            comment: z.string().optional(),
            formVersion: z.int(),
            attachments: z.array(z.object({ id: z.string(), sha256: z.string() })).readonly(),
            from: z.array(Titled).readonly(),
            to: z.array(Titled).readonly(),
            migration: z
              .object({ from: z.int(), to: z.int() })
              .optional()
              .meta({ description: 'Between which versions of its process the case was moved.' }),
            detail: z.unknown(),
            hash: z.string(),
          })
          .meta({ id: 'HistoryLine' }),
      )
      .readonly(),
  })
  .meta({ id: 'History' });

const version = z.coerce.number().int().min(1).max(1_000_000);

export const ChangesQuery = z.object({
  from: version.optional().meta({ description: 'Without it, the version before the later one.' }),
  to: version.optional().meta({ description: 'Without it, the version there is now.' }),
});

const FormVersionOut = z.object({ version: z.int(), writtenAt: InstantOut, writtenBy: NamedOut.optional() });

export const ChangesOut = z
  .object({
    from: FormVersionOut,
    to: FormVersionOut,
    changes: z
      .array(z.object({ field: z.string(), title: TextOut, was: z.unknown().optional(), is: z.unknown().optional() }))
      .readonly()
      .meta({ description: 'Fields that differ; a value is absent where it was, or is, empty.' }),
  })
  .meta({ id: 'FormChanges' });

export const VerificationOut = z
  .object({ isIntact: z.boolean(), rows: z.int(), brokenAt: z.int().optional(), isRebuilt: z.boolean().optional(), lastHash: z.string() })
  .meta({
    id: 'Verification',
    description: 'Whether the hash chain of the history holds, and whether playing it again comes to the case as it is.',
  });
