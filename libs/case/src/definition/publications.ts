import { type Caller, notPermitted } from '#directory';
import { type Clock, type Database, isId, newId, type Refusal, type Tx } from '#platform';
import type { Assignabilities, UnstaffedDefinition } from '../assignability/assignabilities.ts';
import type { DefinitionStore, DefinitionVersion, NewVersion } from '../store/definition.store.ts';
import type { DraftStore, Hand } from './draft.store.ts';
import type { ProposalRow, PublicationStore } from './publication.store.ts';
import type { FaultyDefinition, Workflows } from './workflows.ts';

export interface PublicationRequest {
  /** The revision of the draft that was looked at. */
  readonly revision: number;
  /** The newest version that the publisher knows of; 0 for none. */
  readonly newest: number;
  readonly note: string;
  /** When it is to come into force; without it, at once. */
  readonly effectiveAt?: Date | undefined;
  /** The fingerprint of what was found about who would be asked, where anything was: it is accepted. */
  readonly accepts?: string | undefined;
  /** Whoever may not publish proposes. */
  readonly mayPublish: boolean;
}

export type Publication =
  | { readonly kind: 'published'; readonly version: DefinitionVersion }
  | { readonly kind: 'proposed'; readonly proposal: Proposal };

/** 提请发布. Times are ISO 8601. */
export interface Proposal {
  readonly id: string;
  readonly key: string;
  readonly title: { readonly zh: string; readonly en?: string | undefined };
  readonly note: string;
  readonly contentHash: string;
  readonly effectiveAt?: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
  readonly draft: { readonly id: string; readonly revision: number };
}

export interface PublicationsParts {
  readonly database: Database;
  readonly versions: DefinitionStore;
  readonly drafts: DraftStore;
  readonly store: PublicationStore;
  readonly workflows: Workflows;
  readonly assignabilities: Assignabilities;
  readonly clock: Clock;
}

/** The document is not fit to be published. */
type Unfit = FaultyDefinition | UnstaffedDefinition;

interface Ready {
  readonly version: NewVersion;
  readonly draft: { readonly id: string; readonly revision: number };
}

/** How a draft becomes a version: by one person, or where it takes two by one who proposes and another who confirms. */
export class Publications {
  constructor(private readonly parts: PublicationsParts) {}

  /**
   * @returns what came of it, or a refusal: the draft has changed, is faulty, finds nobody for a step somewhere, is nothing new, or was
   * overtaken by another version
   */
  async publish(caller: Caller, draftId: string, request: PublicationRequest): Promise<Publication | Refusal | Unfit> {
    const { drafts, store, workflows, assignabilities } = this.parts;
    const { tenant, person } = caller;
    const draft = isId(draftId) ? await drafts.find(tenant, draftId) : undefined;
    if (draft === undefined) return { kind: 'refused', code: 'definition-draft.unknown' };
    if (draft.revision !== request.revision)
      return { kind: 'refused', code: 'publication.draft-changed', params: { name: draft.changed_by_name } };
    const found = workflows.publishable(tenant, draft.document);
    if ('problems' in found) return found;
    const { version, workflow } = found;
    const { note, effectiveAt, newest, accepts } = request;
    if (effectiveAt !== undefined && effectiveAt <= version.publishedAt) return { kind: 'refused', code: 'publication.effective-past' };
    const staffed = await assignabilities.checkAccepted(tenant, workflow, accepts);
    if ('kind' in staffed) return staffed;
    if (!request.mayPublish || (await store.isSecondNeeded(tenant, version.key))) return this.propose(caller, { version, draft }, request);
    const ready = { ...version, publishedBy: person, note, ...(effectiveAt && { effectiveAt }) };
    return this.into({ version: ready, draft }, newest, async () => undefined);
  }

  /** Publishes a document just so. @returns a refusal where it takes two, or the document is unfit */
  async publishDocument(
    { tenant, person }: Caller,
    document: { readonly key?: unknown },
    note: string | null,
  ): Promise<DefinitionVersion | Refusal | Unfit> {
    const { store, workflows, assignabilities } = this.parts;
    if (await store.isSecondNeeded(tenant, typeof document.key === 'string' ? document.key : ''))
      return { kind: 'refused', code: 'publication.second-person' };
    const found = workflows.publishable(tenant, document);
    if ('problems' in found) return found;
    const staffed = await assignabilities.checkStaffed(tenant, found.workflow);
    return 'kind' in staffed ? staffed : workflows.publishVersion({ ...found.version, publishedBy: person, note });
  }

  /** Those that are waited for; the first proposed first. */
  async open({ tenant }: Caller): Promise<Proposal[]> {
    return (await this.parts.store.open(tenant)).map(proposalOf);
  }

  /** One that is waited for, with its document. */
  async read({ tenant }: Caller, id: string): Promise<(Proposal & { readonly document: unknown }) | undefined> {
    const row = isId(id) ? await this.parts.store.find(tenant, id) : undefined;
    return row?.state === 'open' ? { ...proposalOf(row), document: row.document } : undefined;
  }

