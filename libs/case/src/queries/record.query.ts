import { type Database, statement } from '#platform';
import type { HistoryWrite } from '../store/commit.store.ts';

/** What a command came to, as its sender is told. It is made of a history row alone, so a replay reads the same. */
export interface CommandRecord {
  readonly instance: string;
  /** The number of the last history row the command wrote. */
  readonly sequence: number;
  readonly at: string;
  /** Where the case stands after it. */
  readonly states: readonly string[];
  readonly formVersion: number;
  /** What the step came to; absent while it waits for others, and for commands that settle nothing. */
  readonly settled?: string;
  /** Hash of that row, hexadecimal. */
  readonly hash: string;
}

type Recorded = Pick<HistoryWrite, 'sequence' | 'settled' | 'form_version' | 'to_states'>;

const findRow = statement(
  'history.row',
  `SELECT sequence, at, settled, form_version, to_states, encode(hash, 'hex') AS hash
   FROM history WHERE tenant = $1 AND instance_id = $2 AND sequence = $3`,
);

export const recordOf = (instance: string, row: Recorded & Pick<HistoryWrite, 'at' | 'hash'>): CommandRecord => ({
  instance,
  sequence: row.sequence,
  at: row.at,
  states: row.to_states,
  formVersion: row.form_version,
  ...(row.settled !== null && { settled: row.settled }),
  hash: row.hash,
});

/** Reads what a command came to from its history row. */
export async function readRecord(database: Database, tenant: string, instance: string, sequence: number): Promise<CommandRecord> {
  const [row] = await database.query<Recorded & { readonly at: Date; readonly hash: string }>(findRow, [tenant, instance, sequence]);
  if (row === undefined) throw new Error(`history row ${sequence} of ${instance} is missing`);
  return recordOf(instance, { ...row, at: row.at.toISOString() });
}
