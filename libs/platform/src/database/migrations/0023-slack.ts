import type { MigrationInterface, QueryRunner } from 'typeorm';

const script = `
-- When the case moves on by itself: the first of its machine's delays, which are the timers that belong to no step.
ALTER TABLE task ADD COLUMN limit_at timestamptz;
UPDATE task t SET limit_at = (
  SELECT min(m.due_at) FROM timer m WHERE m.tenant = t.tenant AND m.instance_id = t.instance_id AND m.event !~ '^(remind|escalate):'
) WHERE t.status = 'open';
CREATE INDEX task_queue_slack ON task (tenant, assignee, (COALESCE(LEAST(due_at, limit_at), 'infinity'::timestamptz)), instance_id, number)
  WHERE status = 'open';
`;

export class Slack1766300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
