import type { MigrationInterface, QueryRunner } from 'typeorm';

const news = `
-- What people's screens have to hear of, as ids alone; kept for a day, so that who was cut off can catch up.
CREATE TABLE news (
  tenant text NOT NULL,
  -- Whoever writes holds a lock from before the number is given until the commit: what becomes visible later has a higher one.
  id bigint GENERATED ALWAYS AS IDENTITY,
  kind text NOT NULL CHECK (kind IN ('case', 'notice')),
  instance_id uuid,
  definition_key text,
  sequence integer,
  -- Keys of the people and posts concerned, besides those who may read every case of the organisation.
  readers text[] NOT NULL,
  organisation_path text,
  -- [{number, assignee, change}]
  tasks jsonb NOT NULL,
  -- By the real clock.
  written_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  CHECK ((kind = 'case') = (instance_id IS NOT NULL))
);
CREATE INDEX news_age ON news (written_at);
ALTER TABLE news SET (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_insert_scale_factor = 0.05);
`;

const views = `
-- A list with its filters, columns and order, under a name.
CREATE TABLE saved_view (
  tenant text NOT NULL,
  id uuid NOT NULL,
  owner_id uuid NOT NULL,
  list text NOT NULL,
  name text NOT NULL,
  settings jsonb NOT NULL,
  -- The post whose holders have it too.
  post text,
  organisation_id uuid,
  version integer NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, owner_id) REFERENCES person (tenant, id),
  CHECK ((post IS NULL) = (organisation_id IS NULL))
);
CREATE INDEX saved_view_owner ON saved_view (tenant, owner_id, list);
CREATE INDEX saved_view_post ON saved_view (tenant, organisation_id, post) WHERE post IS NOT NULL;
`;

const drafts = `
-- What somebody has typed into the form of a case that has not begun.
CREATE TABLE start_draft (
  tenant text NOT NULL,
  person_id uuid NOT NULL,
  definition_key text NOT NULL,
  organisation_id uuid,
  fields jsonb NOT NULL,
  -- Counted with every saving, so that two windows do not overwrite each other.
  version integer NOT NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (tenant, person_id, definition_key),
  FOREIGN KEY (tenant, person_id) REFERENCES person (tenant, id)
);
`;

export class NewsViewsDrafts1765800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [news, views, drafts]) await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
