import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { HistoryWrite } from '../store/commit.store.ts';

/** What the first row of a history is chained to. */
export const genesis = '0'.repeat(64);

type Hashed = Omit<HistoryWrite, 'hash'>;

/**
 * The hash of a history row: SHA-256 over all of it in the canonical form of RFC 8785, the previous row's hash
 * included, so that no row can be changed, left out or put in without every later hash being wrong.
 */
export const hashOf = (row: Hashed): string =>
  createHash('sha256')
    .update(canonicalize(row) ?? '')
    .digest('hex');
