import type { MigrationInterface, QueryRunner } from 'typeorm';

const organisations = `
CREATE TABLE organisation (
  tenant text NOT NULL,
  id uuid NOT NULL,
  parent_id uuid,
  kind text NOT NULL,
  type text NOT NULL,
  name text NOT NULL,
  code text,
  -- Ids from the root down to this one, each followed by a slash: a subtree is a prefix.
  path text NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, parent_id) REFERENCES organisation (tenant, id)
);
CREATE INDEX organisation_path ON organisation (tenant, path text_pattern_ops);
CREATE UNIQUE INDEX organisation_code ON organisation (tenant, code) WHERE code IS NOT NULL;

CREATE TABLE person (
  tenant text NOT NULL,
  id uuid NOT NULL,
  account text NOT NULL,
  name text NOT NULL,
  disabled_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX person_account ON person (lower(account));

CREATE TABLE credential (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  password_hash text NOT NULL,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  PRIMARY KEY (tenant, person_id),
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id)
);

CREATE TABLE post_holding (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  post text NOT NULL,
  organisation_id uuid NOT NULL,
  valid_from date NOT NULL,
  -- The last day on which the post is held; open while null.
  valid_to date,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id),
  FOREIGN KEY (tenant, organisation_id) REFERENCES organisation (tenant, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX post_holding_organisation ON post_holding (tenant, organisation_id, post);
CREATE INDEX post_holding_person ON post_holding (tenant, person_id);

CREATE TABLE session (
  -- SHA-256 of the token in the cookie: who reads the table cannot sign in with it.
  token_hash bytea PRIMARY KEY,
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id)
);
CREATE INDEX session_expiry ON session (expires_at);

-- Counts every change to who is where, so that a cached directory knows when it is old. The trigger cannot be forgotten.
CREATE TABLE directory_revision (
  tenant text PRIMARY KEY,
  revision bigint NOT NULL
);
CREATE FUNCTION count_directory_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO directory_revision (tenant, revision) VALUES (COALESCE(NEW.tenant, OLD.tenant), 1)
    ON CONFLICT (tenant) DO UPDATE SET revision = directory_revision.revision + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER organisation_revision AFTER INSERT OR UPDATE OR DELETE ON organisation
  FOR EACH ROW EXECUTE FUNCTION count_directory_revision();
CREATE TRIGGER person_revision AFTER INSERT OR UPDATE OR DELETE ON person
  FOR EACH ROW EXECUTE FUNCTION count_directory_revision();
CREATE TRIGGER post_holding_revision AFTER INSERT OR UPDATE OR DELETE ON post_holding
  FOR EACH ROW EXECUTE FUNCTION count_directory_revision();
`;

