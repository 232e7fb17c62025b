import type { MigrationInterface, QueryRunner } from 'typeorm';

const search = `
-- What a case is found by. Written behind the cases' backs by a worker, so that no decision pays for it.
CREATE TABLE search_case (
  tenant text NOT NULL,
  instance_id uuid NOT NULL,
  -- The title it was last read with.
  title text NOT NULL,
  -- All that is looked for, in small letters; null until a worker has read the case.
  plain text,
  -- Pairs of neighbouring characters of it, and 'within:' with the id of each organisation the case belongs to.
  words text[],
  PRIMARY KEY (tenant, instance_id)
);
CREATE INDEX search_case_words ON search_case USING gin (words);
CREATE INDEX search_case_unread ON search_case (tenant, instance_id) WHERE plain IS NULL;
INSERT INTO search_case (tenant, instance_id, title) SELECT tenant, id, title_zh FROM instance;
`;

export class Search1765900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(search);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
