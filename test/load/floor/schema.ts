/**
 * The same work in tables of the smallest shape that does it, and with the least that can be sent: one call of a
 * function a decision. What a decision leaves: the instance's state, its task closed and the next one open, a history
 * row, two timers cleared and two set, a message in the outbox.
 */
export const floorSchema = `
CREATE TABLE instance (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  form jsonb NOT NULL,
  state jsonb NOT NULL,
  step integer NOT NULL,
  changed_at timestamptz NOT NULL
) WITH (fillfactor = 75);

CREATE TABLE task (
  instance_id bigint NOT NULL,
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
  instance_id bigint NOT NULL,
  sequence integer NOT NULL,
  at timestamptz NOT NULL,
  person text NOT NULL,
  outcome text NOT NULL,
  comment text,
  PRIMARY KEY (instance_id, sequence)
);

CREATE TABLE timer (
  instance_id bigint NOT NULL,
  number integer NOT NULL,
  event text NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (instance_id, number)
);
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE FUNCTION open_step(instance bigint, step integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO task (instance_id, number, assignee, is_open, opened_at) VALUES (instance, step, 'post:' || step, true, now());
  INSERT INTO timer (instance_id, number, event, due_at)
    VALUES (instance, 2 * step - 1, 'reminder', now() + interval '3 days'), (instance, 2 * step, 'overdue', now() + interval '10 days');
END $$;

CREATE FUNCTION begin_case(given_form jsonb, given_state jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  begun bigint;
BEGIN
  INSERT INTO instance (form, state, step, changed_at) VALUES (given_form, given_state, 1, now()) RETURNING id INTO begun;
  INSERT INTO history (instance_id, sequence, at, person, outcome) VALUES (begun, 1, now(), 'applicant', 'started');
  INSERT INTO outbox (job, payload, created_at) VALUES ('task-opened', jsonb_build_object('instance', begun, 'task', 1), now());
  PERFORM open_step(begun, 1);
  RETURN begun;
END $$;

CREATE FUNCTION decide(given_instance bigint, given_state jsonb, given_comment text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  current integer;
BEGIN
  SELECT step INTO STRICT current FROM instance WHERE id = given_instance FOR NO KEY UPDATE;
  UPDATE instance SET state = given_state, step = current + 1, changed_at = now() WHERE id = given_instance;
  UPDATE task SET is_open = false, outcome = 'approve', closed_at = now() WHERE instance_id = given_instance AND number = current;
  DELETE FROM timer WHERE instance_id = given_instance;
  INSERT INTO history (instance_id, sequence, at, person, outcome, comment)
    VALUES (given_instance, current + 1, now(), 'person:' || current, 'approve', given_comment);
  INSERT INTO outbox (job, payload, created_at)
    VALUES ('task-opened', jsonb_build_object('instance', given_instance, 'task', current + 1), now());
  IF current < 4 THEN PERFORM open_step(given_instance, current + 1); END IF;
  RETURN current;
END $$;
`;

/** A saved state of a few hundred bytes, as a machine in the middle of its way has it. */
export const floorState = {
  value: 'academicAffairs',
  status: 'active',
  context: { applicant: '0190d3a5-6c1e-7c53-9d2b-6a1f0e4b7c11', title: '信息工程系2024年试点', lastTask: 3, lastTimer: 6 },
  historyValue: {},
  timers: { reminder: '2024-03-25T01:00:00.000Z', overdue: '2024-04-01T01:00:00.000Z' },
};
