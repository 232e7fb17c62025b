import type { AttachmentReference, Author, Entry, Fields, Happening } from '#engine';
import type { HistoryWrite } from '../store/commit.store.ts';

/** A row of a history as it is read, with the fields of the form's version it came with, if it came with one. */
export type ReadRow = Omit<HistoryWrite, 'at' | 'previous_hash' | 'hash'> & { readonly at: Date; readonly fields: Fields | null };

/** What happened, command by command, out of the rows that were written of it. */
export function happeningsOf(rows: readonly ReadRow[]): Happening[] {
  const happenings: (Happening & { readonly entries: Entry[] })[] = [];
  let fields: Fields = {};
  for (const row of rows) {
    fields = row.fields ?? fields;
    const last = happenings.at(-1);
    if (last?.id === row.command_id) last.entries.push(entryOf(row));
    else happenings.push({ id: row.command_id, at: row.at.toISOString(), entries: [entryOf(row)], fields });
  }
  return happenings;
}

/** The opposite of `historyRows`. */
function entryOf(row: ReadRow): Entry {
  const { form: _form, ...detail } = row.detail as Partial<Entry> & { readonly form?: string };
  const { step, task, outcome, settled, comment } = row;
  const attachments = row.attachments as readonly AttachmentReference[];
  return {
    kind: row.kind as Entry['kind'],
    author: authorOf(row),
    ...(step !== null && { step }),
    ...(task !== null && { task }),
    ...(outcome !== null && { outcome }),
    ...(settled !== null && { settled }),
    ...(comment !== null && { comment }),
    ...(attachments.length > 0 && { attachments }),
    ...detail,
    formVersion: row.form_version,
    from: row.from_states,
    to: row.to_states,
  };
}

function authorOf({ person_id: person, on_behalf_of: onBehalfOf, post, organisation_id: organisation }: ReadRow): Author {
  if (person === null) return { kind: 'system' };
  return {
    kind: 'person',
    person,
    ...(onBehalfOf !== null && { onBehalfOf }),
    ...(post !== null && { post }),
    ...(organisation !== null && { organisation }),
  };
}
