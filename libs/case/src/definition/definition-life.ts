import type { Clock, Database } from '#platform';
import { DraftStore } from './draft.store.ts';
import { DraftComments } from './draft-comments.ts';
import { Drafts, type DraftsParts } from './drafts.ts';

/** What administrators do to definitions before, while and after they are in force. */
export interface DefinitionLife {
  readonly drafts: Drafts;
  readonly draftComments: DraftComments;
}

export type DefinitionLifeParts = Omit<DraftsParts, 'store'> & { readonly database: Database; readonly clock: Clock };

export function openDefinitionLife({ database, ...parts }: DefinitionLifeParts): DefinitionLife {
  return {
    drafts: new Drafts({ ...parts, store: new DraftStore(database) }),
    draftComments: new DraftComments(database, parts.clock),
  };
}
