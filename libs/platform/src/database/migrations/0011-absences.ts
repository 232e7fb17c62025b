import type { MigrationInterface, QueryRunner } from 'typeorm';

const absences = `
-- 代理: somebody is away, and another decides in their place.
CREATE TABLE absence (
  tenant text NOT NULL,
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  deputy_id uuid NOT NULL,
  -- Both days are within it, by the business zone.
  first_day date NOT NULL,
  last_day date NOT NULL CHECK (last_day >= first_day),
  -- Keys of the processes it is for; null for all.
  definitions text[],
  reason text,
  entered_by uuid NOT NULL,
  entered_at timestamptz NOT NULL,
  -- When the person was told what was decided in their name.
  told_at timestamptz,
  PRIMARY KEY (tenant, id),
  CHECK (person_id <> deputy_id),
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id),
  FOREIGN KEY (tenant, deputy_id) REFERENCES person (tenant, id)
);
CREATE INDEX absence_person ON absence (tenant, person_id, last_day DESC);
CREATE INDEX absence_deputy ON absence (tenant, deputy_id, last_day);
CREATE INDEX absence_period ON absence (tenant, last_day);
CREATE INDEX absence_untold ON absence (last_day) WHERE told_at IS NULL;
CREATE TRIGGER absence_revision AFTER INSERT OR DELETE OR UPDATE OF deputy_id, first_day, last_day, definitions ON absence
  FOR EACH ROW EXECUTE FUNCTION count_directory_revision();

CREATE INDEX history_on_behalf ON history (tenant, on_behalf_of, at DESC, instance_id DESC, sequence DESC) WHERE on_behalf_of IS NOT NULL;
`;

export class Absences1764710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(absences);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
