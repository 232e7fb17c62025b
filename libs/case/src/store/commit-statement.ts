import { type Statement, statement } from '#platform';
import type { Commit, InstanceWrite } from './commit.store.ts';

/** What is put down by the one statement. */
type Table = Exclude<keyof Commit, 'renamedErrands'>;

type Columns<Row> = Readonly<Record<keyof Row, string>>;

const instanceKey = { tenant: 'text', instance_id: 'uuid' } as const;
const timerKey = { ...instanceKey, number: 'int' } as const;
const taskTitle = { ...instanceKey, number: 'int', title_zh: 'text', title_en: 'text' } as const;
const placeKey = { tenant: 'text', batch_id: 'uuid', place: 'int' } as const;
const childChange = { tenant: 'text', parent_id: 'uuid', number: 'int', asked_at: 'timestamptz', ended_because: 'text' } as const;
const callChange = { ...instanceKey, number: 'int', status: 'text', next_attempt_at: 'timestamptz', until: 'timestamptz' } as const;
const incidentKey = { ...instanceKey, step: 'text', at: 'timestamptz' } as const;

/** The SQL type of every column, in the order of an INSERT. */
const columns: { readonly [Name in Table]: Columns<Commit[Name][number]> } = {
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
    organisation_path: 'text',
    opened_at: 'timestamptz',
    due_at: 'timestamptz',
    limit_at: 'timestamptz',
    recused: 'uuid[]',
    claimed_by: 'uuid',
    status: 'text',
    outcome: 'text',
    decided_by: 'uuid',
    closed_at: 'timestamptz',
  },
  changedTasks: {
    ...taskTitle,
    step: 'text',
    definition_version: 'int',
    due_at: 'timestamptz',
    limit_at: 'timestamptz',
    status: 'text',
    outcome: 'text',
    decided_by: 'uuid',
    closed_at: 'timestamptz',
    is_claim: 'boolean',
    claimed_by: 'uuid',
    recused: 'uuid[]',
  },
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
  openedIncidents: { ...incidentKey, id: 'uuid', code: 'text', closed_at: 'timestamptz', detail: 'text' },
  closedIncidents: incidentKey,
  outbox: { tenant: 'text', job: 'text', payload: 'jsonb', created_at: 'timestamptz' },
  withheld: { ...placeKey, job: 'text', payload: 'jsonb', due_at: 'timestamptz' },
  dropped: placeKey,
  receipts: { ...instanceKey, person_id: 'uuid', key: 'text', digest: 'text', sequence: 'int', created_at: 'timestamptz' },
  attached: { ...instanceKey, id: 'uuid' },
  copies: { ...instanceKey, assignee: 'text', copied_at: 'timestamptz', copied_by: 'uuid', comment: 'text' },
  children: {
    ...childChange,
    child_id: 'uuid',
    state: 'text',
    definition_key: 'text',
    organisation_id: 'text',
    form: 'jsonb',
    depth: 'int',
    asked: 'int',
    is_pending: 'boolean',
  },
  changedChildren: childChange,
  calls: {
    ...callChange,
    state: 'text',
    target: 'text',
    body: 'jsonb',
    organisation_path: 'text',
    attempts: 'int',
    asked_at: 'timestamptz',
  },
  changedCalls: callChange,
  audits: {
    tenant: 'text',
    at: 'timestamptz',
    person_id: 'uuid',
    act: 'text',
    subject_kind: 'text',
    subject_id: 'text',
    organisation_path: 'text',
    before: 'jsonb',
    after: 'jsonb',
    comment: 'text',
    request_id: 'text',
  },
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

/** The tables of a commit, in the order their rows are sent. */
export const tables = Object.keys(columns) as Table[];
const listOf = (table: Table): string => Object.keys(columns[table]).join(', ');

/** The columns of an INSERT … SELECT, with hashes read from hexadecimal. */
const valuesOf = (table: Table, hashes: readonly string[] = []): string =>
  Object.keys(columns[table])
    .map((name) => (hashes.includes(name) ? `decode(x.${name}, 'hex')` : `x.${name}`))
    .join(', ');

