import { isId, newId, type Refusal, type Tx } from '#platform';
import { type Caller, isWithinScopes, namedPost } from '../posts.ts';
import type { Administration, Change } from './administration.ts';
import type { AdministeredOrganisation, OrganisationStore } from './organisation.store.ts';
import type { AdministeredPerson, Holding, PersonStore, StrandedWork } from './person.store.ts';

/** A post somebody is to hold. Days are ISO dates, both within it. */
export interface Posting {
  /** Its key in the catalogue. */
  readonly post: string;
  /** Id of the organisation. */
  readonly organisation: string;
  readonly from: string;
  readonly until?: string | undefined;
}

/** What ending a post would come to. */
export interface EndingOutlook extends StrandedWork {
  readonly isPossible: boolean;
}

/** Posts are held from a day and until one. */
export class Postings {
  constructor(
    private readonly administration: Administration,
    private readonly organisations: OrganisationStore,
    private readonly people: PersonStore,
  ) {}

  /**
   * @returns a refusal: `permission.missing`, `account.unknown`, `organisation.unknown`, `organisation.closed`,
   * `post.unknown`, `post.misplaced`, `post.period-invalid`, `post.held-already`
   */
  assign(caller: Caller, person: string, posting: Posting): Promise<AdministeredPerson | Refusal> {
    return this.administration.change(caller, async (tx, note) => {
      const known = isId(person) ? await this.people.find(tx, caller.tenant, person) : undefined;
      const scopes = this.administration.scopes(caller);
      if ('kind' in scopes) return scopes;
      if (known?.holdings.some(({ path }) => isWithinScopes(scopes, path)) !== true) return unknown;
      const fault = await this.faultOf(tx, caller, posting, known.holdings);
      if ('code' in fault) return fault;
      await this.put({ tx, caller, note }, known, posting);
      return (await this.people.find(tx, caller.tenant, person)) ?? unknown;
    });
  }

  /** @returns a refusal: `permission.missing`, `account.unknown`, `post.holding-unknown` */
  async outlookOfEnding(caller: Caller, person: string, holding: string, lastDay: string): Promise<EndingOutlook | Refusal> {
    const known = isId(person) ? await this.people.read(caller.tenant, person) : undefined;
    const held = this.holdingOf(caller, known, holding);
    if ('code' in held) return held;
    const work = await this.people.stranded(caller.tenant, person, held, lastDay);
    return { ...work, isPossible: this.hindranceOf(work, lastDay) === undefined };
  }

  /**
   * The last day on which the post is held. One that is yet to come leaves time to hand over; from today on, no work may
   * be left behind.
   * @returns a refusal: `permission.missing`, `account.unknown`, `account.own`, `post.holding-unknown`,
   * `post.period-invalid`, `post.personal-tasks`, `post.last-holder`
   */
  end(
    caller: Caller,
    person: string,
    holding: string,
    { lastDay, comment }: { readonly lastDay: string; readonly comment?: string | undefined },
  ) {
    return this.administration.change(caller, async (tx, note): Promise<AdministeredPerson | Refusal> => {
      const known = isId(person) ? await this.people.find(tx, caller.tenant, person) : undefined;
      const held = this.holdingOf(caller, known, holding);
      if ('code' in held) return held;
      if (person === caller.person) return { kind: 'refused', code: 'account.own' };
      if (lastDay < held.from) return periodInvalid;
      const hindrance = this.hindranceOf(await this.people.stranded(caller.tenant, person, held, lastDay), lastDay);
      if (hindrance !== undefined) return hindrance;
      await this.people.endHolding(tx, caller.tenant, holding, lastDay);
      note({
        act: 'post.end',
        subject: { kind: 'person', id: person },
        organisationPath: held.path,
        before: { until: held.until },
        after: { name: known?.name, ...this.told(held), until: lastDay },
        comment,
      });
      return (await this.people.find(tx, caller.tenant, person)) ?? unknown;
    });
  }

  /** The organisation, or why the post cannot be held there then. */
  async faultOf(
    tx: Tx,
    caller: Caller,
    { post, organisation, from, until }: Posting,
    held: readonly Holding[],
  ): Promise<AdministeredOrganisation | Refusal> {
    const scopes = this.administration.scopes(caller);
    if ('kind' in scopes) return scopes;
    const place = isId(organisation) ? await this.organisations.find(tx, caller.tenant, organisation) : undefined;
    if (place === undefined || !isWithinScopes(scopes, place.path)) return { kind: 'refused', code: 'organisation.unknown' };
    if (place.closedOn !== null) return { kind: 'refused', code: 'organisation.closed', params: { name: place.name } };
    const { posts } = this.administration.parts;
    const definition = Object.hasOwn(posts, post) ? posts[post] : undefined;
    if (definition === undefined) return { kind: 'refused', code: 'post.unknown' };
    if (definition.at !== place.kind)
      return { kind: 'refused', code: 'post.misplaced', params: { post: definition.title.zh, name: place.name } };
    if (until !== undefined && until < from) return periodInvalid;
    const isSame = (other: Holding): boolean => other.post === post && other.organisation.id === organisation;
    const overlaps = (other: Holding): boolean => (other.until ?? '9999') >= from && other.from <= (until ?? '9999');
    return held.some((other) => isSame(other) && overlaps(other)) ? { kind: 'refused', code: 'post.held-already' } : place;
  }

  /** Gives the post, which `faultOf` found to be possible, and puts it on record. */
  async put({ tx, caller, note }: Change, person: Pick<AdministeredPerson, 'id' | 'name'>, posting: Posting): Promise<void> {
    const { tenant } = caller;
    const place = await this.organisations.find(tx, tenant, posting.organisation);
    const organisation = { id: posting.organisation, name: place?.name ?? '' };
    const holding = { ...posting, organisation, id: newId(), until: posting.until ?? null };
    await this.people.addHolding(tx, tenant, person.id, holding);
    const after = { name: person.name, ...this.told(holding), from: posting.from, until: posting.until };
    note({ act: 'post.assign', subject: { kind: 'person', id: person.id }, organisationPath: place?.path ?? null, after });
  }

  private told({ post, organisation }: Pick<Holding, 'post' | 'organisation'>) {
    return { post: namedPost(this.administration.parts.posts, post).title.zh, organisation: organisation.name };
  }

  private hindranceOf({ personal, unheld }: StrandedWork, lastDay: string): Refusal | undefined {
    if (lastDay > this.administration.today()) return undefined;
    if (personal > 0) return { kind: 'refused', code: 'post.personal-tasks', params: { count: personal } };
    return unheld > 0 ? { kind: 'refused', code: 'post.last-holder', params: { count: unheld } } : undefined;
  }

  private holdingOf(caller: Caller, person: AdministeredPerson | undefined, id: string): Holding | Refusal {
    const scopes = this.administration.scopes(caller);
    if ('kind' in scopes) return scopes;
    if (person?.holdings.some(({ path }) => isWithinScopes(scopes, path)) !== true) return unknown;
    const held = person.holdings.find((holding) => holding.id === id && isWithinScopes(scopes, holding.path));
    return held ?? { kind: 'refused', code: 'post.holding-unknown' };
  }
}

const unknown: Refusal = { kind: 'refused', code: 'account.unknown' };
const periodInvalid: Refusal = { kind: 'refused', code: 'post.period-invalid' };
