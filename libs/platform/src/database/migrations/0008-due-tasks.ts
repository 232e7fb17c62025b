import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DueTasks1764400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What is due when, over all people: whoever corrects the calendar is told what was reckoned by the old one.
    await runner.query(`CREATE INDEX task_due ON task (tenant, due_at) INCLUDE (opened_at) WHERE status = 'open' AND due_at IS NOT NULL`);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
