import type { Instant, OrganisationId, PersonId } from './state.ts';

/** Who acts, with the posts held at this moment. */
export interface Actor {
  readonly person: PersonId;
  readonly posts: readonly { readonly post: string; readonly organisation: OrganisationId }[];
  /** 甲代乙: those whose tasks they may decide too, in this process and at this moment, with the posts those hold. */
  readonly represents?: readonly Actor[];
}

export interface Issued {
  /** Unique for this command; the same id again changes nothing. */
  readonly id: string;
  readonly at: Instant;
}
