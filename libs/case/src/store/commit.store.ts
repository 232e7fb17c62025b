import { statement, type Tx } from '#platform';

/**
 * Everything that changes by one or more commands, table by table, as rows. All of it is put down by one statement, so
 * a group of commands costs the same round trip as one.
 */
export interface Commit {
  readonly started: readonly InstanceWrite[];
  readonly moved: readonly InstanceWrite[];
  readonly forms: readonly FormWrite[];
  readonly openedTasks: readonly TaskWrite[];
  readonly closedTasks: readonly TaskClosing[];
  readonly retitledTasks: readonly TaskTitle[];
  readonly history: readonly HistoryWrite[];
  readonly setTimers: readonly TimerWrite[];
  readonly clearedTimers: readonly TimerKey[];
  readonly openedIncidents: readonly IncidentWrite[];
  readonly closedIncidents: readonly IncidentKey[];
  readonly outbox: readonly OutboxWrite[];
  readonly receipts: readonly ReceiptWrite[];
  readonly attached: readonly AttachmentKey[];
}

interface InstanceKey {
  readonly tenant: string;
  readonly instance_id: string;
}

export interface InstanceWrite {
  readonly tenant: string;
  readonly id: string;
  readonly case_number: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly applicant: string;
  readonly organisation_id: string;
  readonly organisation_path: string;
  readonly standing: readonly string[];
  readonly is_finished: boolean;
  readonly state: unknown;
  readonly form_version: number;
  readonly unique_key: string | null;
  readonly sequence: number;
  /** Hexadecimal. */
  readonly last_hash: string;
  readonly started_at: string;
  readonly changed_at: string;
}

export interface FormWrite extends InstanceKey {
  readonly version: number;
  readonly fields: unknown;
  readonly written_at: string;
  readonly written_by: string | null;
}

export interface TaskWrite extends InstanceKey {
  readonly number: number;
  readonly step: string;
  readonly visit: number;
  readonly assignee: string;
  readonly excluded: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly opened_at: string;
  readonly due_at: string | null;
}

export interface TaskClosing extends InstanceKey {
  readonly number: number;
  readonly status: 'decided' | 'settled' | 'left';
  readonly outcome: string | null;
  readonly decided_by: string | null;
  readonly closed_at: string;
}

export interface TaskTitle extends InstanceKey {
  readonly number: number;
  readonly title_zh: string;
  readonly title_en: string | null;
}

export interface HistoryWrite extends InstanceKey {
  readonly sequence: number;
  readonly at: string;
  readonly command_id: string;
  readonly kind: string;
  readonly person_id: string | null;
  readonly on_behalf_of: string | null;
  readonly post: string | null;
  readonly organisation_id: string | null;
  readonly step: string | null;
  readonly task: number | null;
  readonly outcome: string | null;
  readonly settled: string | null;
  readonly comment: string | null;
  readonly form_version: number;
  readonly attachments: readonly unknown[];
  readonly from_states: readonly string[];
  readonly to_states: readonly string[];
  readonly detail: unknown;
  /** Hexadecimal, like `hash`. */
  readonly previous_hash: string;
  readonly hash: string;
}

export interface TimerKey extends InstanceKey {
  readonly number: number;
}

export interface TimerWrite extends TimerKey {
  readonly event: string;
  readonly due_at: string;
}

export interface IncidentKey extends InstanceKey {
  readonly step: string;
  readonly at: string;
}

export interface IncidentWrite extends IncidentKey {
  readonly id: string;
  readonly code: string;
}

export interface OutboxWrite {
  readonly tenant: string;
  readonly job: string;
  readonly payload: unknown;
  readonly created_at: string;
}

export interface ReceiptWrite extends InstanceKey {
  readonly person_id: string;
  readonly key: string;
  /** Hexadecimal. */
  readonly digest: string;
  readonly sequence: number;
  readonly created_at: string;
}

export interface AttachmentKey extends InstanceKey {
  readonly id: string;
}

type Columns<Row> = Readonly<Record<keyof Row, string>>;

const instanceKey = { tenant: 'text', instance_id: 'uuid' } as const;
const timerKey = { ...instanceKey, number: 'int' } as const;
const taskTitle = { ...instanceKey, number: 'int', title_zh: 'text', title_en: 'text' } as const;
const incidentKey = { ...instanceKey, step: 'text', at: 'timestamptz' } as const;

/** The SQL type of every column, in the order of the statement's parameters. */
const columns: { readonly [Table in keyof Commit]: Columns<Commit[Table][number]> } = {
  started: instanceColumns(),
  moved: instanceColumns(),
  forms: { ...instanceKey, version: 'int', fields: 'jsonb', written_at: 'timestamptz', written_by: 'uuid' },
  openedTasks: {
    ...taskTitle,
    step: 'text',
    visit: 'int',
    assignee: 'text',
    excluded: 'uuid',
    definition_key: 'text',
    definition_version: 'int',
    opened_at: 'timestamptz',
    due_at: 'timestamptz',
  },
  closedTasks: {
    ...instanceKey,
    number: 'int',
    status: 'text',
    outcome: 'text',
    decided_by: 'uuid',
    closed_at: 'timestamptz',
  },
  retitledTasks: taskTitle,
  history: {
    ...instanceKey,
    sequence: 'int',
    at: 'timestamptz',
    command_id: 'text',
    kind: 'text',
    person_id: 'uuid',
    on_behalf_of: 'uuid',
    post: 'text',
    organisation_id: 'uuid',
    step: 'text',
    task: 'int',
    outcome: 'text',
    settled: 'text',
    comment: 'text',
    form_version: 'int',
    attachments: 'jsonb',
    from_states: 'text[]',
    to_states: 'text[]',
    detail: 'jsonb',
    previous_hash: 'text',
    hash: 'text',
  },
  setTimers: { ...timerKey, event: 'text', due_at: 'timestamptz' },
  clearedTimers: timerKey,
  openedIncidents: { ...incidentKey, id: 'uuid', code: 'text' },
  closedIncidents: incidentKey,
  outbox: { tenant: 'text', job: 'text', payload: 'jsonb', created_at: 'timestamptz' },
  receipts: { ...instanceKey, person_id: 'uuid', key: 'text', digest: 'text', sequence: 'int', created_at: 'timestamptz' },
  attached: { ...instanceKey, id: 'uuid' },
};

