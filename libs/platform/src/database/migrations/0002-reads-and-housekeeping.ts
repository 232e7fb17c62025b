import type { MigrationInterface, QueryRunner } from 'typeorm';

const taskLists = `
-- The path of the case's organisation, kept on the task for the same reason as the title: a queue is read from one table.
-- The default is for servers of the version before, which write tasks without it while an upgrade is under way.
ALTER TABLE task ADD COLUMN organisation_path text NOT NULL DEFAULT '';
UPDATE task t SET organisation_path = i.organisation_path FROM instance i WHERE i.tenant = t.tenant AND i.id = t.instance_id;

-- Ordered by when they are due, those that never are at the end. One index for each order, because a post at the top of
-- a province has tens of thousands of open tasks, of which a page reads its twenty and sorts none. Both are partial:
-- what is closed leaves them, so they stay as small as the work that is waiting.
--
-- The first one is made anew with the column that says who may not decide: so the tasks are counted in the index alone,
-- as far as a vacuum has been at their pages.
DROP INDEX task_queue;
CREATE INDEX task_queue ON task (tenant, assignee, opened_at, instance_id, number) INCLUDE (excluded) WHERE status = 'open';
CREATE INDEX task_queue_due ON task (tenant, assignee, (COALESCE(due_at, 'infinity'::timestamptz)), instance_id, number) WHERE status = 'open';
`;

const housekeeping = `
-- Housekeeping goes by age over all tenants at once, so these alone do not begin with the tenant. Where the tables are
-- partitioned by it, each partition has its own.
CREATE INDEX notice_read ON notice (read_at) WHERE read_at IS NOT NULL;
CREATE INDEX attachment_unattached ON attachment (uploaded_at) WHERE instance_id IS NULL;

-- Counted with every page of notices; without it the count reads all that a person ever got.
CREATE INDEX notice_unread ON notice (tenant, person_id) WHERE read_at IS NULL;

-- When it was given up because no case had come to refer to it. From then on nothing may refer to it any more, and only
-- some time later is it removed: a command that found it in time has then long been committed.
ALTER TABLE attachment ADD COLUMN given_up_at timestamptz;
`;

// Autovacuum's own measure is a fifth of the table, which for a table of millions is weeks of work at once; and what is
// deleted from the front of a queue is walked over by everybody who takes from it, until a vacuum has removed it.
const vacuuming = `
-- Every row is inserted once and soon deleted; the tables are small and a vacuum of them takes milliseconds, so it need
-- neither wait for a share of the table nor pause. No fillfactor: nothing is updated in place.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 5000);
ALTER TABLE timer SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500, autovacuum_vacuum_cost_delay = 0);

-- A task is updated once, when it is closed, and thereby leaves its partial indexes: the dead entries lie where the
-- queues are read. The quarter of each page left free (0001) takes the new version beside the old one. Vacuumed after
-- inserts too, so that counting finds its pages marked as visible to all.
ALTER TABLE task SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000,
  autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02);

-- An instance is updated by every decision, in no column that is indexed, so the new version may stay on its page without
-- touching an index, and the old one is pruned by whoever reads the page next: if there is room. Cases that begin
-- together lie together and are decided together, so a quarter was not enough: of 22,000 updates 63 % stayed on the page and
-- the table took 6 kB a case; with two fifths free 90 % and 4.3 kB, with more nothing was gained. What is left for vacuum is
-- the state of large cases, which lies in the TOAST table and is written anew each time.
ALTER TABLE instance SET (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 1000,
  toast.autovacuum_vacuum_scale_factor = 0.02, toast.autovacuum_vacuum_threshold = 1000);

-- Only ever inserted into. Vacuumed in small portions, so that freezing them is never the work of a night.
ALTER TABLE history SET (autovacuum_vacuum_insert_scale_factor = 0.02);
ALTER TABLE form_version SET (autovacuum_vacuum_insert_scale_factor = 0.02);
`;

export class ReadsAndHousekeeping1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const script of [taskLists, housekeeping, vacuuming]) await runner.query(script);
  }

  async down(): Promise<void> {
    throw new Error('A migration is not undone: restore the backup made before it.');
  }
}
