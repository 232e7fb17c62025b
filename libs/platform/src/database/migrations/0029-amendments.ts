import type { MigrationInterface, QueryRunner } from 'typeorm';

const amendments = `
-- What an administrator has put in the place of rules that came with the configuration: application windows, what schools
-- report. The latest of a key holds; one without content gives the place back.
CREATE TABLE amendment (
  tenant text NOT NULL,
  kind text NOT NULL,
  -- What is amended: a year of windows, a reporting scheme.
  key text NOT NULL,
  -- 1, 2, 3 … of the key. Of two who amend the same at once, the second finds the number taken.
  number integer NOT NULL CHECK (number >= 1),
  content jsonb,
  -- The document that says so, or why it was withdrawn.
  source text NOT NULL,
  person_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant, kind, key, number)
);
CREATE FUNCTION refuse_amendment_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'amendments are append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER amendment_append_only BEFORE UPDATE OR DELETE ON amendment FOR EACH ROW EXECUTE FUNCTION refuse_amendment_change();
CREATE TRIGGER amendment_kept BEFORE TRUNCATE ON amendment FOR EACH STATEMENT EXECUTE FUNCTION refuse_amendment_change();
`;

export class Amendments1766900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(amendments);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
