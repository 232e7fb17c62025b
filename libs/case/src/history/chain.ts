import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { HistoryWrite } from '../store/commit.store.ts';

/** What the first row of a history is chained to. */
export const genesis = '0'.repeat(64);

type Hashed = Omit<HistoryWrite, 'hash'>;

/** SHA-256 of anything that is JSON in the canonical form of RFC 8785, in hexadecimal. */
export const digestOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');

/**
 * The hash of a history row: the digest of all of it, the previous row's hash included, so that no row can be changed,
 * left out or put in without every later hash being wrong. A row that came with a new version of the form holds the
 * form's digest, and an attachment's stands beside its id: what was decided on is proved with the decision.
 */
export const hashOf = (row: Hashed): string => digestOf(row);
