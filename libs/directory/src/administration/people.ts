import { isId, newId, newToken, type Refusal, type Tx } from '#platform';
import { type Caller, isWithinScopes } from '../posts.ts';
import { hashPassword } from '../sign-in/passwords.ts';
import type { Act, Administration } from './administration.ts';
import type { AdministeredPerson, PeopleSelection, PersonStore } from './person.store.ts';
import type { Posting, Postings } from './postings.ts';

export interface PersonDraft {
  readonly account: string;
  readonly name: string;
  readonly mail?: string | null | undefined;
  /** The first post: without one, nobody would look after the person. */
  readonly posting: Posting;
}

/** Somebody with the password they sign in with once; it is told here and kept nowhere. */
export interface NewcomerAnswer {
  readonly person: AdministeredPerson;
  readonly password: string;
}

/** The people that an administrator looks after: those who hold a post in their organisations, or held one. */
export class People {
  constructor(
    private readonly administration: Administration,
    private readonly store: PersonStore,
    private readonly postings: Postings,
  ) {}

  /** @returns a refusal: `permission.missing` */
  async list(caller: Caller, selection: PeopleSelection): Promise<AdministeredPerson[] | Refusal> {
    const scopes = this.administration.scopes(caller);
    return 'kind' in scopes ? scopes : this.store.list(caller.tenant, scopes, selection);
  }

  /** @returns a refusal: `permission.missing`, `account.unknown` */
  async read(caller: Caller, id: string): Promise<AdministeredPerson | Refusal> {
    return this.checked(caller, isId(id) ? await this.store.read(caller.tenant, id) : undefined);
  }

  /** @returns a refusal: `permission.missing`, `account.taken`, and those of a posting */
  async add(caller: Caller, { account, name, mail = null, posting }: PersonDraft): Promise<NewcomerAnswer | Refusal> {
    const password = oneTimePassword();
    const hash = await hashPassword(password);
    return this.administration.change(caller, async (tx, note): Promise<NewcomerAnswer | Refusal> => {
      const fault = await this.postings.faultOf(tx, caller, posting, []);
      if ('code' in fault) return fault;
      const id = newId();
      const isAdded = await this.store.add(tx, caller.tenant, { id, account, name, mail });
      if (!isAdded) return { kind: 'refused', code: 'account.taken', params: { account } };
      await this.store.setPassword(tx, caller.tenant, id, hash);
      note({ act: 'person.add', subject: subjectOf(id), organisationPath: fault.path, after: { name, account } });
      await this.postings.put({ tx, caller, note }, { id, name }, posting);
      const person = await this.store.find(tx, caller.tenant, id);
      return person === undefined ? unknown : { person, password };
    });
  }

  /** Nobody signs in with it any more, and whoever has is out at once; tasks stay theirs. @returns a refusal: see `act` */
  lock(caller: Caller, id: string, comment: string): Promise<AdministeredPerson | Refusal> {
    return this.act(caller, id, { act: 'person.lock', after: { isLocked: true }, comment }, async (tx) => {
      await this.store.lock(tx, caller.tenant, id, this.administration.parts.clock.real());
      await this.store.endSessions(tx, caller.tenant, id);
    });
  }

  unlock(caller: Caller, id: string): Promise<AdministeredPerson | Refusal> {
    return this.act(caller, id, { act: 'person.unlock', after: { isLocked: false } }, (tx) => this.store.lock(tx, caller.tenant, id, null));
  }

  /** Ends every session of theirs, wherever it was opened; they may sign in again. */
  signOut(caller: Caller, id: string): Promise<AdministeredPerson | Refusal> {
    return this.act(caller, id, { act: 'person.sign-out' }, async (tx) => void (await this.store.endSessions(tx, caller.tenant, id)));
  }

  /** For somebody who has forgotten theirs. Sessions end. */
  async renewPassword(caller: Caller, id: string): Promise<NewcomerAnswer | Refusal> {
    const password = oneTimePassword();
    const hash = await hashPassword(password);
    const person = await this.act(caller, id, { act: 'person.renew-password' }, async (tx) => {
      await this.store.setPassword(tx, caller.tenant, id, hash);
      await this.store.endSessions(tx, caller.tenant, id);
    });
    return 'code' in person ? person : { person, password };
  }

  /**
   * Nobody acts upon themselves: an administrator who locked themselves out could not undo it.
   * @returns a refusal: `permission.missing`, `account.unknown`, `account.own`
   */
  private act(caller: Caller, id: string, act: Pick<Act, 'act' | 'after' | 'comment'>, work: (tx: Tx) => Promise<void>) {
    return this.administration.change(caller, async (tx, note): Promise<AdministeredPerson | Refusal> => {
      const known = this.checked(caller, isId(id) ? await this.store.find(tx, caller.tenant, id) : undefined);
      if ('code' in known) return known;
      if (id === caller.person) return { kind: 'refused', code: 'account.own' };
      await work(tx);
      const { name, account, holdings } = known;
      const after = { name, account, ...(act.after as object | undefined) };
      note({ ...act, subject: subjectOf(id), organisationPath: holdings[0]?.path ?? null, after });
      return (await this.store.find(tx, caller.tenant, id)) ?? unknown;
    });
  }

  private checked(caller: Caller, person: AdministeredPerson | undefined): AdministeredPerson | Refusal {
    const scopes = this.administration.scopes(caller);
    if ('kind' in scopes) return scopes;
    return person?.holdings.some(({ path }) => isWithinScopes(scopes, path)) === true ? person : unknown;
  }
}

/** Characters of a one-time password: too many to guess while it holds. */
const length = 12;
const oneTimePassword = (): string => newToken().slice(0, length);

const subjectOf = (id: string) => ({ kind: 'person', id });

const unknown: Refusal = { kind: 'refused', code: 'account.unknown' };
