import type { MigrationInterface, QueryRunner } from 'typeorm';

const migrations = `
-- 批量迁移: running cases that somebody moves onto another version of their process, each by a command of its own.
CREATE TABLE case_migration (
  tenant text NOT NULL,
  id uuid NOT NULL,
  definition_key text NOT NULL,
  to_version integer NOT NULL,
  -- Which state takes the place of which, where somebody has chosen.
  mapping jsonb NOT NULL,
  comment text NOT NULL,
  -- Tells a request that is sent again under the same key from another.
  digest bytea NOT NULL,
  begun_by uuid NOT NULL,
  begun_at timestamptz NOT NULL,
  stopped_at timestamptz,
  finished_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, begun_by) REFERENCES person (tenant, id)
);
CREATE INDEX case_migration_latest ON case_migration (tenant, definition_key, begun_at DESC, id);
CREATE TABLE case_migration_row (
  tenant text NOT NULL,
  migration_id uuid NOT NULL,
  place integer NOT NULL,
  instance_id uuid NOT NULL,
  from_version integer NOT NULL,
  -- What somebody was shown that it would come to.
  expected text NOT NULL,
  -- Everything that takes the place of something else in it.
  mapping jsonb NOT NULL,
  -- The history row of its case; null while it has not been moved, or was left out.
  sequence integer,
  refusal jsonb,
  -- The history row by which it was put back.
  reversed_sequence integer,
  reversal_refusal jsonb,
  PRIMARY KEY (tenant, migration_id, place),
  FOREIGN KEY (tenant, migration_id) REFERENCES case_migration (tenant, id) ON DELETE CASCADE
);
`;

export class CaseMigrations1766800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(migrations);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_migration_row; DROP TABLE case_migration;');
  }
}
