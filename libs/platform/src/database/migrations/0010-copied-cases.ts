import type { MigrationInterface, QueryRunner } from 'typeorm';

const copiedCases = `
-- 抄送: whom a case was copied to. They may read it.
CREATE TABLE copied_case (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  -- A person or a post, by the key that tasks are addressed with.
  assignee text NOT NULL,
  copied_at timestamptz NOT NULL,
  copied_by uuid NOT NULL,
  comment text,
  PRIMARY KEY (tenant, instance_id, assignee)
);
CREATE INDEX copied_case_list ON copied_case (tenant, assignee, copied_at, instance_id);
`;

export class CopiedCases1764600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(copiedCases);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
