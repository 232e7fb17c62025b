import { businessDay, type Database } from '#platform';
import { chainLimit, sharedDefinitions } from './absence/chains.ts';
import { type HeldPost, postHolderKey, type Represented } from './posts.ts';
import { type DeputyshipRow, DirectoryStore, type HoldingRow, type OrganisationRow, type StaffedRow } from './store/directory.store.ts';

/** An organisation with those above it, by their level. */
export interface Lineage {
  readonly path: string;
  readonly byKind: Readonly<Record<string, { readonly id: string; readonly name: string; readonly type: string }>>;
}

interface Place {
  readonly lineage: Lineage;
  readonly holdings: readonly HoldingRow[];
  /** What was found for the very list of posts that was asked about, on the day it was last asked. */
  readonly found: WeakMap<readonly PostPlace[], { readonly day: string; readonly holders: Holders }>;
}

/** A post at a level of the organisation tree. */
interface PostPlace {
  readonly post: string;
  readonly at: string;
}

/** Who holds a post, and at which organisation, by `post@level`. */
type Holders = Readonly<Record<string, { readonly organisation: string; readonly holders: readonly string[] }>>;

/** An organisation with who holds posts there and above. */
export interface StaffedOrganisation {
  readonly id: string;
  readonly name: string;
  /** The organisation it is part of, by name. */
  readonly above?: string | undefined;
  readonly posts: Holders;
}

interface TenantCache {
  revision: string;
  readonly places: Map<string, Promise<Place | undefined>>;
  readonly holdings: Map<string, Promise<readonly HoldingRow[]>>;
  /** By day and deputy. */
  readonly deputyships: Map<string, Promise<readonly DeputyshipRow[]>>;
}

/** Entries kept of either kind for one tenant before the oldest make room. */
const maxEntries = 20_000;

/**
 * Who is where. Answers are kept in memory under the directory's revision: whoever learns of a newer one, from the
 * statement that locked a case or from a session's check, says so with `seen`, and everything older is forgotten.
 */
export class Directory {
  private readonly tenants = new Map<string, TenantCache>();

  private readonly store: DirectoryStore;

  constructor(database: Database) {
    this.store = new DirectoryStore(database);
  }

  seen(tenant: string, revision: string): void {
    const cache = this.cacheOf(tenant);
    if (cache.revision === revision) return;
    this.tenants.set(tenant, { revision, places: new Map(), holdings: new Map(), deputyships: new Map() });
  }

  /** The organisation and those above it, or undefined when it does not exist. */
  async lineage(tenant: string, organisation: string): Promise<Lineage | undefined> {
    return (await this.place(tenant, organisation))?.lineage;
  }

  /** The organisation with its name, which is empty when it does not exist. */
  async named(tenant: string, id: string): Promise<{ readonly id: string; readonly name: string }> {
    const levels = Object.values((await this.lineage(tenant, id))?.byKind ?? {});
    return { id, name: levels.find((level) => level.id === id)?.name ?? '' };
  }

  /** The posts a person holds on the day. */
  async postsOf(tenant: string, person: string, at: Date): Promise<HeldPost[]> {
    const { holdings } = this.cacheOf(tenant);
    const rows = await remember(holdings, person, () => this.store.holdingsOf(tenant, person));
    const day = businessDay(at);
    return rows.filter((row) => isHeld(row, day)).map(({ post, organisation_id, path }) => ({ post, organisation: organisation_id, path }));
  }

  /**
   * Whom a person represents on the day, the nearest first: those whose deputy they are, and those whose deputies in
   * turn are away. However the absences overlap, nobody is followed further than `chainLimit`, and nobody twice.
   */
  async representedBy(tenant: string, person: string, at: Date): Promise<Represented[]> {
    const day = businessDay(at);
    const found: Represented[] = [];
    let nearest: readonly DeputyshipRow[] = [{ person, definitions: null }];
    for (let length = 1; length <= chainLimit && nearest.length > 0; length += 1) {
      const next = await Promise.all(nearest.map((deputy) => this.standingIn(tenant, deputy, day)));
      const isNew = (row: DeputyshipRow) => row.person !== person && !found.some((known) => covers(known, row));
      nearest = next.flat().filter(isNew);
      for (const { person: of, definitions } of nearest) found.push({ person: of, definitions, posts: await this.postsOf(tenant, of, at) });
    }
    return found;
  }

  /**
   * Who holds each of the posts on the day, seen from an organisation: `{ post, at: 'school' }` is the post at the
   * school the organisation belongs to. Keys are `post@level`; a level the organisation has nobody at is left out.
   */
  async holdersOf(tenant: string, organisation: string, posts: readonly PostPlace[], at: Date): Promise<Holders> {
    const place = await this.place(tenant, organisation);
    if (place === undefined) return {};
    const day = businessDay(at);
    const known = place.found.get(posts);
    if (known?.day === day) return known.holders;
    const holders = holdersAt(place, posts, day);
    place.found.set(posts, { day, holders });
    return holders;
  }

