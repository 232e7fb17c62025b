import type { Instant } from '#calendar';

/** What has been put down about one obligation. Nothing is ever taken back: what corrects it is another entry. */
export type EntryKind =
  | 'saved'
  | 'submitted'
  | 'accepted'
  | 'returned'
  | 'exempted'
  | 'appealed'
  | 'appeal-accepted'
  | 'appeal-dismissed'
  | 'uploaded'
  | 'monitored'
  | 'found-slow'
  | 'found-normal';

/** A line of the ledger, as far as the state of an obligation depends on it. */
export interface Entry {
  /** Tells entries of one instant apart. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly at: Instant;
  /** With `returned`: until when the report may be filed again. */
  readonly grace?: Instant | undefined;
}

/** The order in which things happened, whatever the order in which they became known. */
export const inOrder = (entries: readonly Entry[]): readonly Entry[] =>
  entries.length < 2 ? entries : [...entries].sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id));

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
