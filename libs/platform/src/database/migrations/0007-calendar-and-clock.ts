import type { MigrationInterface, QueryRunner } from 'typeorm';

const calendar = `
-- What an administrator says differs from the list of official days that comes with the software.
CREATE TABLE calendar_day (
  tenant text NOT NULL,
  date date NOT NULL,
  name text NOT NULL,
  is_off_day boolean NOT NULL,
  -- The document that says so.
  source text NOT NULL,
  corrected_by uuid NOT NULL,
  corrected_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, date)
);

-- Years whose whole list was entered here, so that they count as published.
CREATE TABLE calendar_year (
  tenant text NOT NULL,
  year integer NOT NULL,
  source text NOT NULL,
  imported_by uuid NOT NULL,
  imported_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, year)
);

CREATE TABLE calendar_change (
  tenant text NOT NULL,
  id uuid NOT NULL,
  year integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('corrected', 'restored', 'imported')),
  -- The corrections concerned, as they were and as they are then: [{date, name, isOffDay, source}].
  before jsonb NOT NULL,
  after jsonb NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX calendar_change_year ON calendar_change (tenant, year, id DESC);
CREATE FUNCTION refuse_calendar_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the record of changes to the calendar is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER calendar_change_append_only BEFORE UPDATE OR DELETE ON calendar_change
  FOR EACH ROW EXECUTE FUNCTION refuse_calendar_change();
CREATE TRIGGER calendar_change_kept BEFORE TRUNCATE ON calendar_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_calendar_change();

-- Counts every change, so that a process knows when the calendar it holds is old. The trigger cannot be forgotten.
CREATE TABLE calendar_revision (
  tenant text PRIMARY KEY,
  revision bigint NOT NULL
);
CREATE FUNCTION count_calendar_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO calendar_revision (tenant, revision) VALUES (COALESCE(NEW.tenant, OLD.tenant), 1)
    ON CONFLICT (tenant) DO UPDATE SET revision = calendar_revision.revision + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER calendar_day_revision AFTER INSERT OR UPDATE OR DELETE ON calendar_day
  FOR EACH ROW EXECUTE FUNCTION count_calendar_revision();
CREATE TRIGGER calendar_year_revision AFTER INSERT OR UPDATE OR DELETE ON calendar_year
  FOR EACH ROW EXECUTE FUNCTION count_calendar_revision();
`;

const clock = `
-- By how much the installation's clock was turned; one row, and none where it cannot be. Of the installation, not of a
-- tenant: all processes live by one clock.
CREATE TABLE clock_offset (
  id boolean PRIMARY KEY DEFAULT true CHECK (id),
  milliseconds bigint NOT NULL,
  version integer NOT NULL,
  -- By the real clock.
  turned_at timestamptz NOT NULL,
  turned_by uuid
);
`;

export class CalendarAndClock1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [calendar, clock]) await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
