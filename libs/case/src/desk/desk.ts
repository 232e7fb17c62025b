import { FollowUp, type FollowUpParts } from '../follow-up/follow-up.ts';
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
  readonly followUp: FollowUp;
}

export function createDesk({ database, workflows, posts, clock, dueTimeOf }: FollowUpParts): Desk {
  const searchStore = new SearchStore(database);
  return {
    news: new NewsStore(database),
    savedViews: new SavedViews({ store: new SavedViewStore(database), posts, clock }),
    startDrafts: new StartDrafts(database, workflows, clock),
    search: new Search({ store: searchStore, workflows, posts }),
    searchStore,
    followUp: new FollowUp({ database, workflows, posts, clock, dueTimeOf }),
  };
}
