import type { MigrationInterface, QueryRunner } from 'typeorm';

const staffing = `
-- 由谁办理, looked at every night: which night was looked at last.
CREATE TABLE staffing_night (
  tenant text PRIMARY KEY,
  night date NOT NULL,
  looked_at timestamptz NOT NULL
);
-- Where a step of a version found nobody when it was looked at first, and has not found anybody since: that is no news.
CREATE TABLE staffing_known (
  tenant text NOT NULL,
  key text NOT NULL,
  version integer NOT NULL,
  -- Each a step and an organisation.
  places text[] NOT NULL,
  PRIMARY KEY (tenant, key, version)
);
-- A published process that found somebody everywhere, and does not any more.
CREATE TABLE staffing_incident (
  tenant text NOT NULL,
  id uuid NOT NULL,
  key text NOT NULL,
  version integer NOT NULL,
  findings jsonb NOT NULL,
  opened_at timestamptz NOT NULL,
  -- When something else was found than before.
  changed_at timestamptz NOT NULL,
  closed_at timestamptz,
  PRIMARY KEY (tenant, id)
);
CREATE UNIQUE INDEX staffing_incident_open ON staffing_incident (tenant, key, version) WHERE closed_at IS NULL;
`;

export class Staffing1767000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(staffing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE staffing_incident; DROP TABLE staffing_known; DROP TABLE staffing_night;');
  }
}
