import type { CaseState, Fields } from '#engine';
import { type Database, statement, TransientError, type Tx } from '#platform';

/** The engine's state as it is stored: the form's fields stand in `form_version`, once for each version. */
export type StoredState = Omit<CaseState, 'form'>;

export interface LockedInstance {
  readonly id: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly organisation_id: string;
  readonly organisation_path: string;
  readonly state: StoredState;
  readonly form_version: number;
  readonly fields: Fields;
  readonly sequence: number;
  readonly last_hash: Buffer;
}

/** What was done before under the same idempotency key. */
export interface ReceiptRow {
  readonly digest: Buffer;
  readonly instance_id: string;
  readonly sequence: number;
}

/** Who sends a command and under which key; without a person, the system. */
export interface Sender {
  readonly tenant: string;
  readonly person: string | null;
  readonly key: string | null;
}

/** A case that a sender wants locked. */
export interface Wanted extends Sender {
  readonly instance: string;
  /** The sender's own id of the command, if it has one. */
  readonly command: string | null;
}

type Optional<T> = { readonly [Key in keyof T]: T[Key] | null };
type Prefixed<T> = { readonly [Key in keyof T as `receipt_${Key & string}`]: T[Key] | null };

const receiptColumns = 'r.digest AS receipt_digest, r.instance_id AS receipt_instance_id, r.sequence AS receipt_sequence';
const receiptJoin = 'LEFT JOIN receipt r ON r.tenant = q.tenant AND r.person_id = q.person AND r.key = q.key';
const revision = '(SELECT d.revision::text FROM directory_revision d WHERE d.tenant = q.tenant) AS revision';

// Within a sub-select PostgreSQL does not see how long the lists are. If it does, it thinks every short one worth a plan of its
// own and makes that anew each time, which takes longer than what is asked for.
const listed = (...types: readonly string[]): string =>
  `unnest(${types.map((type, index) => `(SELECT $${index + 1}::${type}[])`).join(', ')})`;

// One round trip for everything a group of commands needs to know: the cases under their locks, their forms, what was
// done before under the same keys, and how old the cached directory may be. The locks leave room for key-share locks,
// and are taken in one order by everybody, so that those who wait cannot wait for each other. A case's state travels
// once, however many commands of the group are for it: a step with 500 tasks has a hundred kilobytes of it.
const lockText = `SELECT q.place, i.id, i.definition_key, i.definition_version, i.organisation_id, i.organisation_path, i.form_version,
     i.sequence, i.last_hash,
     q.leader, CASE WHEN q.leader = q.place THEN i.state END AS state, CASE WHEN q.leader = q.place THEN f.fields END AS fields,
     ${receiptColumns}, ${revision},
     q.command IS NOT NULL AND EXISTS (
       SELECT FROM history h WHERE h.tenant = q.tenant AND h.instance_id = q.id AND h.command_id = q.command
     ) AS is_repeated
   FROM ${listed('int', 'text', 'uuid', 'uuid', 'text', 'text', 'int')} AS q (place, tenant, id, person, key, command, leader)
   JOIN instance i ON i.tenant = q.tenant AND i.id = q.id
   JOIN form_version f ON f.tenant = i.tenant AND f.instance_id = i.id AND f.version = i.form_version
   ${receiptJoin}
   ORDER BY i.tenant, i.id
   FOR NO KEY UPDATE OF i`;
const lockFree = statement('instance.lock-free', `${lockText} SKIP LOCKED`);
const lockAll = statement('instance.lock-all', lockText);

const prepareStarts = statement(
  'instance.prepare-starts',
  `SELECT q.place, nextval('case_number')::text AS case_number, ${receiptColumns}, ${revision}
   FROM ${listed('int', 'text', 'uuid', 'text')} AS q (place, tenant, person, key) ${receiptJoin}`,
);

const findReceipt = statement(
  'receipt.find',
  `SELECT digest AS receipt_digest, instance_id AS receipt_instance_id, sequence AS receipt_sequence
   FROM receipt WHERE tenant = $1 AND person_id = $2 AND key = $3`,
);

const findDefinition = statement(
  'instance.definition',
  'SELECT definition_key, definition_version FROM instance WHERE tenant = $1 AND id = $2',
);

const findItems = statement('instance.on-agenda', 'SELECT task FROM meeting_item WHERE tenant = $1 AND instance_id = $2 AND is_open');

const findTaken = statement(
  'instance.is-taken',
  'SELECT EXISTS (SELECT FROM instance WHERE tenant = $1 AND definition_key = $2 AND unique_key = $3) AS is_taken',
);

type Circumstances = Prefixed<ReceiptRow> & { readonly place: number; readonly revision: string | null };

type LockedRow = LockedInstance & Circumstances & { readonly is_repeated: boolean };

export interface Locked {
  readonly instance: LockedInstance;
  readonly receipt: ReceiptRow | undefined;
  readonly revision: string;
  /** Whether the case has carried out the command before. */
  readonly isRepeated: boolean;
}

export interface StartPrepared {
  readonly caseNumber: string;
  readonly receipt: ReceiptRow | undefined;
  readonly revision: string;
}

/** What was asked for, by its place in the question; what is missing was not to be had. */
type Answers<T> = ReadonlyMap<number, T>;

export class InstanceStore {
  constructor(private readonly database: Database) {}

