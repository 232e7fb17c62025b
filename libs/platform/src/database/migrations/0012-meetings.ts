import type { MigrationInterface, QueryRunner } from 'typeorm';

const meetings = `
-- 会议: one sitting of a body that decides cases, and its minutes.
CREATE TABLE meeting (
  tenant text NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  -- Kept here so that who may read it is seen in one row.
  organisation_path text NOT NULL,
  -- The post its tasks are addressed to.
  body text NOT NULL,
  -- What the body calls it, such as 2021年第4次.
  number text NOT NULL,
  held_at timestamptz NOT NULL,
  -- What came to the body later is for another meeting.
  cut_off timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'closed', 'cancelled')),
  opened_by uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  -- By whom its minutes were signed, or it was cancelled.
  ended_by uuid,
  ended_at timestamptz,
  -- Why it was cancelled.
  reason text,
  minutes text,
  -- SHA-256 of the minutes in UTF-8, hexadecimal: it stands in the history of every case that was heard.
  minutes_digest text,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, organisation_id) REFERENCES organisation (tenant, id),
  CHECK ((state = 'closed') = (minutes IS NOT NULL) AND (minutes IS NULL) = (minutes_digest IS NULL)),
  CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE UNIQUE INDEX meeting_number ON meeting (tenant, organisation_id, body, number) WHERE state <> 'cancelled';
CREATE INDEX meeting_held ON meeting (tenant, organisation_id, body, held_at DESC, id DESC);

-- Who belongs to the body when it meets, and who is there.
CREATE TABLE meeting_member (
  tenant text NOT NULL,
  meeting_id uuid NOT NULL,
  seat integer NOT NULL,
  name text NOT NULL,
  -- Where they have an account: an applicant is told by it.
  person_id uuid,
  is_present boolean NOT NULL,
  PRIMARY KEY (tenant, meeting_id, seat),
  FOREIGN KEY (tenant, meeting_id) REFERENCES meeting (tenant, id)
);

-- 议题: a task on an agenda, and what was said of it.
CREATE TABLE meeting_item (
  tenant text NOT NULL,
  meeting_id uuid NOT NULL,
  instance_id uuid NOT NULL,
  task integer NOT NULL,
  -- Its place on the agenda; when the meeting is closed, its paragraph.
  position integer NOT NULL,
  -- Whether its meeting still is: a task is on one agenda at a time.
  is_open boolean NOT NULL,
  outcome text CHECK (outcome IN ('passed', 'passed-with-conditions', 'deferred', 'not-passed')),
  recusals text[] NOT NULL DEFAULT '{}',
  votes_for integer,
  votes_against integer,
  abstentions integer,
  text text,
  conditions text,
  -- Fields of the case's form that the decision fills in.
  fields jsonb,
  -- The version of the form that was before the meeting.
  form_version integer,
  recorded_by uuid,
  recorded_at timestamptz,
  -- The line of the case's history it became.
  sequence integer,
  PRIMARY KEY (tenant, meeting_id, instance_id, task),
  FOREIGN KEY (tenant, meeting_id) REFERENCES meeting (tenant, id)
);
CREATE UNIQUE INDEX meeting_item_open ON meeting_item (tenant, instance_id, task) WHERE is_open;
CREATE INDEX meeting_item_case ON meeting_item (tenant, instance_id);
`;

export class Meetings1764800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(meetings);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
