import type { Clock, Database } from '#platform';
import { Assignabilities, type AssignabilitiesParts } from '../assignability/assignabilities.ts';
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
  readonly assignabilities: Assignabilities;
}

export type DefinitionLifeParts = Omit<DraftsParts, 'store'> &
  AssignabilitiesParts & { readonly database: Database; readonly clock: Clock };

export function openDefinitionLife({ database, directory, workflows, clock, dueTimeOf }: DefinitionLifeParts): DefinitionLife {
  const drafts = new DraftStore(database);
  const store = new PublicationStore(database);
  const versions = new DefinitionStore(database);
  const assignabilities = new Assignabilities({ database, directory, clock });
  return {
    drafts: new Drafts({ store: drafts, workflows, clock, dueTimeOf }),
    draftComments: new DraftComments(database, clock),
    publications: new Publications({ database, versions, drafts, store, workflows, assignabilities, clock }),
    versions: new Versions({ database, store, workflows, clock }),
    assignabilities,
  };
}
