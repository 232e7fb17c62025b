import type pg from 'pg';
import type { Decision } from './peer.ts';

/**
 * What an application keeps beside an engine that keeps none of it: instances to list, tasks to ask for, a history. One
 * named statement a command, which is more care than most applications take, so that what is measured is the engine.
 */
export const appTables = `
CREATE TABLE instance (
  id uuid PRIMARY KEY,
  form jsonb NOT NULL,
  state jsonb NOT NULL,
  step integer NOT NULL,
  changed_at timestamptz NOT NULL
) WITH (fillfactor = 75);

CREATE TABLE task (
  instance_id uuid NOT NULL,
  number integer NOT NULL,
  assignee text NOT NULL,
  is_open boolean NOT NULL,
  outcome text,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (instance_id, number)
) WITH (fillfactor = 75);
CREATE INDEX task_queue ON task (assignee, opened_at, instance_id) WHERE is_open;

CREATE TABLE history (
  instance_id uuid NOT NULL,
  sequence integer NOT NULL,
  at timestamptz NOT NULL,
  person text NOT NULL,
  outcome text NOT NULL,
  comment text,
  PRIMARY KEY (instance_id, sequence)
);

CREATE TABLE outbox (
  instance_id uuid NOT NULL,
  number integer NOT NULL,
  job text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (instance_id, number)
);
`;

interface Written {
  readonly instance: string;
  readonly state: unknown;
  /** Of the task that opens, unless none does. */
  readonly assignee: string | null;
  /** Whether the message belongs into the outbox here; else somebody else carries it. */
  readonly hasOutbox: boolean;
}

export async function writeStart(
  client: pg.Pool | pg.PoolClient,
  { instance, state, assignee, hasOutbox }: Written,
  form: object,
): Promise<void> {
  await client.query({ name: 'write-start', text: start, values: [instance, form, state, assignee, hasOutbox] });
}

/** `step` counts from one. */
export async function writeDecision(
  client: pg.Pool | pg.PoolClient,
  { instance, state, assignee, hasOutbox }: Written,
  step: number,
  { person, outcome, comment }: Decision,
): Promise<void> {
  const values = [instance, state, step, person, outcome, comment, assignee, hasOutbox];
  await client.query({ name: 'write-decision', text: decision, values });
}

// An engine may carry out a step again after a crash, so nothing may be written twice.
const start = `
  WITH begun AS (
    INSERT INTO instance (id, form, state, step, changed_at) VALUES ($1, $2, $3, 1, now()) ON CONFLICT DO NOTHING
  ), opened AS (
    INSERT INTO task (instance_id, number, assignee, is_open, opened_at) VALUES ($1, 1, $4, true, now()) ON CONFLICT DO NOTHING
  ), told AS (
    INSERT INTO outbox (instance_id, number, job, created_at) SELECT $1, 1, 'task-opened', now() WHERE $5 ON CONFLICT DO NOTHING
  )
  INSERT INTO history (instance_id, sequence, at, person, outcome) VALUES ($1, 1, now(), 'applicant', 'started') ON CONFLICT DO NOTHING`;

const decision = `
  WITH moved AS (
    UPDATE instance SET state = $2, step = $3::int + 1, changed_at = now() WHERE id = $1
  ), closed AS (
    UPDATE task SET is_open = false, outcome = $5, closed_at = now() WHERE instance_id = $1 AND number = $3
  ), opened AS (
    INSERT INTO task (instance_id, number, assignee, is_open, opened_at)
    SELECT $1, $3 + 1, $7::text, true, now() WHERE $7 IS NOT NULL ON CONFLICT DO NOTHING
  ), told AS (
    INSERT INTO outbox (instance_id, number, job, created_at)
    SELECT $1, $3 + 1, 'task-opened', now() WHERE $8 ON CONFLICT DO NOTHING
  )
  INSERT INTO history (instance_id, sequence, at, person, outcome, comment)
  VALUES ($1, $3 + 1, now(), $4, $5, $6) ON CONFLICT DO NOTHING`;
