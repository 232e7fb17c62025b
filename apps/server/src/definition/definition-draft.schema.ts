import { z } from 'zod';
import { Definition } from '#engine';
import { InstantOut, NamedOut, TextOut } from '../http/schema.ts';

const Document = z.record(z.string(), z.unknown());
const Numbered = z.int().min(1).max(2_147_483_647);

const summary = {
  id: z.string(),
  key: z.string().nullable().meta({ description: 'As its document says; null where that says nothing that could be one.' }),
  title: TextOut.nullable(),
  basedOn: z.object({ key: z.string(), version: z.int() }).optional(),
  revision: z.int().meta({ description: 'Another after every saving.' }),
  author: NamedOut,
  createdAt: InstantOut,
  changedBy: NamedOut,
  changedAt: InstantOut,
  openComments: z.int(),
};

export const DefinitionDraftsOut = z
  .object({ items: z.array(z.object(summary).meta({ id: 'DefinitionDraftSummary' })).readonly() })
  .meta({ id: 'DefinitionDrafts' });

export const DefinitionDraftOut = z
  .object({ ...summary, document: Document.meta({ description: 'Any JSON object: it may be half written.' }) })
  .meta({ id: 'DefinitionDraft' });

const key = Definition.shape.key;
const title = Definition.shape.title;
const post = z.string().min(1).max(60);

export const DraftOriginBody = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('blank'), key, title, post: post.meta({ description: 'Whose holders start it.' }) }),
    z.strictObject({ kind: z.literal('template'), template: key, key, title }),
    z.strictObject({ kind: z.literal('version'), key, version: Numbered }),
    z.strictObject({ kind: z.literal('document'), document: Document }),
  ])
  .meta({ id: 'DraftOrigin', description: 'From blank, from a template, from a published version, or from a document that was imported.' });

export const SavedDraftBody = z
  .strictObject({ revision: Numbered.meta({ description: 'The revision it was typed on.' }), document: Document })
  .meta({ id: 'DefinitionDraftToSave' });

export const PresenceOut = z
  .object({
    revision: z.int(),
    changedBy: NamedOut,
    changedAt: InstantOut,
    others: z.array(z.object({ id: z.string(), name: z.string(), seenAt: InstantOut })).readonly(),
  })
  .meta({ id: 'DraftPresence', description: 'Who else has the draft open, and which revision it has by now.' });

export const CommentsOut = z
  .object({
    items: z
      .array(
        z
          .object({
            id: z.string(),
            pointer: z.string(),
            text: z.string(),
            author: NamedOut,
            writtenAt: InstantOut,
            resolved: z.object({ by: NamedOut, at: InstantOut }).optional(),
          })
          .meta({ id: 'DraftComment' }),
      )
      .readonly(),
  })
  .meta({ id: 'DraftComments' });

const Pointer = z
  .string()
  .max(1000)
  .regex(/^(\/([^~/]|~[01])*)*$/)
  .meta({ description: 'JSON Pointer into the document; empty for all of it.' });

export const CommentBody = z.strictObject({ pointer: Pointer, text: z.string().trim().min(1).max(2000) }).meta({ id: 'NewDraftComment' });
export const SettleBody = z.strictObject({ isResolved: z.boolean() }).meta({ id: 'DraftCommentSettled' });
