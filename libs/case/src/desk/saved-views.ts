import { type Caller, namedPost, type PostCatalogue } from '#directory';
import type { Text } from '#engine';
import { type Clock, isId, type Refusal, refuse } from '#platform';
import type { SavedViewRow, SavedViewStore } from './saved-view.store.ts';

/** How a list is looked at: what it is narrowed to, what it shows, in which order. Their meaning is the console's. */
export interface ViewSettings {
  readonly filters: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly order?: string | undefined;
}

export interface ViewRequest {
  /** Which list: `tasks`, `started`, … */
  readonly list: string;
  readonly name: string;
  readonly settings: ViewSettings;
  /** A post that its owner holds. */
  readonly sharedWith?: { readonly post: string; readonly organisation: string } | undefined;
}

export interface SavedView {
  readonly id: string;
  readonly list: string;
  readonly name: string;
  readonly settings: ViewSettings;
  readonly owner: { readonly id: string; readonly name: string };
  readonly isMine: boolean;
  readonly sharedWith?: {
    readonly post: { readonly key: string; readonly title: Text };
    readonly organisation: { readonly id: string; readonly name: string };
  };
  readonly version: number;
}

/** A view that was changed by another window, as it is now. */
export interface ViewChanged extends Refusal {
  readonly code: 'view.changed';
  readonly current: SavedView;
}

const viewsOfOne = 100;

const holds = ({ posts }: Caller, post: string, organisation: string): boolean =>
  posts.some((held) => held.post === post && held.organisation === organisation);

/** Lists as people have arranged them, each for its owner and, where it is shared, for the holders of a post. */
export class SavedViews {
  constructor(private readonly parts: { readonly store: SavedViewStore; readonly posts: PostCatalogue; readonly clock: Clock }) {}

  async list(caller: Caller, of: string | undefined): Promise<SavedView[]> {
    return (await this.parts.store.list(caller, caller.posts, of ?? null)).map((row) => this.viewOf(caller, row));
  }

  /** Undefined when there is none that the caller has. */
  async read(caller: Caller, id: string): Promise<SavedView | undefined> {
    const row = isId(id) ? await this.parts.store.find(caller.tenant, id) : undefined;
    const isTheirs = row !== undefined && (row.owner_id === caller.person || holds(caller, row.post ?? '', row.organisation_id ?? ''));
    return isTheirs ? this.viewOf(caller, row) : undefined;
  }

  /**
   * Saves one under an id of the caller's own.
   * @param seen the version that was on the screen, if it is to be changed only as that
   */
  async put(caller: Caller, id: string, request: ViewRequest, seen: number | undefined): Promise<SavedView | Refusal | ViewChanged> {
    const { store, clock } = this.parts;
    const { list, name, settings, sharedWith } = request;
    const fault = await this.fault(caller, id, sharedWith);
    if (fault !== undefined) return fault;
    const { post = null, organisation = null } = sharedWith ?? {};
    const view = { list, name, settings, post, organisation };
    const isWritten = await store.put(caller, id, view, { at: clock.now(), seen: seen ?? null });
    const current = await this.read(caller, id);
    if (isWritten && current !== undefined) return current;
    if (current === undefined) return unknown;
    return current.isMine ? { kind: 'refused', code: 'view.changed', current } : notYours;
  }

  private async fault(caller: Caller, id: string, sharedWith: ViewRequest['sharedWith']): Promise<Refusal | undefined> {
    const { store } = this.parts;
    if (sharedWith !== undefined && !holds(caller, sharedWith.post, sharedWith.organisation)) return notHeld;
    if ((await store.find(caller.tenant, id)) !== undefined) return undefined;
    return (await store.count(caller)) >= viewsOfOne ? { ...tooMany, params: { limit: viewsOfOne } } : undefined;
  }

  async remove(caller: Caller, id: string): Promise<void> {
    if (isId(id) && (await this.parts.store.remove(caller, id))) return;
    throw refuse((await this.read(caller, id)) === undefined ? 'view.unknown' : 'view.not-yours');
  }

  private viewOf({ person }: Caller, row: SavedViewRow): SavedView {
    const { id, list, name, settings, owner_id: owner, owner_name: ownerName, post, organisation_id: organisation, version } = row;
    return {
      id,
      list,
      name,
      settings: settings as ViewSettings,
      owner: { id: owner, name: ownerName },
      isMine: owner === person,
      ...(post !== null &&
        organisation !== null && {
          sharedWith: { post: namedPost(this.parts.posts, post), organisation: { id: organisation, name: row.organisation_name ?? '' } },
        }),
      version,
    };
  }
}

const unknown: Refusal = { kind: 'refused', code: 'view.unknown' };
const notYours: Refusal = { kind: 'refused', code: 'view.not-yours' };
const notHeld: Refusal = { kind: 'refused', code: 'view.post-not-held' };
const tooMany: Refusal = { kind: 'refused', code: 'view.too-many' };
