import type { MigrationInterface, QueryRunner } from 'typeorm';

const people = `
ALTER TABLE person
  ADD COLUMN mail text,
  ADD COLUMN language text NOT NULL DEFAULT 'zh-CN' CHECK (language IN ('zh-CN', 'en')),
  ADD COLUMN mail_preference text NOT NULL DEFAULT 'digest' CHECK (mail_preference IN ('immediately', 'digest', 'none'));

-- Where somebody's mail goes says nothing about who is where: changing it makes no cached directory old.
DROP TRIGGER person_revision ON person;
CREATE TRIGGER person_revision AFTER INSERT OR DELETE OR UPDATE OF tenant, id, account, name, disabled_at ON person
  FOR EACH ROW EXECUTE FUNCTION count_directory_revision();
`;

const notices = `
-- The tasks a notice speaks of: once all of them are closed, a reminder has nothing left to say.
ALTER TABLE notice ADD COLUMN tasks integer[] NOT NULL DEFAULT '{}';

-- Whether a worker has yet to see to whom it is sent outside the app. The default is for the notices that are there, and
-- for servers of the version before while an upgrade is under way: none of theirs is sent.
ALTER TABLE notice ADD COLUMN is_uncollected boolean NOT NULL DEFAULT false;
CREATE INDEX notice_uncollected ON notice (created_at) WHERE is_uncollected;

-- Housekeeping of what nobody ever read goes by this one.
CREATE INDEX notice_unread_age ON notice (created_at) WHERE read_at IS NULL;
`;

const channels = `
-- A webhook of an organisation.
CREATE TABLE channel (
  tenant text NOT NULL,
  id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  name text NOT NULL,
  format text NOT NULL CHECK (format IN ('json', 'wecom', 'dingtalk', 'feishu')),
  -- Of group robots it holds the key: never shown again.
  address text NOT NULL,
  secret text,
  language text NOT NULL CHECK (language IN ('zh-CN', 'en')),
  -- The kinds of notices it gets.
  kinds text[] NOT NULL,
  is_enabled boolean NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid NOT NULL,
  tested_at timestamptz,
  PRIMARY KEY (tenant, id),
  FOREIGN KEY (tenant, organisation_id) REFERENCES organisation (tenant, id)
);
CREATE INDEX channel_organisation ON channel (tenant, organisation_id);
`;

const deliveries = `
-- One mail to a person, or one message to a webhook, with all the notices that came together for it.
CREATE TABLE delivery (
  tenant text NOT NULL,
  id uuid NOT NULL,
  via text NOT NULL CHECK (via IN ('mail', 'webhook')),
  -- The person for a mail, the channel for a webhook.
  recipient uuid NOT NULL,
  -- 'failed' is tried again; 'given-up' waits for an operator; 'dropped' had nothing left to say, or nobody to say it to.
  state text NOT NULL CHECK (state IN ('queued', 'failed', 'sent', 'given-up', 'dropped')),
  -- Whether further notices may join it: until it is claimed, and again once it is certain that it did not arrive.
  is_open boolean NOT NULL,
  -- Counted when it is claimed. Whoever claimed it may say what came of it while this number is still theirs.
  attempts integer NOT NULL DEFAULT 0,
  -- While it is claimed: when the claim lapses.
  next_attempt_at timestamptz NOT NULL,
  error text,
  provider_id text,
  created_at timestamptz NOT NULL,
  sent_at timestamptz,
  ended_at timestamptz,
  PRIMARY KEY (tenant, id)
) WITH (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
CREATE UNIQUE INDEX delivery_open ON delivery (tenant, recipient) WHERE is_open;
CREATE INDEX delivery_due ON delivery (next_attempt_at) WHERE state IN ('queued', 'failed');
CREATE INDEX delivery_listed ON delivery (tenant, state, created_at DESC, id DESC);
CREATE INDEX delivery_ended ON delivery (ended_at) WHERE ended_at IS NOT NULL;

-- What is in which delivery. The key keeps a cause from being told twice to the same recipient.
CREATE TABLE delivery_item (
  tenant text NOT NULL,
  recipient uuid NOT NULL,
  cause text NOT NULL,
  delivery_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  PRIMARY KEY (tenant, recipient, cause),
  FOREIGN KEY (tenant, delivery_id) REFERENCES delivery (tenant, id) ON DELETE CASCADE
);
CREATE INDEX delivery_item_delivery ON delivery_item (tenant, delivery_id);
`;

export class Deliveries1764100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [people, notices, channels, deliveries]) await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
