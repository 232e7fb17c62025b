import type { MigrationInterface, QueryRunner } from 'typeorm';

const handovers = `
-- 离职交接: what one person had to do, given to others: the plan, and what became of each task.
CREATE TABLE handover (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  handed_by uuid NOT NULL,
  -- SHA-256 of the request's content.
  digest bytea NOT NULL,
  comment text NOT NULL,
  begun_at timestamptz NOT NULL,
  -- Null while it is being done, or was interrupted.
  finished_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id),
  FOREIGN KEY (tenant, handed_by) REFERENCES person (tenant, id)
);
CREATE INDEX handover_person ON handover (tenant, person_id, begun_at DESC);
CREATE TABLE handover_row (
  tenant text NOT NULL,
  handover_id uuid NOT NULL,
  -- In the order of the preview, from 0.
  place integer NOT NULL,
  instance_id uuid NOT NULL,
  number integer NOT NULL,
  -- Null where a claimed task goes back to its post.
  successor_id uuid,
  -- The history row of its case that it was handed over by.
  sequence integer,
  -- Why it was left out: {code, params, ...}.
  refusal jsonb,
  CHECK (sequence IS NULL OR refusal IS NULL),
  PRIMARY KEY (tenant, handover_id, place)
);

CREATE INDEX task_claimed ON task (tenant, claimed_by, opened_at, instance_id, number) WHERE status = 'open' AND claimed_by IS NOT NULL;
CREATE INDEX meeting_open ON meeting (tenant, held_at, id) WHERE state = 'open';
CREATE INDEX meeting_member_person ON meeting_member (tenant, person_id) WHERE person_id IS NOT NULL;
`;

export class Handovers1765700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(handovers);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