const cases = `
CREATE TABLE definition_version (
  tenant text NOT NULL,
  key text NOT NULL,
  version integer NOT NULL,
  -- SHA-256 of the canonical document (RFC 8785), in hexadecimal.
  content_hash text NOT NULL,
  document jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  -- Null when the version came with the software.
  published_by uuid,
  note text,
  PRIMARY KEY (tenant, key, version),
  UNIQUE (tenant, key, content_hash)
);

CREATE SEQUENCE case_number;

-- No foreign keys among the tables of a case: one door writes them all in one statement, and a check for every row
-- would cost a look-up each.
CREATE TABLE instance (
  tenant text NOT NULL,
  id uuid NOT NULL,
  case_number bigint NOT NULL DEFAULT nextval('case_number'),
  definition_key text NOT NULL,
  definition_version integer NOT NULL,
  title_zh text NOT NULL,
  title_en text,
  applicant uuid NOT NULL,
  organisation_id uuid NOT NULL,
  organisation_path text NOT NULL,
  -- Paths of the states it stands in.
  standing text[] NOT NULL,
  is_finished boolean NOT NULL,
  state jsonb NOT NULL,
  form_version integer NOT NULL,
  unique_key text,
  -- How many history rows it has, and the hash of the last.
  sequence integer NOT NULL,
  last_hash bytea NOT NULL,
  started_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
) WITH (fillfactor = 75);
CREATE INDEX instance_applicant ON instance (tenant, applicant, started_at DESC, id DESC);
CREATE INDEX instance_organisation ON instance (tenant, organisation_path text_pattern_ops, started_at DESC);
CREATE UNIQUE INDEX instance_unique_key ON instance (tenant, definition_key, unique_key) WHERE unique_key IS NOT NULL;

CREATE TABLE form_version (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  version integer NOT NULL,
  fields jsonb NOT NULL,
  written_at timestamptz NOT NULL,
  written_by uuid,
  PRIMARY KEY (tenant, instance_id, version)
);

CREATE TABLE task (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  number integer NOT NULL,
  step text NOT NULL,
  visit integer NOT NULL,
  -- 'person:<id>' or 'post:<post>@<organisation id>'.
  assignee text NOT NULL,
  -- The applicant, where they may not decide although they hold the post.
  excluded uuid,
  definition_key text NOT NULL,
  definition_version integer NOT NULL,
  -- The case's title, kept here so that a queue is read from one table.
  title_zh text NOT NULL,
  title_en text,
  status text NOT NULL CHECK (status IN ('open', 'decided', 'settled', 'left')),
  opened_at timestamptz NOT NULL,
  due_at timestamptz,
  outcome text,
  decided_by uuid,
  closed_at timestamptz,
  PRIMARY KEY (tenant, instance_id, number)
) WITH (fillfactor = 75);
CREATE INDEX task_queue ON task (tenant, assignee, opened_at, instance_id, number) WHERE status = 'open';
CREATE INDEX task_decided ON task (tenant, decided_by, closed_at DESC, instance_id DESC, number DESC) WHERE decided_by IS NOT NULL;

CREATE TABLE history (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  sequence integer NOT NULL,
  at timestamptz NOT NULL,
  command_id text NOT NULL,
  kind text NOT NULL,
  -- Null when the system did it.
  person_id uuid,
  on_behalf_of uuid,
  post text,
  organisation_id uuid,
  step text,
  task integer,
  outcome text,
  settled text,
  comment text,
  form_version integer NOT NULL,
  attachments jsonb NOT NULL,
  from_states text[] NOT NULL,
  to_states text[] NOT NULL,
  detail jsonb NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (tenant, instance_id, sequence)
);
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER history_kept BEFORE TRUNCATE ON history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE timer (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  number integer NOT NULL,
  event text NOT NULL,
  due_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, instance_id, number)
);
CREATE INDEX timer_due ON timer (due_at);

CREATE TABLE incident (
  tenant text NOT NULL,
  id uuid NOT NULL,
  instance_id uuid NOT NULL,
  step text NOT NULL,
  code text NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX incident_open ON incident (tenant, instance_id, step) WHERE closed_at IS NULL;

-- What was done for an Idempotency-Key, so that the same request again is answered and not done again.
CREATE TABLE receipt (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  key text NOT NULL,
  -- SHA-256 of the request's content.
  digest bytea NOT NULL,
  instance_id uuid NOT NULL,
  sequence integer NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, person_id, key)
);
CREATE INDEX receipt_age ON receipt (created_at);
`;

const messages = `
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  job text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE attachment (
  tenant text NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  -- SHA-256 of the content, in hexadecimal.
  sha256 text NOT NULL,
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  -- The case it belongs to, once a case refers to it.
  instance_id uuid,
  PRIMARY KEY (tenant, id)
);

CREATE TABLE notice (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- What caused it; the same cause gives the same person one notice.
  cause text NOT NULL,
  kind text NOT NULL,
  title_zh text NOT NULL,
  title_en text,
  instance_id uuid,
  task integer,
  created_at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (tenant, id),
  UNIQUE (tenant, cause, person_id)
);
CREATE INDEX notice_inbox ON notice (tenant, person_id, created_at DESC, id DESC);
`;

export class Initial1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [organisations, cases, messages]) await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database instead.');
  }
}
