import type { Clock, Database } from '#platform';
import { DefinitionStore } from '../store/definition.store.ts';
import { DraftStore } from './draft.store.ts';
import { DraftComments } from './draft-comments.ts';
import { Drafts, type DraftsParts } from './drafts.ts';
import { PublicationStore } from './publication.store.ts';
import { Publications } from './publications.ts';
import { Versions } from './versions.ts';

/** What administrators do to definitions before, while and after they are in force. */
export interface DefinitionLife {
  readonly drafts: Drafts;
  readonly draftComments: DraftComments;
  readonly publications: Publications;
  readonly versions: Versions;
}

export type DefinitionLifeParts = Omit<DraftsParts, 'store'> & { readonly database: Database; readonly clock: Clock };

export function openDefinitionLife({ database, workflows, clock, dueTimeOf }: DefinitionLifeParts): DefinitionLife {
  const drafts = new DraftStore(database);
  const store = new PublicationStore(database);
  return {
    drafts: new Drafts({ store: drafts, workflows, clock, dueTimeOf }),
    draftComments: new DraftComments(database, clock),
    publications: new Publications({ database, versions: new DefinitionStore(database), drafts, store, workflows, clock }),
    versions: new Versions({ database, store, workflows, clock }),
  };
}
