import { z } from 'zod';
import { handoverLimit } from '#case';
import { InstantOut, NamedOut, ProblemOut, TextOut } from '../http/schema.ts';
import { briefTask } from '../task/task.schema.ts';

const successors = z.record(z.string().min(1).max(60), z.uuid());

const succession = {
  successor: z.uuid().meta({ description: 'Id of the person to whom everything goes that goes to nobody else.' }),
  byDefinition: successors.optional().meta({ description: 'Successors for single processes, by their keys.' }),
  byTask: successors.optional().meta({ description: 'Successors for single tasks, by their ids.' }),
  claimed: z
    .enum(['release', 'transfer'])
    .optional()
    .meta({ description: 'What becomes of a post’s task that the person has claimed: its post’s again (`release`), or the successor’s.' }),
};

export const SuccessionBody = z.strictObject(succession).meta({ id: 'Succession' });

export const HandoverBody = z
  .strictObject({
    ...succession,
    comment: z.string().min(1).max(2000).meta({ description: 'Why; it is kept in the history of each case.' }),
  })
  .meta({ id: 'Handover' });

const refusal = ProblemOut.optional();
const Post = z.object({ key: z.string(), title: TextOut });

export const HandoverPreviewOut = z
  .object({
    person: NamedOut,
    expected: z.string().meta({ description: 'To be sent as If-Match with the hand-over itself.' }),
    possible: z.int(),
    leftOut: z.int(),
    elsewhere: z.int().meta({ description: 'Tasks of theirs in organisations where the caller may hand on nothing.' }),
    hasMore: z.boolean().meta({ description: `Whether there are more than the ${handoverLimit} that are handed over in one go.` }),
    tasks: z
      .array(
        z.object({
          ...briefTask,
          isClaimed: z.boolean().optional(),
          isOwnCase: z.boolean().optional().meta({ description: 'They applied themselves, and the case waits for them.' }),
          successor: NamedOut.optional().meta({ description: 'Absent where it goes back to its post.' }),
          refusal,
        }),
      )
      .readonly(),
    posts: z
      .array(z.object({ post: Post, organisation: NamedOut, firstDay: z.string(), lastDay: z.string().optional() }))
      .readonly()
      .meta({ description: 'They are not ended by a hand-over.' }),
    absences: z
      .array(z.object({ id: z.string(), person: NamedOut, deputy: NamedOut, firstDay: z.string(), lastDay: z.string() }))
      .readonly(),
    meetings: z
      .array(z.object({ id: z.string(), body: Post, number: z.string(), heldAt: InstantOut, items: z.int() }))
      .readonly()
      .meta({ description: 'Open meetings that they opened or belong to; any secretary of the body goes on with them.' }),
  })
  .meta({ id: 'HandoverPreview' });

const summary = {
  id: z.string(),
  handedBy: NamedOut,
  comment: z.string(),
  begunAt: InstantOut,
  finishedAt: InstantOut.optional().meta({ description: 'Absent while it is being done, or was interrupted.' }),
};

export const HandoverReportOut = z
  .object({
    ...summary,
    handed: z.int(),
    leftOut: z.int(),
    tasks: z
      .array(
        z.object({
          task: z.string(),
          title: TextOut.optional(),
          successor: NamedOut.optional(),
          sequence: z.int().optional().meta({ description: 'The history row of its case.' }),
          refusal,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'HandoverReport', description: 'What became of each task, in the order of the preview.' });

export const HandoverListOut = z.object({ items: z.array(z.object(summary)).readonly() }).meta({ id: 'HandoverList' });
