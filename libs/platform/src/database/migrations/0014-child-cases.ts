import type { MigrationInterface, QueryRunner } from 'typeorm';

const childCases = `
-- A case that another one has asked for. Its own row is in instance as soon as it has begun, under the id that is known here before.
CREATE TABLE child_case (
  tenant text NOT NULL,
  parent_id uuid NOT NULL,
  -- From 1 within the parent.
  number integer NOT NULL,
  child_id uuid NOT NULL,
  -- Path of the state of the parent that asked for it.
  state text NOT NULL,
  definition_key text NOT NULL,
  -- As the parent's definition reckoned it; null where the child belongs where its parent does.
  organisation_id text,
  form jsonb NOT NULL,
  -- How many cases there are above it.
  depth integer NOT NULL,
  -- Why the parent does not wait for it any more; null while it does, and where the child has ended by itself.
  ended_because text,
  -- How often something has been asked for it: to begin, to end, or to tell its parent that it has ended.
  asked integer NOT NULL,
  asked_at timestamptz NOT NULL,
  -- Whether the last of it is still to be done.
  is_pending boolean NOT NULL,
  PRIMARY KEY (tenant, parent_id, number)
);
CREATE INDEX child_case_pending ON child_case (asked_at) WHERE is_pending;

-- What was in the way, as a code.
ALTER TABLE incident ADD COLUMN detail text;
`;

export class ChildCases1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(childCases);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
