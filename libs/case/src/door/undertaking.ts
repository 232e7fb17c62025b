import type { Tx } from '#platform';
import type { Accepted, CaseRefusal, Request, Sending } from './sending.ts';

/** Several commands of one sender that are done together or not at all. */
export interface Undertaking {
  readonly kind: 'undertaking';
  readonly sending: Sending & { readonly person: string };
  /** In the order in which they are carried out. */
  readonly commands: readonly { readonly instance: string; readonly request: Request }[];
  /** Puts down rows of the sender's own in the same transaction, when every command has been accepted. */
  readonly seal: (tx: Tx, accepted: readonly Accepted[]) => void;
}

/** What came of an undertaking: all of it is on disk, or nothing is, because of those that were refused. */
export type Undertaken =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'hindered'; readonly refusals: readonly (CaseRefusal | undefined)[] };
