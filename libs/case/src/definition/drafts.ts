import type { Caller } from '#directory';
import { type Definition, type DueTime, documentProblems, type Text } from '#engine';
import { type Clock, isId, newId, type Refusal } from '#platform';
import { type BlankProcess, blankDefinition } from './blank.ts';
import type { DraftRow, DraftStore, DraftSummaryRow, Hand } from './draft.store.ts';
import { headOf } from './draft-head.ts';
import type { Workflows } from './workflows.ts';

type Document = Readonly<Record<string, unknown>>;
interface Named {
  readonly id: string;
  readonly name: string;
}

/** A draft as lists show it. Times are ISO 8601. */
export interface DraftSummary {
  readonly id: string;
  /** As its document says; null where that says nothing that could be one. */
  readonly key: string | null;
  readonly title: Text | null;
  readonly basedOn?: { readonly key: string; readonly version: number };
  /** Another after every saving. */
  readonly revision: number;
  readonly author: Named;
  readonly createdAt: string;
  readonly changedBy: Named;
  readonly changedAt: string;
  readonly openComments: number;
}

export interface DefinitionDraft extends DraftSummary {
  readonly document: Document;
}

/** Where a new draft comes from. A template is one of those the caller hands in. */
export type DraftOrigin =
  | ({ readonly kind: 'blank' } & BlankProcess)
  | { readonly kind: 'template'; readonly template: Definition; readonly key: string; readonly title: Text }
  | { readonly kind: 'version'; readonly key: string; readonly version: number }
  | { readonly kind: 'document'; readonly document: Document };

/** Somebody else has saved meanwhile: nothing was overwritten, and here is what there is now. */
export interface DraftOutdated extends Refusal {
  readonly code: 'definition-draft.changed';
  readonly current: DefinitionDraft;
}

/** Who else has a draft open, and which revision it has by now. */
export interface DraftPresence extends Pick<DraftSummary, 'revision' | 'changedBy' | 'changedAt'> {
  readonly others: readonly (Named & { readonly seenAt: string })[];
}

export interface DraftsParts {
  readonly store: DraftStore;
  readonly workflows: Workflows;
  readonly clock: Clock;
  readonly dueTimeOf: (tenant: string) => Pick<DueTime, 'onTheWall'>;
}

/** Whoever was not heard of for so long, in milliseconds, has closed it. */
const awayAfter = 60_000;

/** Documents that people work at together before they are published. */
export class Drafts {
  constructor(private readonly parts: DraftsParts) {}

  async list({ tenant }: Caller, key?: string): Promise<DraftSummary[]> {
    return (await this.parts.store.list(tenant, key ?? null)).map(summaryOf);
  }

  async read({ tenant }: Caller, id: string): Promise<DefinitionDraft | undefined> {
    const row = isId(id) ? await this.parts.store.find(tenant, id) : undefined;
    return row && draftOf(row);
  }

  async create(caller: Caller, origin: DraftOrigin): Promise<DefinitionDraft | Refusal> {
    const made = await this.documentFrom(caller.tenant, origin);
    if ('kind' in made) return made;
    const fault = tooLarge(made.document);
    if (fault !== undefined) return fault;
    const id = newId();
    await this.parts.store.add(this.hand(caller), { id, ...made, ...headOf(made.document) });
    return this.existing(caller, id);
  }

  /** Keeps any JSON object within the limits of a document, however unfinished it is. @param seen the revision it was typed on */
  async save(caller: Caller, id: string, document: Document, seen: number): Promise<DefinitionDraft | Refusal | DraftOutdated> {
    const fault = tooLarge(document);
    if (fault !== undefined) return fault;
    if (!isId(id)) return unknown;
    const revision = await this.parts.store.save(this.hand(caller), id, seen, { document, ...headOf(document) });
    return revision === undefined ? this.outdated(caller, id) : this.existing(caller, id);
  }

  async discard(caller: Caller, id: string, seen: number): Promise<Refusal | DraftOutdated | undefined> {
    if (!isId(id)) return unknown;
    const isGone = await this.parts.store.remove(this.hand(caller), id, seen);
    return isGone ? undefined : this.outdated(caller, id);
  }

  /** Says that the caller has it open. */
  async attend(caller: Caller, id: string): Promise<DraftPresence | undefined> {
    const by = this.hand(caller);
    const others = isId(id) ? await this.parts.store.visit(by, id, new Date(by.at.getTime() - awayAfter)) : [];
    const draft = await this.read(caller, id);
    if (draft === undefined) return undefined;
    const { revision, changedBy, changedAt } = draft;
    return {
      revision,
      changedBy,
      changedAt,
      others: others.map(({ id: person, name, seen_at: seenAt }) => ({ id: person, name, seenAt: seenAt.toISOString() })),
    };
  }

  private hand({ tenant, person }: Caller): Hand {
    return { tenant, person, at: this.parts.clock.now() };
  }

  private async documentFrom(
    tenant: string,
    origin: DraftOrigin,
  ): Promise<{ document: Document; basedOn: { key: string; version: number } | null } | Refusal> {
    switch (origin.kind) {
      case 'document':
        return { document: origin.document, basedOn: null };
      case 'version': {
        const { key, version } = origin;
        const found = await this.parts.workflows.get(tenant, key, version);
        return found === undefined ? versionUnknown(key, version) : { document: found.version.document, basedOn: { key, version } };
      }
      case 'blank':
      case 'template': {
        if ((await this.parts.workflows.get(tenant, origin.key, 1)) !== undefined) return keyTaken(origin.key);
        const { key, title } = origin;
        return { document: origin.kind === 'blank' ? blankDefinition(origin) : { ...origin.template, key, title }, basedOn: null };
      }
    }
  }

  private async existing(caller: Caller, id: string): Promise<DefinitionDraft | Refusal> {
    return (await this.read(caller, id)) ?? unknown;
  }

  private async outdated(caller: Caller, id: string): Promise<Refusal | DraftOutdated> {
    const current = await this.read(caller, id);
    if (current === undefined) return unknown;
    const { name } = current.changedBy;
    const at = this.parts.dueTimeOf(caller.tenant).onTheWall(current.changedAt);
    return { kind: 'refused', code: 'definition-draft.changed', params: { name, at }, current };
  }
}

const unknown: Refusal = { kind: 'refused', code: 'definition-draft.unknown' };
const keyTaken = (key: string): Refusal => ({ kind: 'refused', code: 'definition.key-taken', params: { key } });
const versionUnknown = (definition: string, version: number): Refusal => ({
  kind: 'refused',
  code: 'definition.version-unknown',
  params: { definition, version },
});

function tooLarge(document: Document): Refusal | undefined {
  const problems = documentProblems(document);
  return problems.length === 0 ? undefined : ({ kind: 'refused', code: 'definition-draft.too-large', problems } as Refusal);
}

const summaryOf = (row: DraftSummaryRow): DraftSummary => ({
  id: row.id,
  key: row.key,
  title: row.title,
  ...(row.based_key !== null && row.based_version !== null && { basedOn: { key: row.based_key, version: row.based_version } }),
  revision: row.revision,
  author: { id: row.author_id, name: row.author_name },
  createdAt: row.created_at.toISOString(),
  changedBy: { id: row.changed_by, name: row.changed_by_name },
  changedAt: row.changed_at.toISOString(),
  openComments: row.open_comments,
});

const draftOf = (row: DraftRow): DefinitionDraft => ({ ...summaryOf(row), document: row.document });
