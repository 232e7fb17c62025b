import type { MigrationInterface, QueryRunner } from 'typeorm';

const reports = `
-- A school's part in the pilot. What it owes follows from this and the scheme, and is kept nowhere.
CREATE TABLE participation (
  tenant text NOT NULL,
  school_id uuid NOT NULL,
  scheme text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  suspensions jsonb NOT NULL,
  -- Counts the changes of the school's ledger, so that who looked at it knows whether it is still as it was.
  version integer NOT NULL DEFAULT 0,
  -- When the school has to be looked at next: the instant something opens, is reminded of or falls due, or the past
  -- where something was written and nobody has looked since.
  look_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, school_id),
  FOREIGN KEY (tenant, school_id) REFERENCES organisation (tenant, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
-- Whoever looks does so for all tenants at once, in the order in which it is due.
CREATE INDEX participation_look ON participation (look_at, tenant, school_id);

CREATE TABLE report_entry (
  tenant text NOT NULL,
  school_id uuid NOT NULL,
  id uuid NOT NULL,
  -- Null where it concerns the school and no obligation of it.
  report text,
  period text,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  -- Null when the system did it.
  person_id uuid,
  reason text,
  grace timestamptz,
  detail text,
  -- Of the form; read only where a report is shown.
  fields jsonb,
  PRIMARY KEY (tenant, school_id, id)
);
CREATE INDEX report_entry_obligation ON report_entry (tenant, school_id, report, period);
CREATE TRIGGER report_entry_append_only BEFORE UPDATE OR DELETE ON report_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_entry_kept BEFORE TRUNCATE ON report_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE report_entry SET (autovacuum_vacuum_insert_scale_factor = 0.02);

-- What a school was told about an obligation. Its key is why nothing is said twice.
CREATE TABLE report_notice (
  tenant text NOT NULL,
  school_id uuid NOT NULL,
  report text NOT NULL,
  period text NOT NULL,
  rung text NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, school_id, report, period, rung)
);

-- The cases against a school, in their order.
CREATE TABLE standing_case (
  tenant text NOT NULL,
  school_id uuid NOT NULL,
  number integer NOT NULL,
  instance_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, school_id, number)
);
`;

const systemsCases = `
-- Nobody applied for a case that the system began.
ALTER TABLE instance ALTER COLUMN applicant DROP NOT NULL;
`;

export class Reports1764200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [reports, systemsCases]) await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
