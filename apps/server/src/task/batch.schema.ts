import { z } from 'zod';
import { batchLimit } from '#case';
import { InstantOut, ProblemOut, TextOut, Titled } from '../http/schema.ts';

export const BatchBody = z
  .strictObject({
    tasks: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(60),
          formVersion: z.int().min(0).meta({ description: 'The version of the form that was on the screen.' }),
        }),
      )
      .min(1)
      .max(batchLimit)
      .refine((tasks) => new Set(tasks.map(({ id }) => id)).size === tasks.length, { error: 'each task once' })
      .meta({ description: `1 to ${batchLimit} tasks, each once.` }),
    outcome: z.string().min(1).max(60),
    comment: z.string().max(5000).optional(),
  })
  .meta({ id: 'Batch' });

const refusal = ProblemOut.optional().meta({ description: 'Why it is left out; absent when it is not.' });

const keptBecause = ProblemOut.optional().meta({ description: 'Why it stays decided.' });

export const BatchOutlookOut = z
  .object({
    possible: z.int(),
    leftOut: z.int(),
    tasks: z.array(z.object({ task: z.string(), title: TextOut.optional(), step: Titled.optional(), refusal })).readonly(),
  })
  .meta({ id: 'BatchOutlook', description: 'What deciding these tasks together would come to now, in their order.' });

export const BatchReportOut = z
  .object({
    id: z.string().meta({ description: 'Under which the report is read again.' }),
    outcome: z.string(),
    comment: z.string().optional(),
    decidedAt: InstantOut,
    decided: z.int(),
    leftOut: z.int(),
    undoUntil: InstantOut.optional().meta({ description: 'Until then it may be undone as a whole; absent where nothing was decided.' }),
    undo: z
      .object({ at: InstantOut, undone: z.int(), kept: z.int().meta({ description: 'How many stay decided.' }) })
      .optional()
      .meta({ description: 'Once it was undone.' }),
    tasks: z
      .array(
        z.object({
          task: z.string(),
          title: TextOut.optional(),
          sequence: z.int().optional().meta({ description: 'The history row of its case that it was decided by.' }),
          refusal,
          undo: z
            .object({ sequence: z.int().optional().meta({ description: 'The history row that took it back.' }), refusal: keptBecause })
            .optional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'BatchReport', description: 'What became of each task, in the order of the request.' });