  /**
   * Locks cases until the transaction ends.
   * @param isPatient whether to wait for cases that others hold; otherwise those are left out
   * @throws TransientError when they have been waited for as long as a statement may take.
   */
  async lock(tx: Tx, wanted: ReadonlyMap<number, Wanted>, isPatient: boolean): Promise<Answers<Locked>> {
    if (!isPatient) return this.askFor(tx, wanted, false);
    const found = await this.askFor(tx, wanted, true).catch(tooLong);
    const missing = new Map([...wanted].filter(([place]) => !found.has(place)));
    // Who has waited finds the case as it is now beside the forms there were when the statement began. If the form it
    // needs is not among those, there is no row; asked again under the lock, there is.
    return missing.size === 0 ? found : new Map([...found, ...(await this.askFor(tx, missing, true))]);
  }

  async prepareStarts(tx: Tx, senders: ReadonlyMap<number, Sender>): Promise<Answers<StartPrepared>> {
    if (senders.size === 0) return new Map();
    const rows = await tx.query<Circumstances & { readonly case_number: string }>(prepareStarts, [
      [...senders.keys()],
      columnOf(senders, 'tenant'),
      columnOf(senders, 'person'),
      columnOf(senders, 'key'),
    ]);
    return new Map(rows.map((row) => [row.place, { caseNumber: row.case_number, receipt: receiptOf(row), revision: row.revision ?? '' }]));
  }

  /** Looks again, for a receipt that was committed while the lock was waited for. */
  async receipt({ tenant, person, key }: Sender): Promise<ReceiptRow | undefined> {
    if (key === null) return undefined;
    const [row] = await this.database.query<Prefixed<ReceiptRow>>(findReceipt, [tenant, person, key]);
    return row && receiptOf(row);
  }

  /** Which version of which definition a case runs on. */
  async definitionOf(tenant: string, id: string): Promise<Pick<LockedInstance, 'definition_key' | 'definition_version'> | undefined> {
    const [row] = await this.database.query<Pick<LockedInstance, 'definition_key' | 'definition_version'>>(findDefinition, [tenant, id]);
    return row;
  }

  /** Whether there is a case of the process already that only one may be of. */
  async isTaken(tenant: string, definition: string, uniqueKey: string): Promise<boolean> {
    const [row] = await this.database.query<{ is_taken: boolean }>(findTaken, [tenant, definition, uniqueKey]);
    return row?.is_taken === true;
  }

  /** Its tasks that are on the agenda of a meeting. */
  async onAgenda(tenant: string, instance: string): Promise<number[]> {
    return (await this.database.query<{ task: number }>(findItems, [tenant, instance])).map(({ task }) => task);
  }

  private async askFor(tx: Tx, wanted: ReadonlyMap<number, Wanted>, isPatient: boolean): Promise<Map<number, Locked>> {
    if (wanted.size === 0) return new Map();
    const rows = await tx.query<Lean<LockedRow>>(isPatient ? lockAll : lockFree, [
      [...wanted.keys()],
      columnOf(wanted, 'tenant'),
      columnOf(wanted, 'instance'),
      columnOf(wanted, 'person'),
      columnOf(wanted, 'key'),
      columnOf(wanted, 'command'),
      leadersOf(wanted),
    ]);
    return new Map(
      withStates<LockedRow>(rows).map((row) => [
        row.place,
        { instance: row, receipt: receiptOf(row), revision: row.revision ?? '', isRepeated: row.is_repeated },
      ]),
    );
  }
}

function tooLong(error: unknown): never {
  const isCancelled = error instanceof Error && 'code' in error && error.code === '57014';
  throw isCancelled ? new TransientError('Others hold the case for too long.', { cause: error }) : error;
}

const columnOf = <Row, Column extends keyof Row>(rows: ReadonlyMap<number, Row>, column: Column): Row[Column][] =>
  [...rows.values()].map((row) => row[column]);

function receiptOf(row: Prefixed<ReceiptRow>): ReceiptRow | undefined {
  const { receipt_digest: digest, receipt_instance_id: instance_id, receipt_sequence: sequence } = row;
  const receipt: Optional<ReceiptRow> = { digest, instance_id, sequence };
  return digest === null ? undefined : (receipt as ReceiptRow);
}

/** For each, the place of the first that wants the same case. A case is known by its id within its tenant. */
function leadersOf(wanted: ReadonlyMap<number, Wanted>): number[] {
  const leaders = new Map<string, number>();
  return [...wanted].map(([place, { tenant, instance }]) => {
    const key = `${tenant} ${instance}`;
    const leader = leaders.get(key) ?? place;
    leaders.set(key, leader);
    return leader;
  });
}

type Lean<Row> = Omit<Row, 'state' | 'fields'> & {
  readonly leader: number;
  readonly state: StoredState | null;
  readonly fields: Fields | null;
};

/** Gives every row of a case the state that came with its first. */
function withStates<Row extends LockedInstance>(rows: readonly Lean<Row>[]): Row[] {
  const first = new Map(rows.flatMap(({ leader, state, fields }) => (state === null ? [] : [[leader, { state, fields }] as const])));
  return rows.flatMap((row) => (first.has(row.leader) ? [{ ...row, ...first.get(row.leader) } as unknown as Row] : []));
}
