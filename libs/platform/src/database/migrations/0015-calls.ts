import type { MigrationInterface, QueryRunner } from 'typeorm';

const calls = `
-- A webhook that a case has called, or is calling.
CREATE TABLE case_call (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  -- From 1 within the case.
  number integer NOT NULL,
  -- Path of the state that waits for it.
  state text NOT NULL,
  -- The key of the channel.
  target text NOT NULL,
  body jsonb NOT NULL,
  -- Of the case: only channels of organisations above it are called.
  organisation_path text NOT NULL,
  status text NOT NULL CHECK (status IN ('queued', 'failed', 'answered', 'given-up', 'cancelled')),
  attempts integer NOT NULL,
  -- What the last attempt failed with.
  error text,
  asked_at timestamptz NOT NULL,
  next_attempt_at timestamptz NOT NULL,
  -- It is given up then.
  until timestamptz,
  PRIMARY KEY (tenant, instance_id, number)
);
CREATE INDEX case_call_due ON case_call (next_attempt_at) WHERE status IN ('queued', 'failed');

-- By which process definitions name it, where they may call it.
ALTER TABLE channel ADD COLUMN key text CHECK (key IS NULL OR format = 'json');
CREATE UNIQUE INDEX channel_key ON channel (tenant, key, organisation_id) WHERE key IS NOT NULL;
`;

export class Calls1765500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(calls);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
