import type { MigrationInterface, QueryRunner } from 'typeorm';

const administration = `
-- The day from which an organisation is no more; its cases and whoever was there stay on record.
ALTER TABLE organisation ADD COLUMN closed_on date;
-- A password that somebody else knows: at the next sign-in another one has to be chosen.
ALTER TABLE credential ADD COLUMN is_one_time boolean NOT NULL DEFAULT false;
CREATE INDEX session_person ON session (tenant, person_id);
`;

export class DirectoryAdministration1766600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(administration);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