  /** Every organisation of a level with who holds the posts there and above, as `holdersOf` has it for one; asked of the database at once. */
  async staffed(tenant: string, kind: string, posts: readonly PostPlace[], at: Date): Promise<StaffedOrganisation[]> {
    const names = [...new Set(posts.map(({ post }) => post))];
    const rows = await this.store.staffed(tenant, kind, names, businessDay(at));
    const chains = new Map<string, StaffedRow[]>();
    for (const row of rows) chains.set(row.place, [...(chains.get(row.place) ?? []), row]);
    return [...chains].map(([id, chain]) => ({ id, name: chain[0]?.name ?? '', above: chain[1]?.name, posts: holdersIn(chain, posts) }));
  }

  /** The keys by which whoever holds one of the posts anywhere is addressed. */
  async keysOf(tenant: string, posts: readonly string[]): Promise<string[]> {
    const places = await this.store.placesOf(tenant, posts);
    return places.map(({ post, organisation_id }) => postHolderKey(post, organisation_id));
  }

  /** Those of the people who are there and whose accounts are not disabled. */
  async activeAmong(tenant: string, people: readonly string[]): Promise<string[]> {
    return (await this.store.active(tenant, people)).map(({ id }) => id);
  }

  /** Those for whom somebody stands in, as far as the processes go that this is about. */
  private async standingIn(tenant: string, { person, definitions }: DeputyshipRow, day: string): Promise<DeputyshipRow[]> {
    const { deputyships } = this.cacheOf(tenant);
    const rows = await remember(deputyships, `${day} ${person}`, () => this.store.deputyshipsOf(tenant, person, day));
    return rows
      .map((row) => ({ person: row.person, definitions: sharedDefinitions(definitions, row.definitions) }))
      .filter((row) => row.definitions?.length !== 0);
  }

  private place(tenant: string, organisation: string): Promise<Place | undefined> {
    return remember(this.cacheOf(tenant).places, organisation, async () => {
      const chain = await this.store.chain(tenant, organisation);
      if (chain.length === 0) return undefined;
      const holdings = await this.store.holdingsAt(
        tenant,
        chain.map(({ id }) => id),
      );
      return { lineage: lineageOf(chain), holdings, found: new WeakMap() };
    });
  }

  private cacheOf(tenant: string): TenantCache {
    let cache = this.tenants.get(tenant);
    if (cache === undefined) {
      cache = { revision: '', places: new Map(), holdings: new Map(), deputyships: new Map() };
      this.tenants.set(tenant, cache);
    }
    return cache;
  }
}

function holdersIn(chain: readonly StaffedRow[], posts: readonly PostPlace[]): Holders {
  const found = posts.flatMap(({ post, at }) => {
    const level = chain.find(({ kind }) => kind === at);
    return level === undefined ? [] : [[`${post}@${at}`, { organisation: level.id, holders: level.posts[post] ?? [] }] as const];
  });
  return Object.fromEntries(found);
}

function lineageOf(chain: readonly OrganisationRow[]): Lineage {
  const byKind: Record<string, { id: string; name: string; type: string }> = {};
  for (const { kind, id, name, type } of chain) byKind[kind] ??= { id, name, type };
  return { path: chain[0]?.path ?? '', byKind };
}

function holdersAt({ lineage, holdings }: Place, posts: readonly PostPlace[], day: string): Holders {
  const found = posts.flatMap(({ post, at }) => {
    const level = lineage.byKind[at];
    if (level === undefined) return [];
    const holders = holdings
      .filter((row) => row.organisation_id === level.id && row.post === post && isHeld(row, day))
      .map(({ person_id }) => person_id);
    return [[`${post}@${at}`, { organisation: level.id, holders: [...new Set(holders)] }] as const];
  });
  return Object.fromEntries(found);
}

/** Whether one is represented already in all the processes this is about. */
const covers = (known: Represented, { person, definitions }: DeputyshipRow): boolean =>
  known.person === person && (known.definitions === null || definitions?.every((key) => known.definitions?.includes(key)) === true);

const isHeld = ({ valid_from, valid_to }: HoldingRow, day: string): boolean => valid_from <= day && (valid_to === null || day <= valid_to);

/** Keeps what is being loaded, so that many who ask at once ask once; what failed to load is not kept. */
function remember<T>(cache: Map<string, Promise<T>>, key: string, load: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const loading = load();
  cache.set(key, loading);
  if (cache.size > maxEntries) cache.delete(cache.keys().next().value ?? key);
  loading.catch(() => cache.delete(key));
  return loading;
}
