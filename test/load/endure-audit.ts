import { createDataSource } from '#platform';
import { contradictions } from '../support/tables.ts';
import { approval } from './approval.ts';
import { ask } from './ask.ts';
import type { Sent } from './endure-user.ts';

/** Something acknowledged is not there; something is there that nobody asked for, or twice; tables do not fit each other. */
export type FaultKind = 'lost' | 'doubled' | 'torn';

export interface Fault {
  readonly kind: FaultKind;
  readonly text: string;
}

export interface Audit {
  /** The keys of all that is on disk. */
  readonly found: ReadonlySet<string>;
  readonly faults: readonly Fault[];
}

type Line = {
  readonly instance: string;
  readonly sequence: number;
  /** 0 for the start of a case. */
  readonly task: number;
  readonly hash: string;
  /** Under which it was asked for. */
  readonly key: string | null;
};

/** Compares everything that was ever sent with what is on disk, line by line. */
export async function audit(address: string, sent: readonly Sent[]): Promise<Audit> {
  // Autovacuum does so within a minute; until then PostgreSQL knows nothing of the tables and joins them by guess.
  await ask(address, 'ANALYZE');
  const lines = await ask<Line>(address, linesWithKeys, [approval.key]);
  const missing = new Map(sent.map((one) => [one.key, one]));
  const places = new Set<string>();
  const faults: Fault[] = [];
  for (const line of lines) {
    const place = `${line.instance} ${line.sequence}`;
    const command = missing.get(line.key ?? '');
    // One row cannot be what came of two commands: of one of them there is nothing.
    if (places.has(place)) faults.push({ kind: 'lost', text: `${place} stands for more than one command` });
    else if (command === undefined) faults.push({ kind: 'doubled', text: `${place} (task ${line.task}) comes from nothing that was sent` });
    else if (!fits(line, command)) faults.push({ kind: 'lost', text: `${place} is not what was acknowledged for ${command.path}` });
    places.add(place);
    missing.delete(line.key ?? '');
  }
  for (const { record, path, key } of missing.values()) {
    if (record !== undefined) faults.push({ kind: 'lost', text: `${record.instance} ${record.sequence} is missing: ${path}, ${key}` });
  }
  const found = new Set(sent.map(({ key }) => key).filter((key) => !missing.has(key)));
  return { found, faults: [...faults, ...(await torn(address))] };
}

const fits = ({ instance, sequence, task, hash }: Line, { record, ...command }: Sent): boolean =>
  task === command.task && (record === undefined || (record.instance === instance && record.sequence === sequence && record.hash === hash));

/** What is half written, in the cases of all processes. */
async function torn(address: string): Promise<Fault[]> {
  const dataSource = createDataSource({ url: address, poolSize: 1, applicationName: 'endure', entities: [] });
  await dataSource.initialize();
  try {
    return (await contradictions(dataSource)).map((row) => ({ kind: 'torn', text: JSON.stringify(row) }));
  } finally {
    await dataSource.destroy();
  }
}

const linesWithKeys = `
  SELECT h.instance_id AS instance, h.sequence, coalesce(h.task, 0) AS task, encode(h.hash, 'hex') AS hash, r.key
  FROM instance i
  JOIN history h ON h.tenant = i.tenant AND h.instance_id = i.id
  LEFT JOIN receipt r ON r.tenant = h.tenant AND r.instance_id = h.instance_id AND r.sequence = h.sequence
  WHERE i.definition_key = $1`;
