import { z } from 'zod';
import { FieldsIn, InstantOut, NamedOut, TextOut } from '../http/schema.ts';

const List = z.enum(['tasks', 'decided', 'started', 'copied', 'follow-up']);

const word = z.string().min(1).max(60);
const settings = {
  filters: z
    .record(word, z.string().max(300))
    .refine((filters) => Object.keys(filters).length <= 30)
    .meta({ description: 'The query parameters of the list, by their names.' }),
  columns: z.array(word).max(40),
  order: word.optional(),
};

export const ViewsQuery = z.object({ list: List.optional() });

export const ViewBody = z
  .strictObject({
    list: List,
    name: z.string().trim().min(1).max(60),
    settings: z.strictObject(settings),
    sharedWith: z.strictObject({ post: word, organisation: z.uuid() }).optional().meta({ description: 'A post that I hold.' }),
  })
  .meta({ id: 'SavedViewBody' });

export const ViewOut = z
  .object({
    id: z.string(),
    list: z.string(),
    name: z.string(),
    settings: z.object({
      filters: z.record(z.string(), z.string()),
      columns: z.array(z.string()).readonly(),
      order: z.string().optional(),
    }),
    owner: NamedOut,
    isMine: z.boolean(),
    sharedWith: z.object({ post: z.object({ key: z.string(), title: TextOut }), organisation: NamedOut }).optional(),
    version: z.int().meta({ description: 'To be sent as If-Match with a change.' }),
  })
  .meta({ id: 'SavedView' });

export const ViewsOut = z.object({ items: z.array(ViewOut).readonly() }).meta({ id: 'SavedViews' });

export const DraftBody = z.strictObject({ organisation: z.uuid().optional(), fields: FieldsIn }).meta({ id: 'StartDraftBody' });

export const DraftOut = z
  .object({
    definition: z.object({ key: z.string(), title: TextOut }),
    organisation: z.string().optional(),
    fields: FieldsIn.readonly(),
    version: z.string().meta({ description: 'To be sent as If-Match with the next saving.' }),
    savedAt: InstantOut,
  })
  .meta({ id: 'StartDraft' });

export const DraftsOut = z.object({ items: z.array(DraftOut).readonly() }).meta({ id: 'StartDrafts' });