function instanceColumns(): Columns<InstanceWrite> {
  return {
    tenant: 'text',
    id: 'uuid',
    case_number: 'bigint',
    definition_key: 'text',
    definition_version: 'int',
    title_zh: 'text',
    title_en: 'text',
    applicant: 'uuid',
    organisation_id: 'uuid',
    organisation_path: 'text',
    standing: 'text[]',
    is_finished: 'boolean',
    state: 'jsonb',
    form_version: 'int',
    unique_key: 'text',
    sequence: 'int',
    last_hash: 'text',
    started_at: 'timestamptz',
    changed_at: 'timestamptz',
  };
}

const tables = Object.keys(columns) as (keyof Commit)[];
const listOf = (table: keyof Commit): string => Object.keys(columns[table]).join(', ');

/** The rows of one table, out of its parameter. */
function rowsOf(table: keyof Commit): string {
  const types = Object.entries(columns[table]).map(([name, type]) => `${name} ${type}`);
  return `jsonb_to_recordset($${tables.indexOf(table) + 1}::jsonb) AS x (${types.join(', ')})`;
}

/** The columns of an INSERT … SELECT, with hashes read from hexadecimal. */
const valuesOf = (table: keyof Commit, hashes: readonly string[] = []): string =>
  Object.keys(columns[table])
    .map((name) => (hashes.includes(name) ? `decode(x.${name}, 'hex')` : `x.${name}`))
    .join(', ');

const sameTask = 't.tenant = x.tenant AND t.instance_id = x.instance_id AND t.number = x.number';

const commitAll = statement(
  'commit',
  `WITH started AS (
     INSERT INTO instance (${listOf('started')}) SELECT ${valuesOf('started', ['last_hash'])} FROM ${rowsOf('started')}
   ), moved AS (
     UPDATE instance i SET title_zh = x.title_zh, title_en = x.title_en, standing = x.standing, is_finished = x.is_finished,
       state = x.state, form_version = x.form_version, unique_key = x.unique_key, sequence = x.sequence,
       last_hash = decode(x.last_hash, 'hex'), changed_at = x.changed_at
     FROM ${rowsOf('moved')} WHERE i.tenant = x.tenant AND i.id = x.id
   ), forms AS (
     INSERT INTO form_version (${listOf('forms')}) SELECT ${valuesOf('forms')} FROM ${rowsOf('forms')}
   ), opened_tasks AS (
     INSERT INTO task (${listOf('openedTasks')}, status) SELECT ${valuesOf('openedTasks')}, 'open' FROM ${rowsOf('openedTasks')}
   ), closed_tasks AS (
     UPDATE task t SET status = x.status, outcome = x.outcome, decided_by = x.decided_by, closed_at = x.closed_at
     FROM ${rowsOf('closedTasks')} WHERE ${sameTask}
   ), retitled_tasks AS (
     UPDATE task t SET title_zh = x.title_zh, title_en = x.title_en FROM ${rowsOf('retitledTasks')} WHERE ${sameTask}
   ), history AS (
     INSERT INTO history (${listOf('history')}) SELECT ${valuesOf('history', ['previous_hash', 'hash'])} FROM ${rowsOf('history')}
   ), set_timers AS (
     INSERT INTO timer (${listOf('setTimers')}) SELECT ${valuesOf('setTimers')} FROM ${rowsOf('setTimers')}
   ), cleared_timers AS (
     DELETE FROM timer t USING ${rowsOf('clearedTimers')} WHERE ${sameTask}
   ), opened_incidents AS (
     INSERT INTO incident (tenant, instance_id, step, opened_at, id, code) SELECT ${valuesOf('openedIncidents')} FROM ${rowsOf('openedIncidents')}
   ), closed_incidents AS (
     UPDATE incident n SET closed_at = x.at FROM ${rowsOf('closedIncidents')}
     WHERE n.tenant = x.tenant AND n.instance_id = x.instance_id AND n.step = x.step AND n.closed_at IS NULL
   ), outbox AS (
     INSERT INTO outbox (${listOf('outbox')}) SELECT ${valuesOf('outbox')} FROM ${rowsOf('outbox')}
   ), receipts AS (
     INSERT INTO receipt (${listOf('receipts')}) SELECT ${valuesOf('receipts', ['digest'])} FROM ${rowsOf('receipts')}
   ), attached AS (
     UPDATE attachment a SET instance_id = x.instance_id FROM ${rowsOf('attached')}
     WHERE a.tenant = x.tenant AND a.id = x.id AND a.instance_id IS NULL
   )
   SELECT`,
);

/** Sends the whole commit in one statement, together with COMMIT. */
export const writeCommit = (tx: Tx, commit: Commit): void =>
  tx.finishWith(
    commitAll,
    tables.map((table) => JSON.stringify(commit[table])),
  );
