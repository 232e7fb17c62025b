import type { Entry } from './entry.ts';
import type { PostHolders, World } from './result.ts';
import type { Fields, Instant, OrganisationId, PersonId } from './state.ts';

/** When a command happens and what the host knows then. */
export interface Moment {
  readonly at: Instant;
  readonly world: World;
  readonly signal?: Fields;
}

/** The world as one command sees it, with a note of who held the posts it asked for: the history tells it. */
export class AskedWorld implements World {
  readonly posts: World['posts'];
  readonly facts: World['facts'];
  private readonly asked: Record<string, readonly PersonId[]> = {};

  constructor({ posts, facts }: World) {
    this.facts = facts;
    this.posts = Object.fromEntries(Object.entries(posts).map(([key, held]) => [key, new AskedPost(key, held, this.asked)]));
  }

  /** The entries of the command, the first of them with who held the posts. */
  toldIn([first, ...rest]: readonly Entry[]): readonly Entry[] {
    if (first === undefined) return [];
    return [Object.keys(this.asked).length === 0 ? first : { ...first, holders: this.asked }, ...rest];
  }
}

class AskedPost implements PostHolders {
  readonly organisation: OrganisationId;

  constructor(
    private readonly key: string,
    private readonly held: PostHolders,
    private readonly asked: Record<string, readonly PersonId[]>,
  ) {
    this.organisation = held.organisation;
  }

  get holders(): readonly PersonId[] {
    this.asked[this.key] = this.held.holders;
    return this.held.holders;
  }
}
