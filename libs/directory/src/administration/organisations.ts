import { isId, newId, type Refusal, type Tx } from '#platform';
import { type Caller, isWithinScopes } from '../posts.ts';
import type { Administration } from './administration.ts';
import { isPlaced } from './levels.ts';
import type { AdministeredOrganisation, OrganisationStore, Remaining } from './organisation.store.ts';

export interface OrganisationDraft {
  /** Id of the one above. */
  readonly parent: string;
  readonly kind: string;
  readonly type: string;
  readonly name: string;
}

/** What closing an organisation would come to. */
export interface ClosingOutlook extends Remaining {
  readonly isPossible: boolean;
}

/** Organisations are founded, renamed and closed; none is ever removed, since cases and histories name it. */
export class Organisations {
  constructor(
    private readonly administration: Administration,
    private readonly store: OrganisationStore,
  ) {}

  /** Those the caller looks after, those above first. @returns a refusal: `permission.missing` */
  async list(caller: Caller) {
    const scopes = this.administration.scopes(caller);
    return 'kind' in scopes ? scopes : this.store.list(caller.tenant, scopes, this.administration.today());
  }

  /**
   * @returns a refusal: `permission.missing`, `organisation.unknown`, `organisation.closed`, `organisation.misplaced`,
   * `organisation.name-taken`
   */
  async add(caller: Caller, { parent, kind, type, name }: OrganisationDraft): Promise<AdministeredOrganisation | Refusal> {
    return this.administration.change(caller, async (tx, note) => {
      const above = await this.open(tx, caller, parent);
      if ('code' in above) return above;
      if (!isPlaced(above.kind, kind, type)) return { kind: 'refused', code: 'organisation.misplaced' };
      const id = newId();
      if (await this.store.hasNamesake(tx, caller.tenant, { id, parent, name })) return nameTaken(name);
      const added = { id, parent, kind, type, name, path: `${above.path}${id}/` };
      await this.store.add(tx, caller.tenant, added);
      note({
        act: 'organisation.add',
        subject: subjectOf(id),
        organisationPath: added.path,
        after: { name, kind, type, above: above.name },
      });
      return { ...added, closedOn: null };
    });
  }

  /** @returns a refusal: `permission.missing`, `organisation.unknown`, `organisation.closed`, `organisation.name-taken` */
  async rename(caller: Caller, id: string, name: string): Promise<AdministeredOrganisation | Refusal> {
    return this.administration.change(caller, async (tx, note) => {
      const known = await this.open(tx, caller, id);
      if ('code' in known) return known;
      if (await this.store.hasNamesake(tx, caller.tenant, { ...known, name })) return nameTaken(name);
      await this.store.rename(tx, caller.tenant, id, name);
      const { path: organisationPath, name: before } = known;
      note({ act: 'organisation.rename', subject: subjectOf(id), organisationPath, before: { name: before }, after: { name } });
      return { ...known, name };
    });
  }

  /** @returns a refusal: `permission.missing`, `organisation.unknown` */
  async outlookOfClosing(caller: Caller, id: string): Promise<ClosingOutlook | Refusal> {
    const scopes = this.administration.scopes(caller);
    if ('kind' in scopes) return scopes;
    const known = isId(id) ? await this.store.read(caller.tenant, id) : undefined;
    if (known === undefined || !isWithinScopes(scopes, known.path)) return unknown;
    const remaining = await this.store.remaining(caller.tenant, known, this.administration.today());
    return { ...remaining, isPossible: known.closedOn === null && hindranceOf(remaining) === undefined };
  }

  /**
   * From today on nobody is given a post there.
   * @returns a refusal: `permission.missing`, `organisation.unknown`, `organisation.closed`, `organisation.has-below`,
   * `organisation.has-posts`, `organisation.has-tasks`
   */
  async close(caller: Caller, id: string, comment: string): Promise<AdministeredOrganisation | Refusal> {
    return this.administration.change(caller, async (tx, note) => {
      const known = await this.open(tx, caller, id);
      if ('code' in known) return known;
      const today = this.administration.today();
      const hindrance = hindranceOf(await this.store.remaining(caller.tenant, known, today));
      if (hindrance !== undefined) return hindrance;
      await this.store.close(tx, caller.tenant, id, today);
      const { path: organisationPath, name } = known;
      note({ act: 'organisation.close', subject: subjectOf(id), organisationPath, after: { name, closedOn: today }, comment });
      return { ...known, closedOn: today };
    });
  }

  /** One that the caller looks after and that is open. */
  private async open(tx: Tx, caller: Caller, id: string): Promise<AdministeredOrganisation | Refusal> {
    const scopes = this.administration.scopes(caller);
    if ('kind' in scopes) return scopes;
    const known = isId(id) ? await this.store.find(tx, caller.tenant, id) : undefined;
    if (known === undefined || !isWithinScopes(scopes, known.path)) return unknown;
    return known.closedOn === null ? known : { kind: 'refused', code: 'organisation.closed', params: { name: known.name } };
  }
}

const subjectOf = (id: string) => ({ kind: 'organisation', id });

const unknown: Refusal = { kind: 'refused', code: 'organisation.unknown' };

const nameTaken = (name: string): Refusal => ({ kind: 'refused', code: 'organisation.name-taken', params: { name } });

/** Tasks first: they are what takes longest to settle. */
function hindranceOf({ tasks, organisations, posts }: Remaining): Refusal | undefined {
  if (tasks > 0) return { kind: 'refused', code: 'organisation.has-tasks', params: { count: tasks } };
  if (organisations > 0) return { kind: 'refused', code: 'organisation.has-below', params: { count: organisations } };
  return posts > 0 ? { kind: 'refused', code: 'organisation.has-posts', params: { count: posts } } : undefined;
}