/** The rows of one table, out of its parameter. */
function rowsOf(table: Table, parameter: number): string {
  const types = Object.entries(columns[table]).map(([name, type]) => `${name} ${type}`);
  return `jsonb_to_recordset($${parameter}::jsonb) AS x (${types.join(', ')})`;
}

// PostgreSQL takes such rows for a hundred, and for so many it would read a table of 20,000 from end to end. The range
// makes it expect one, so that each is looked up by the table's key.
const sameTask = 't.tenant = x.tenant AND t.instance_id = x.instance_id AND t.number = x.number AND x.number BETWEEN 1 AND 2147483647';
const ofFewCases = "x.instance_id BETWEEN '00000000-0000-0000-0000-000000000000' AND 'ffffffff-ffff-ffff-ffff-ffffffffffff'";

// Timers come and go, so their table is often counted while it is empty. A join would then read all of it for every row;
// a sub-select looks each up by the key. Nobody else touches the timers of a case that is locked, so a place stays one.
const placeOfTimer = 'SELECT k.ctid FROM timer k WHERE k.tenant = x.tenant AND k.instance_id = x.instance_id AND k.number = x.number';

/** How the rows of each table are put down. */
const writes: { readonly [Name in Table]: (rows: string) => string } = {
  started: (rows) => `INSERT INTO instance (${listOf('started')}) SELECT ${valuesOf('started', ['last_hash'])} FROM ${rows}`,
  moved: (
    rows,
  ) => `UPDATE instance i SET definition_version = x.definition_version, title_zh = x.title_zh, title_en = x.title_en, standing = x.standing, is_finished = x.is_finished,
      state = x.state, form_version = x.form_version, unique_key = x.unique_key, sequence = x.sequence,
      last_hash = decode(x.last_hash, 'hex'), changed_at = x.changed_at
    FROM ${rows} WHERE i.tenant = x.tenant AND i.id = x.id AND x.sequence BETWEEN 1 AND 2147483647`,
  forms: (rows) => `INSERT INTO form_version (${listOf('forms')}) SELECT ${valuesOf('forms')} FROM ${rows}`,
  openedTasks: (rows) => `INSERT INTO task (${listOf('openedTasks')}) SELECT ${valuesOf('openedTasks')} FROM ${rows}`,
  changedTasks: (rows) => `UPDATE task t SET status = COALESCE(x.status, t.status), step = COALESCE(x.step, t.step),
      definition_version = COALESCE(x.definition_version, t.definition_version), outcome = x.outcome, decided_by = x.decided_by,
      closed_at = x.closed_at, claimed_by = CASE WHEN x.is_claim THEN x.claimed_by ELSE t.claimed_by END,
      recused = COALESCE(x.recused, t.recused), due_at = NULLIF(COALESCE(x.due_at, t.due_at), 'infinity'),
      limit_at = NULLIF(COALESCE(x.limit_at, t.limit_at), 'infinity'), title_zh = COALESCE(x.title_zh, t.title_zh),
      title_en = CASE WHEN x.title_zh IS NULL THEN t.title_en ELSE x.title_en END
    FROM ${rows} WHERE ${sameTask}`,
  history: (rows) => `INSERT INTO history (${listOf('history')}) SELECT ${valuesOf('history', ['previous_hash', 'hash'])} FROM ${rows}`,
  setTimers: (rows) => `INSERT INTO timer (${listOf('setTimers')}) SELECT ${valuesOf('setTimers')} FROM ${rows}`,
  clearedTimers: (rows) => `DELETE FROM timer t WHERE t.ctid = ANY (ARRAY(SELECT (${placeOfTimer}) FROM ${rows}))`,
  openedIncidents: (rows) =>
    `INSERT INTO incident (tenant, instance_id, step, opened_at, id, code, closed_at, detail) SELECT ${valuesOf('openedIncidents')} FROM ${rows}`,
  closedIncidents: (rows) => `UPDATE incident n SET closed_at = x.at FROM ${rows}
    WHERE n.tenant = x.tenant AND n.instance_id = x.instance_id AND n.step = x.step AND n.closed_at IS NULL
      AND ${ofFewCases}`,
  outbox: (rows) => `INSERT INTO outbox (${listOf('outbox')}) SELECT ${valuesOf('outbox')} FROM ${rows}`,
  withheld: (rows) => `INSERT INTO withheld_message (${listOf('withheld')}) SELECT ${valuesOf('withheld')} FROM ${rows}`,
  dropped: (rows) => `DELETE FROM withheld_message m USING ${rows}
    WHERE m.tenant = x.tenant AND m.batch_id = x.batch_id AND m.place = x.place AND x.place BETWEEN 0 AND 2147483647`,
  receipts: (rows) => `INSERT INTO receipt (${listOf('receipts')}) SELECT ${valuesOf('receipts', ['digest'])} FROM ${rows}`,
  attached: (rows) => `UPDATE attachment a SET instance_id = x.instance_id FROM ${rows}
    WHERE a.tenant = x.tenant AND a.id = x.id AND (a.instance_id IS NULL OR a.instance_id = x.instance_id)
      AND ${ofFewCases} RETURNING a.id`,
  copies: (rows) => `INSERT INTO copied_case (${listOf('copies')}) SELECT ${valuesOf('copies')} FROM ${rows}
    ON CONFLICT (tenant, instance_id, assignee) DO UPDATE
      SET copied_at = EXCLUDED.copied_at, copied_by = EXCLUDED.copied_by, comment = EXCLUDED.comment`,
  children: (rows) => `INSERT INTO child_case (${listOf('children')}) SELECT ${valuesOf('children')} FROM ${rows}`,
  calls: (rows) => `INSERT INTO case_call (${listOf('calls')}) SELECT ${valuesOf('calls')} FROM ${rows}`,
  changedCalls: (rows) => `UPDATE case_call c SET status = x.status, next_attempt_at = x.next_attempt_at, until = x.until, attempts = 0
    FROM ${rows} WHERE c.tenant = x.tenant AND c.instance_id = x.instance_id AND c.number = x.number AND x.number BETWEEN 1 AND 2147483647`,
  // A parent may give up a child in the very transaction in which it ends: two rows for one.
  changedChildren: (rows) => `UPDATE child_case c SET asked = c.asked + 1, is_pending = true, asked_at = x.asked_at,
      ended_because = COALESCE(c.ended_because, x.ended_because)
    FROM (SELECT x.tenant, x.parent_id, x.number, max(x.asked_at) AS asked_at, max(x.ended_because) AS ended_because FROM ${rows}
      GROUP BY x.tenant, x.parent_id, x.number) AS x
    WHERE c.tenant = x.tenant AND c.parent_id = x.parent_id AND c.number = x.number AND x.number BETWEEN 1 AND 2147483647`,
  audits: (rows) => `INSERT INTO audit_entry (${listOf('audits')}) SELECT ${valuesOf('audits')} FROM ${rows}`,
};

// A file that another case took after it was looked up fails the whole statement by a division by nought: sent again,
// the command finds whose the file is.
const areAllAttached = (parameter: number): string =>
  `1 / ((SELECT count(*) FROM attached) = jsonb_array_length($${parameter}::jsonb))::int`;

const statements = new Map<number, Statement>();

/** One statement for every set of tables that has rows: most commands leave half of them alone. */
export function statementFor(concerned: readonly Table[]): Statement {
  const set = concerned.reduce((sum, table) => sum + 2 ** tables.indexOf(table), 0);
  const known = statements.get(set);
  if (known !== undefined) return known;
  const parts = concerned.map((table, index) => `${table} AS (${writes[table](rowsOf(table, index + 1))})`);
  const last = concerned.includes('attached') ? areAllAttached(concerned.indexOf('attached') + 1) : '';
  const made = statement(`commit.${set}`, `WITH ${parts.join(', ')} SELECT ${last}`);
  statements.set(set, made);
  return made;
}
