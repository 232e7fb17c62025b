import type { MigrationInterface, QueryRunner } from 'typeorm';

const versions = `
-- From when cases begin on it. Of those that have come into force and are not retired, the one that came last is in force.
ALTER TABLE definition_version ADD COLUMN effective_at timestamptz;
UPDATE definition_version SET effective_at = published_at;
ALTER TABLE definition_version ALTER COLUMN effective_at SET NOT NULL;
-- Since when no case begins on it any more; those that run go on.
ALTER TABLE definition_version ADD COLUMN retired_at timestamptz;
ALTER TABLE definition_version ADD COLUMN retired_by uuid;
ALTER TABLE definition_version ADD COLUMN retirement_note text;
ALTER TABLE definition_version ADD COLUMN confirmed_by uuid;
CREATE FUNCTION refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published version is not changed' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER definition_version_immutable
  BEFORE UPDATE OF tenant, key, version, content_hash, document, published_at, published_by, confirmed_by, note ON definition_version
  FOR EACH ROW EXECUTE FUNCTION refuse_version_change();
-- How many cases run on which version.
CREATE INDEX instance_running ON instance (tenant, definition_key, definition_version) WHERE NOT is_finished;
`;

const drafts = `
-- A document that somebody works at. It may be half written: nothing of it is checked but its size.
CREATE TABLE definition_draft (
  tenant text NOT NULL,
  id uuid NOT NULL,
  -- As the document says; null where it says nothing that could be one.
  key text,
  title jsonb,
  document jsonb NOT NULL,
  based_key text,
  based_version integer,
  -- Counted with every saving, so that two people do not overwrite each other.
  revision integer NOT NULL,
  author_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  changed_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, author_id) REFERENCES person (tenant, id),
  FOREIGN KEY (tenant, changed_by) REFERENCES person (tenant, id),
  CHECK ((based_key IS NULL) = (based_version IS NULL))
);
CREATE TABLE definition_comment (
  tenant text NOT NULL,
  draft_id uuid NOT NULL,
  id uuid NOT NULL,
  -- JSON Pointer into the document; empty for all of it.
  pointer text NOT NULL,
  text text NOT NULL,
  author_id uuid NOT NULL,
  written_at timestamptz NOT NULL,
  resolved_by uuid,
  resolved_at timestamptz,
  PRIMARY KEY (tenant, draft_id, id),
  FOREIGN KEY (tenant, draft_id) REFERENCES definition_draft (tenant, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant, author_id) REFERENCES person (tenant, id),
  CHECK ((resolved_by IS NULL) = (resolved_at IS NULL))
);
-- Who has it on the screen, by when they were last heard of.
CREATE TABLE definition_visit (
  tenant text NOT NULL,
  draft_id uuid NOT NULL,
  person_id uuid NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, draft_id, person_id),
  FOREIGN KEY (tenant, draft_id) REFERENCES definition_draft (tenant, id) ON DELETE CASCADE
);
`;

const publications = `
-- 提请发布: what one has proposed to publish and another is to confirm. It keeps its own copy of the document.
CREATE TABLE definition_proposal (
  tenant text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  draft_id uuid NOT NULL,
  draft_revision integer NOT NULL,
  document jsonb NOT NULL,
  content_hash text NOT NULL,
  note text NOT NULL,
  -- Null for at once.
  effective_at timestamptz,
  proposed_by uuid NOT NULL,
  proposed_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'confirmed', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  comment text,
  version integer,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, proposed_by) REFERENCES person (tenant, id),
  CHECK ((state = 'open') = (decided_by IS NULL)),
  CHECK (state <> 'confirmed' OR decided_by <> proposed_by)
);
CREATE UNIQUE INDEX definition_proposal_open ON definition_proposal (tenant, key) WHERE state = 'open';
-- Where publishing takes two: for the process of this key, or under '*' for all of them.
CREATE TABLE definition_second_person (
  tenant text NOT NULL,
  key text NOT NULL,
  required_by uuid NOT NULL,
  required_at timestamptz NOT NULL,
  -- Who wants to do without; somebody else has to agree.
  waived_by uuid,
  waived_at timestamptz,
  PRIMARY KEY (tenant, key)
);
`;

export class DefinitionLife1766700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [versions, drafts, publications]) await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
