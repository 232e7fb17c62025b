import type { Caller, PostCatalogue } from '#directory';
import { type Logger, refuse } from '#platform';
import { readerOf } from '../queries/visibility.ts';
import { type Audience, concerns, Gathering, type News } from './gathering.ts';
import type { NewsRow, NewsStore } from './news.store.ts';

/** What a screen is sent, with the number to name when it comes back after it was cut off. */
export type Told =
  /** It hears from now on of everything after this number. */
  | { readonly kind: 'ready'; readonly id: string }
  /** Too much has happened, or it is too long ago: everything has to be read anew. */
  | { readonly kind: 'reset'; readonly id: string }
  | { readonly kind: 'news'; readonly id: string; readonly news: News };

/** Screens that one person may have open on one server. */
const screensOfOne = 8;
/** Rows that are read at once. */
const portion = 1_000;
/** For how many milliseconds news is put together before it is told. */
const gatherFor = 200;

/** Somebody's screen that hears of what concerns them. */
export class Screen {
  private readonly gathering = new Gathering();
  private waiting: NewsRow[] | undefined = [];
  private send: ((told: Told) => void) | undefined;
  private flush: NodeJS.Timeout | undefined;
  private isClosed = false;
  private upTo = 0n;

  constructor(
    private audience: Audience,
    private readonly close: (screen: Screen) => void,
  ) {}

  /** Up to where it has heard everything, or will at the next sending. */
  get position(): string {
    return String(this.upTo);
  }

  /** From here on it is told of everything; what came while it caught up is told first. */
  begin(send: (told: Told) => void): void {
    this.send = send;
    this.schedule();
  }

  /** The person has other posts now. */
  isFor(audience: Audience): void {
    this.audience = audience;
  }

  hear(row: NewsRow): void {
    if (this.waiting !== undefined) this.waiting.push(row);
    else this.take(row);
  }

  /** What was missed is known up to a number; what was heard meanwhile follows. */
  caughtUp(upTo: string, rows: readonly NewsRow[]): void {
    for (const row of rows) this.gathering.add(this.audience, row);
    this.upTo = BigInt(upTo);
    const heard = this.waiting ?? [];
    this.waiting = undefined;
    for (const row of heard) this.take(row);
  }

  end(): void {
    this.isClosed = true;
    clearTimeout(this.flush);
    this.close(this);
  }

  private take(row: NewsRow): void {
    if (BigInt(row.id) <= this.upTo) return;
    this.upTo = BigInt(row.id);
    if (!concerns(this.audience, row)) return;
    this.gathering.add(this.audience, row);
    this.schedule();
  }

  private schedule(): void {
    if (this.gathering.isEmpty || this.send === undefined || this.isClosed) return;
    this.flush ??= setTimeout(() => {
      this.flush = undefined;
      this.send?.({ kind: 'news', id: this.position, news: this.gathering.take() });
    }, gatherFor);
  }
}

interface Tenant {
  readonly screens: Set<Screen>;
  /** The last that was read for its screens; old while there are none. */
  position: string;
}

/**
 * Tells the screens that hang on one server what concerns each of them. Rows are read once for all of them, and only when
 * PostgreSQL has said that there are any.
 */
export class Newsroom {
  private readonly tenants = new Map<string, Tenant>();
  private readonly counts = new Map<string, number>();
  private reading: Promise<void> | undefined;
  private isAskedAgain = false;

  constructor(private readonly parts: { readonly news: NewsStore; readonly posts: PostCatalogue; readonly logger: Logger }) {}

  audienceOf(caller: Caller): Audience {
    const [, keys, scopes] = readerOf(caller, this.parts.posts);
    return { keys: new Set(keys), scopes };
  }

  /**
   * Opens a screen and says what it is told first. What comes after that is told once the screen has begun.
   * @param since the number it was told last, if it was cut off
   * @throws RefusedError `events.too-many`
   */
  async open(caller: Caller, since: string | undefined): Promise<{ readonly screen: Screen; readonly first: Told }> {
    const owner = `${caller.tenant} ${caller.person}`;
    const count = this.counts.get(owner) ?? 0;
    if (count >= screensOfOne) throw refuse('events.too-many', { limit: screensOfOne });
    this.counts.set(owner, count + 1);
    const screen = new Screen(this.audienceOf(caller), (ended) => this.left(caller.tenant, owner, ended));
    try {
      const tenant = await this.join(caller.tenant, screen);
      return { screen, first: await this.firstOf(screen, caller, tenant, since) };
    } catch (error) {
      screen.end();
      throw error;
    }
  }

  /** There may be something to read. While a reading is under way, one more follows it. */
  heard(): void {
    this.isAskedAgain = true;
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
  }

  private async firstOf(screen: Screen, caller: Caller, { position }: Tenant, since: string | undefined): Promise<Told> {
    if (since === undefined) {
      screen.caughtUp(position, []);
      return { kind: 'ready', id: position };
    }
    const [, keys, scopes] = readerOf(caller, this.parts.posts);
    const { oldest, newest, isTooMuch, rows } = await this.parts.news.missed(caller.tenant, since, { keys, scopes });
    const isKept = oldest !== null && newest !== null && BigInt(since) >= BigInt(oldest) - 1n && BigInt(since) <= BigInt(newest);
    const isComplete = isKept && !isTooMuch;
    const upTo = newest ?? '0';
    screen.caughtUp(upTo, isComplete ? rows : []);
    return { kind: isComplete ? 'ready' : 'reset', id: isComplete ? since : upTo };
  }

  /** Where a tenant stands is looked up when the first of its screens is opened. */
  private async join(name: string, screen: Screen): Promise<Tenant> {
    const tenant = this.tenants.get(name) ?? { screens: new Set(), position: '0' };
    this.tenants.set(name, tenant);
    if (tenant.screens.size === 0) {
      const latest = await this.parts.news.latest(name);
      // Another may have come first, and news may have been read for it.
      if (tenant.screens.size === 0) tenant.position = latest;
    }
    tenant.screens.add(screen);
    return tenant;
  }

  private left(tenant: string, owner: string, screen: Screen): void {
    const count = (this.counts.get(owner) ?? 1) - 1;
    if (count === 0) this.counts.delete(owner);
    else this.counts.set(owner, count);
    this.tenants.get(tenant)?.screens.delete(screen);
  }

  private async read(): Promise<void> {
    while (this.isAskedAgain) {
      this.isAskedAgain = false;
      try {
        for (const [name, tenant] of this.tenants) while (await this.readOf(name, tenant)) continue;
      } catch (error) {
        // The listener notices too, and asks again as soon as it listens.
        this.parts.logger.warn({ err: error }, 'news cannot be read');
      }
    }
  }

  /** True when there may be more. */
  private async readOf(name: string, tenant: Tenant): Promise<boolean> {
    if (tenant.screens.size === 0) return false;
    const rows = await this.parts.news.after(name, tenant.position, portion);
    for (const row of rows) {
      if (BigInt(row.id) <= BigInt(tenant.position)) continue;
      tenant.position = row.id;
      for (const screen of tenant.screens) screen.hear(row);
    }
    return rows.length === portion;
  }
}
