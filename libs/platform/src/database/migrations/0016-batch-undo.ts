import type { MigrationInterface, QueryRunner } from 'typeorm';

const batchUndo = `
-- Messages of decisions that were made in a batch: they reach the outbox when the batch cannot be undone any more.
CREATE TABLE withheld_message (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  batch_id uuid NOT NULL,
  -- The row of the batch whose decision they belong to.
  place integer NOT NULL,
  job text NOT NULL,
  payload jsonb NOT NULL,
  due_at timestamptz NOT NULL
);
CREATE INDEX withheld_message_batch ON withheld_message (tenant, batch_id, place);
CREATE INDEX withheld_message_due ON withheld_message (due_at);

-- Until when the batch may be undone; null where nothing was decided.
ALTER TABLE batch ADD COLUMN undo_until timestamptz;
-- When an undoing began last; it is being done, or was interrupted, while there is no undone_at.
ALTER TABLE batch ADD COLUMN undo_begun_at timestamptz;
ALTER TABLE batch ADD COLUMN undone_at timestamptz;
-- The history row of its case that the decision was taken back by, or why it stays: {code, params, ...}.
ALTER TABLE batch_row ADD COLUMN undo_sequence integer;
ALTER TABLE batch_row ADD COLUMN undo_refusal jsonb;
ALTER TABLE batch_row ADD CHECK (undo_sequence IS NULL OR undo_refusal IS NULL);
`;

export class BatchUndo1765600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(batchUndo);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
