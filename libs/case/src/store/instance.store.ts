import type { CaseState, Fields } from '#engine';
import { type Database, statement, type Tx } from '#platform';
import { isId } from '../is-id.ts';

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

type Optional<T> = { readonly [Key in keyof T]: T[Key] | null };
type Prefixed<T> = { readonly [Key in keyof T as `receipt_${Key & string}`]: T[Key] | null };

const receiptColumns = 'r.digest AS receipt_digest, r.instance_id AS receipt_instance_id, r.sequence AS receipt_sequence';

// One round trip for everything a command needs to know: the case under its lock, its form, what was done before under
// the same key, and how old the cached directory may be. The lock leaves room for key-share locks.
const lock = statement(
  'instance.lock',
  `SELECT i.id, i.definition_key, i.definition_version, i.organisation_id, i.organisation_path, i.state, i.form_version,
     i.sequence, i.last_hash, f.fields, ${receiptColumns},
     (SELECT revision::text FROM directory_revision WHERE tenant = $1) AS revision
   FROM instance i
   JOIN form_version f ON f.tenant = i.tenant AND f.instance_id = i.id AND f.version = i.form_version
   LEFT JOIN receipt r ON r.tenant = $1 AND r.person_id = $3 AND r.key = $4
   WHERE i.tenant = $1 AND i.id = $2
   FOR NO KEY UPDATE OF i`,
);

const prepareStart = statement(
  'instance.prepare-start',
  `SELECT nextval('case_number')::text AS case_number, ${receiptColumns},
     (SELECT revision::text FROM directory_revision WHERE tenant = $1) AS revision
   FROM (VALUES (1)) AS one LEFT JOIN receipt r ON r.tenant = $1 AND r.person_id = $2 AND r.key = $3`,
);

const findReceipt = statement(
  'receipt.find',
  `SELECT digest AS receipt_digest, instance_id AS receipt_instance_id, sequence AS receipt_sequence
   FROM receipt WHERE tenant = $1 AND person_id = $2 AND key = $3`,
);

const findCommand = statement('history.command', 'SELECT FROM history WHERE tenant = $1 AND instance_id = $2 AND command_id = $3 LIMIT 1');

type Circumstances = Prefixed<ReceiptRow> & { readonly revision: string | null };

export interface Locked {
  readonly instance: LockedInstance;
  readonly receipt: ReceiptRow | undefined;
  readonly revision: string;
}

export interface StartPrepared {
  readonly caseNumber: string;
  readonly receipt: ReceiptRow | undefined;
  readonly revision: string;
}

export class InstanceStore {
  constructor(private readonly database: Database) {}

  /** Waits for the case and holds it until the transaction ends. */
  async lock(tx: Tx, { tenant, person, key }: Sender, id: string): Promise<Locked | undefined> {
    if (!isId(id)) return undefined;
    const ask = () => tx.query<LockedInstance & Circumstances>(lock, [tenant, id, person, key]);
    // Who has waited finds the case as it is now beside the forms there were when the statement began. If the form it
    // needs is not among those, there is no row; asked again under the lock, there is.
    const rows = await ask();
    const [row] = rows.length > 0 ? rows : await ask();
    return row && { instance: row, receipt: receiptOf(row), revision: row.revision ?? '' };
  }

  /** Whether the case has carried out the command before; to be asked under its lock. */
  async hasDone(tx: Tx, tenant: string, id: string, command: string): Promise<boolean> {
    return (await tx.query(findCommand, [tenant, id, command])).length > 0;
  }

  async prepareStart(tx: Tx, { tenant, person, key }: Sender): Promise<StartPrepared> {
    const [row] = await tx.query<Circumstances & { readonly case_number: string }>(prepareStart, [tenant, person, key]);
    if (row === undefined) throw new Error('a statement over one row returned none');
    return { caseNumber: row.case_number, receipt: receiptOf(row), revision: row.revision ?? '' };
  }

  /** Looks again, for a receipt that was committed while the lock was waited for. */
  async receipt({ tenant, person, key }: Sender): Promise<ReceiptRow | undefined> {
    if (key === null) return undefined;
    const [row] = await this.database.query<Prefixed<ReceiptRow>>(findReceipt, [tenant, person, key]);
    return row && receiptOf(row);
  }
}

function receiptOf(row: Prefixed<ReceiptRow>): ReceiptRow | undefined {
  const { receipt_digest: digest, receipt_instance_id: instance_id, receipt_sequence: sequence } = row;
  const receipt: Optional<ReceiptRow> = { digest, instance_id, sequence };
  return digest === null ? undefined : (receipt as ReceiptRow);
}
