import { z } from 'zod';
import { InstantOut, NamedOut, TextOut, Titled } from '../http/schema.ts';

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
