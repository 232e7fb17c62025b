import { z } from 'zod';
import { InstantOut, TextOut } from '../http/schema.ts';

const Texts = z.array(TextOut).readonly();

const FieldOut = z
  .object({
    name: z.string(),
    title: TextOut,
    help: z.string().optional(),
    isRequired: z.boolean(),
    shownWhen: TextOut.optional().meta({ description: 'When it is asked for at all, where that is so only on a condition.' }),
    requiredWhen: TextOut.optional().meta({ description: 'When it is wanted, where that is so only on a condition.' }),
    isAttachment: z.boolean(),
  })
  .meta({ id: 'GuideField' });

const StepOut = z
  .object({
    path: z.string(),
    title: TextOut,
    bodies: Texts.meta({ description: 'Whom it asks; empty where nobody is.' }),
    how: TextOut.optional().meta({ description: 'How several of them come to one outcome.' }),
    outcomes: Texts,
    due: TextOut.optional(),
    basis: z.array(z.string()).readonly(),
    isOnTheWay: z.boolean().meta({ description: 'Whether a case comes here when all goes well.' }),
    required: Texts.meta({ description: 'What the body has to fill in.' }),
    turns: z
      .array(
        z.object({
          kind: z.enum(['pass', 'refuse', 'return', 'withdraw', 'time', 'other']),
          title: TextOut.optional(),
          to: TextOut,
        }),
      )
      .readonly()
      .meta({ description: 'Where it leads when it does not go forward.' }),
  })
  .meta({ id: 'GuideStep' });

const SourceOut = z
  .object({
    document: z.string(),
    title: TextOut,
    clauses: z.array(z.object({ number: z.string(), article: z.string(), text: TextOut })).readonly(),
  })
  .meta({ id: 'GuideSource', description: 'A notice with those of its clauses that the process carries out.' });

export const GuideOut = z
  .object({
    key: z.string(),
    version: z.int(),
    publishedAt: InstantOut,
    title: TextOut,
    description: TextOut.optional(),
    start: z.object({ posts: Texts, at: TextOut, bySystem: z.boolean() }),
    fields: z.array(FieldOut).readonly(),
    rules: z.array(z.object({ rule: z.string(), message: TextOut })).readonly(),
    steps: z.array(StepOut).readonly(),
    ends: Texts,
    longest: z.object({
      workingDays: z.int(),
      days: z.int(),
      unlimited: z.array(z.string()).readonly().meta({ description: 'Steps on the way that nothing says the end of.' }),
    }),
    notices: Texts,
    sources: z.array(SourceOut).readonly(),
  })
  .meta({ id: 'Guide', description: '办事指南, out of the version that runs.' });
