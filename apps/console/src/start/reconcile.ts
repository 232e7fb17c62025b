import type { components } from '../api/schema.d.ts';

export type ServerDraft = components['schemas']['StartDraft'];
export type Typed = components['schemas']['StartDraftBody'];

/** What is typed into the form of a case that has not begun, as this machine knows it. */
export interface LocalDraft extends Typed {
  /** The version on the server that it was typed on; null where there was none. */
  readonly version: string | null;
  /** Whether the server has all of it. */
  readonly isSaved: boolean;
  readonly savedAt?: string;
}

/** What to go on with when a form is opened, out of what this machine and the server know. */
export interface Reconciled {
  readonly draft: LocalDraft;
  /** Another device has saved something else since: which of both it is to be, only the person knows. */
  readonly theirs?: ServerDraft;
}

export const blank: LocalDraft = { fields: {}, version: null, isSaved: true };

/** @param server null where it has no draft, undefined where it could not be asked. */
export function reconcile(local: LocalDraft | undefined, server: ServerDraft | null | undefined): Reconciled {
  if (server === undefined) return { draft: local ?? blank };
  if (local === undefined || local.isSaved) return { draft: server === null ? blank : taken(server) };
  // Begun or thrown away elsewhere, while something was typed here: that is a new draft.
  if (server === null) return { draft: { ...local, version: null } };
  if (server.version === local.version) return { draft: local };
  return isSame(local, server) ? { draft: taken(server) } : { draft: local, theirs: server };
}

export const taken = ({ fields, organisation, version, savedAt }: ServerDraft): LocalDraft => ({
  fields,
  ...(organisation !== undefined && { organisation }),
  version,
  savedAt,
  isSaved: true,
});

export const isSame = (one: Typed, other: Typed): boolean => written(one) === written(other);

const written = ({ organisation, fields }: Typed): string =>
  JSON.stringify([organisation ?? null, ...Object.entries(fields).toSorted(([left], [right]) => (left < right ? -1 : 1))]);
