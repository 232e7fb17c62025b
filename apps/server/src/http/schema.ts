import { z } from 'zod';
import type { Json as FieldValue } from '#engine';

/** Parts that several schemas of the API share. Instants are ISO 8601 in UTC. */
export const TextOut = z.object({ zh: z.string(), en: z.string().optional() }).meta({ id: 'Text' });
export const Titled = z.object({ path: z.string(), title: TextOut });
export const NamedOut = z.object({ id: z.string(), name: z.string() });
export const InstantOut = z.string().meta({ format: 'date-time' });

export const ProblemOut = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'A sentence in the caller’s language that says what to do.' }),
    code: z.string().meta({ description: 'Stable; for programs.' }),
    rules: z.array(z.object({ rule: z.string(), message: z.string() })).optional(),
    fields: z
      .array(z.object({ path: z.string().meta({ description: 'JSON Pointer.' }), code: z.string(), message: z.string() }))
      .optional(),
    problems: z.array(z.object({ code: z.string(), pointer: z.string(), message: z.string() })).optional(),
    items: z
      .array(z.object({ task: z.string(), paragraph: z.int(), title: z.string(), code: z.string(), detail: z.string() }))
      .readonly()
      .optional()
      .meta({ description: 'The items that keep a meeting from being closed.' }),
    deficiencies: z
      .array(z.object({ number: z.int(), text: z.string() }))
      .readonly()
      .optional()
      .meta({ description: 'Items of a list of what is to be mended that nothing was said to.' }),
    current: z.unknown().optional().meta({ description: 'The case as it is now, where the request was made on an older view of it.' }),
    difference: z.unknown().optional().meta({
      description: 'Of command.outdated: which parts of the preview differ, what has happened since, and the preview as it is now.',
    }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

const Json: z.ZodType<FieldValue> = z
  .lazy(() => z.union([z.null(), z.boolean(), z.number(), z.string(), z.array(Json), z.record(z.string(), Json)]))
  .meta({ id: 'Json' });

/** Fields of a form: any JSON, checked by the engine against the definition’s own schema. */
export const FieldsIn = z.record(z.string().max(60), Json);

/** What somebody may do with each field of a form. */
export const AccessOut = z.record(z.string(), z.enum(['hidden', 'read', 'write', 'required'])).readonly();

export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  after: z.string().max(200).optional().meta({ description: '`next` of the page before.' }),
});
