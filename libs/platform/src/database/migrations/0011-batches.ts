import type { MigrationInterface, QueryRunner } from 'typeorm';

const batches = `
-- Many tasks that one person decided in one go: the report of what became of each.
CREATE TABLE batch (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  -- SHA-256 of the request's content.
  digest bytea NOT NULL,
  outcome text NOT NULL,
  comment text,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE TABLE batch_row (
  tenant text NOT NULL,
  batch_id uuid NOT NULL,
  -- In the order of the request, from 0.
  place integer NOT NULL,
  -- As the request named it; what was refused need not exist.
  task text NOT NULL,
  instance_id uuid,
  number integer,
  -- The history row of its case that it was decided by; null when it was left out.
  sequence integer,
  -- Why it was left out: {code, params, rules, fields}.
  refusal jsonb,
  CHECK ((sequence IS NULL) <> (refusal IS NULL)),
  PRIMARY KEY (tenant, batch_id, place)
);
`;

export class Batches1764700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(batches);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
