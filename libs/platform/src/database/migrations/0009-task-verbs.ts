import type { MigrationInterface, QueryRunner } from 'typeorm';

const tasks = `
ALTER TABLE task
  -- The holder of its post who has claimed it: it waits for nobody else.
  ADD COLUMN claimed_by uuid,
  -- Holders of its post who may not decide it, beside the applicant.
  ADD COLUMN recused uuid[],
  DROP CONSTRAINT task_status_check,
  ADD CONSTRAINT task_status_check
    CHECK (status IN ('open', 'decided', 'settled', 'left', 'transferred', 'delegated', 'resolved', 'waiting', 'removed', 'recused'));

-- With all that says whether a task is somebody's own, so that counting a queue reads the index alone.
DROP INDEX task_queue;
CREATE INDEX task_queue ON task (tenant, assignee, opened_at, instance_id, number) INCLUDE (excluded, claimed_by, recused) WHERE status = 'open';
`;

export class TaskVerbs1764500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tasks);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
