import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { HistoryWrite } from '../store/commit.store.ts';

/** What the first row of a history is chained to. */
export const genesis = '0'.repeat(64);

type Hashed = Omit<HistoryWrite, 'hash'>;

/** SHA-256 of anything that is JSON in the canonical form of RFC 8785, in hexadecimal. */
export const digestOf = (value: unknown): string => hash('sha256', canonicalize(value) ?? '', 'hex');

/**
 * The hash of a history row: the digest of all of it, the previous row's hash included, so that no row can be changed,
 * left out or put in without every later hash being wrong. A row that came with a new version of the form holds the
 * form's digest, and an attachment's stands beside its id: what was decided on is proved with the decision.
 */
export const hashOf = (row: Hashed): string => hash('sha256', canonicalRow(row), 'hex');

/** A row as `canonicalize` writes it, in half the time, because its names and their order are known; every decision waits for it. */
export function canonicalRow(row: Hashed): string {
  const members = names.map((name) => {
    const value = row[name];
    return `"${name}":${typeof value === 'object' && value !== null ? canonicalize(value) : JSON.stringify(value)}`;
  });
  return `{${members.join(',')}}`;
}

const columns: Readonly<Record<keyof Hashed, true>> = {
  tenant: true,
  instance_id: true,
  sequence: true,
  at: true,
  command_id: true,
  kind: true,
  person_id: true,
  on_behalf_of: true,
  post: true,
  organisation_id: true,
  step: true,
  task: true,
  outcome: true,
  settled: true,
  comment: true,
  form_version: true,
  attachments: true,
  from_states: true,
  to_states: true,
  detail: true,
  previous_hash: true,
};
const names = (Object.keys(columns) as (keyof Hashed)[]).sort();