  /** Publishes what another has proposed. */
  async confirm(
    caller: Caller,
    id: string,
    { newest, accepts }: Pick<PublicationRequest, 'newest' | 'accepts'>,
  ): Promise<Publication | Refusal | Unfit> {
    const { store, workflows, assignabilities } = this.parts;
    const { tenant, person } = caller;
    const row = isId(id) ? await store.find(tenant, id) : undefined;
    if (row === undefined) return unknown;
    if (row.state !== 'open') return notOpen;
    if (row.proposed_by === person) return samePerson;
    const found = workflows.publishable(tenant, row.document);
    if ('problems' in found) return found;
    const { version: made, workflow } = found;
    const staffed = await assignabilities.checkAccepted(tenant, workflow, accepts);
    if ('kind' in staffed) return staffed;
    const { proposed_by: publishedBy, note, effective_at: wanted } = row;
    const effectiveAt = wanted !== null && wanted > made.publishedAt ? wanted : made.publishedAt;
    const version = { ...made, publishedBy, confirmedBy: person, note, effectiveAt };
    const draft = { id: row.draft_id, revision: row.draft_revision };
    const by = { tenant, person, at: made.publishedAt };
    return this.into({ version, draft }, newest, async (tx) => {
      if ((await store.lock(tx, tenant, id))?.state !== 'open') return notOpen;
      return { settled: (added) => store.settle(tx, by, id, { state: 'confirmed', comment: null, version: added.version }) };
    });
  }

  /** Gives a proposal back, with a reason; whoever made it takes it back. */
  async decline(
    caller: Caller,
    id: string,
    { comment, mayPublish }: { readonly comment: string; readonly mayPublish: boolean },
  ): Promise<Refusal | undefined> {
    const { database, store } = this.parts;
    const by = this.hand(caller);
    if (!isId(id)) return unknown;
    return database.transaction(async (tx) => {
      const row = await store.lock(tx, caller.tenant, id);
      if (row === undefined) return unknown;
      if (row.state !== 'open') return notOpen;
      const isOwn = row.proposed_by === caller.person;
      if (!isOwn && !mayPublish) return notPermitted('definition.publish');
      await store.settle(tx, by, id, { state: isOwn ? 'withdrawn' : 'declined', comment, version: null });
      const act = isOwn ? 'definition.withdraw-proposal' : 'definition.decline';
      await store.record(tx, by, act, { key: row.key, before: { contentHash: row.content_hash }, comment });
      return undefined;
    });
  }

  private hand({ tenant, person }: Caller): Hand {
    return { tenant, person, at: this.parts.clock.now() };
  }

  private async propose(caller: Caller, { version, draft }: Ready, request: PublicationRequest): Promise<Publication | Refusal> {
    const { store, versions, database } = this.parts;
    const { tenant, person } = caller;
    const { key, contentHash, document, publishedAt } = version;
    const fault = await database.transaction(async (tx) => faultOf(await versions.turn(tx, version), request.newest));
    if (fault !== undefined) return fault;
    const id = newId();
    const content = { key, document, content_hash: contentHash, note: request.note, effective_at: request.effectiveAt ?? null };
    const by = { tenant, person, at: publishedAt };
    const isAdded = await store.propose(by, { id, draft_id: draft.id, draft_revision: draft.revision, ...content });
    const row = isAdded ? await store.find(tenant, id) : undefined;
    return row === undefined ? { kind: 'refused', code: 'publication.open-already' } : { kind: 'proposed', proposal: proposalOf(row) };
  }

  /** All in one transaction: the version, what goes with it, and the draft is done with. */
  private async into(
    { version, draft }: Ready,
    newest: number,
    before: (tx: Tx) => Promise<Refusal | { readonly settled: (added: DefinitionVersion) => Promise<void> } | undefined>,
  ): Promise<Publication | Refusal> {
    const { database, versions, store, workflows } = this.parts;
    const published = await database.transaction(async (tx): Promise<Publication | Refusal> => {
      const there = await versions.turn(tx, version);
      const fault = faultOf(there, newest);
      if (fault !== undefined) return fault;
      const also = await before(tx);
      if (also !== undefined && 'kind' in also) return also;
      const added = await versions.add(tx, version, there.newest);
      await also?.settled(added);
      await store.removeDraft(tx, version.tenant, draft.id, draft.revision);
      return { kind: 'published', version: added };
    });
    workflows.forget(version.tenant, version.key);
    return published;
  }
}

/** Nothing is published twice, and nobody publishes over a version they have not seen. */
function faultOf({ same, newest }: Awaited<ReturnType<DefinitionStore['turn']>>, seen: number): Refusal | undefined {
  if (same !== undefined) return { kind: 'refused', code: 'publication.unchanged', params: { version: same.version } };
  const version = newest?.version ?? 0;
  return version === seen ? undefined : { kind: 'refused', code: 'publication.overtaken', params: { version } };
}

const unknown: Refusal = { kind: 'refused', code: 'proposal.unknown' };
const notOpen: Refusal = { kind: 'refused', code: 'proposal.not-open' };
const samePerson: Refusal = { kind: 'refused', code: 'publication.same-person' };

const proposalOf = (row: ProposalRow): Proposal => ({
  id: row.id,
  key: row.key,
  title: row.document.title,
  note: row.note,
  contentHash: row.content_hash,
  ...(row.effective_at !== null && { effectiveAt: row.effective_at.toISOString() }),
  by: { id: row.proposed_by, name: row.proposed_by_name },
  at: row.proposed_at.toISOString(),
  draft: { id: row.draft_id, revision: row.draft_revision },
});
