import type { Caller, PostCatalogue } from '#directory';
import type { Workflows } from '../definition/workflows.ts';
import { type ListedInstance, listedInstance } from '../queries/started.query.ts';
import { readerOf } from '../queries/visibility.ts';
import type { SearchStore } from './search.store.ts';
import { piecesOf } from './words.ts';

export interface SearchResult {
  /** Those that changed last come first. */
  readonly items: readonly ListedInstance[];
  /** There are more; a longer question finds fewer. */
  readonly isMore: boolean;
}

/** Finds cases by number, title or organisation, also by the first letters of how they are read. */
export class Search {
  constructor(private readonly parts: { readonly store: SearchStore; readonly workflows: Workflows; readonly posts: PostCatalogue }) {}

  /** Everything that fits all pieces of the question and that the caller may read. */
  async find(caller: Caller, query: string, limit: number): Promise<SearchResult> {
    const { store, workflows, posts } = this.parts;
    const pieces = piecesOf(query);
    if (pieces.length === 0) return { items: [], isMore: false };
    const reader = readerOf(caller, posts);
    const within = reader[2].flatMap((path) =>
      path
        .split('/')
        .filter((id) => id !== '')
        .slice(-1),
    );
    const { rows, isMore } = await store.search({ tenant: caller.tenant, reader, within }, pieces, limit);
    return { items: await Promise.all(rows.map((row) => listedInstance(workflows, caller.tenant, row))), isMore };
  }
}
