import type { MigrationInterface, QueryRunner } from 'typeorm';

const audit = `
-- What administrators did, in the transaction that did it. Nothing of it is ever changed or removed.
CREATE TABLE audit_entry (
  tenant text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  person_id uuid NOT NULL,
  -- Such as instance.jump.
  act text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  -- Where it is; null for what concerns the whole installation.
  organisation_path text,
  before jsonb,
  after jsonb,
  comment text,
  -- As in the log and in the reply.
  request_id text,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX audit_entry_person ON audit_entry (tenant, person_id, id DESC);
CREATE INDEX audit_entry_subject ON audit_entry (tenant, subject_id, id DESC);
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_kept BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
`;

export class AuditLog1765750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(audit);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
