import type { Effect } from './effect.ts';
import type { Entry } from './entry.ts';
import type { Refused } from './refusal.ts';
import type { CaseState, Fields, OrganisationId, PersonId } from './state.ts';

export interface PostHolders {
  readonly organisation: OrganisationId;
  readonly holders: readonly PersonId[];
}

/**
 * What the host knows outside the case, as data: who holds the posts its steps name, by `postKey`, and what its
 * registers said. A fact that is null was asked for and is not in its register.
 */
export interface World {
  readonly posts: Readonly<Record<string, PostHolders>>;
  readonly facts: Readonly<Record<string, Fields | null>>;
}

export interface Advanced {
  readonly kind: 'advanced';
  readonly state: CaseState;
  readonly effects: readonly Effect[];
  readonly entries: readonly Entry[];
}

/** A rule needs facts it was not given. Ask the registers and send the same command again. */
export interface Wanting {
  readonly kind: 'wanting';
  readonly facts: readonly { readonly name: string; readonly source: string; readonly with: Fields }[];
}

export type Result = Advanced | Refused | Wanting;
