import type { PostCatalogue } from '#directory';
import type { Clock, Database } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { NewsStore } from '../news/news.store.ts';
import { SearchStore } from '../search/search.store.ts';
import { Search } from '../search/search.ts';
import { SavedViewStore } from './saved-view.store.ts';
import { SavedViews } from './saved-views.ts';
import { StartDrafts } from './start-drafts.ts';

/** What people have on their screens besides the cases themselves. */
export interface Desk {
  readonly news: NewsStore;
  readonly savedViews: SavedViews;
  readonly startDrafts: StartDrafts;
  readonly search: Search;
  readonly searchStore: SearchStore;
}

interface DeskParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
}

export function createDesk({ database, workflows, posts, clock }: DeskParts): Desk {
  const searchStore = new SearchStore(database);
  return {
    news: new NewsStore(database),
    savedViews: new SavedViews({ store: new SavedViewStore(database), posts, clock }),
    startDrafts: new StartDrafts(database, workflows, clock),
    search: new Search({ store: searchStore, workflows, posts }),
    searchStore,
  };
}
