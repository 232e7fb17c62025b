import { expect, it } from '@jest/globals';
import { copiedDatabase } from '../../../../../test/support/copied-database.ts';
import { createDataSource, migrate } from '../data-source.ts';
import { Initial1763700000000 } from './0001-initial.ts';

const url = await copiedDatabase();

it('gives the tasks there are the path of their case’s organisation', async () => {
  const dataSource = createDataSource({ url, poolSize: 1, applicationName: 'test', entities: [] });
  await dataSource.initialize();
  try {
    await dataSource.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
    const runner = dataSource.createQueryRunner();
    await new Initial1763700000000().up(runner);
    await runner.release();
    // As TypeORM notes it down; the second one is then all that is left to be done.
    await dataSource.query(`
      CREATE TABLE migrations (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL);
      INSERT INTO migrations (timestamp, name) VALUES (1763700000000, 'Initial1763700000000');
      INSERT INTO instance (tenant, id, definition_key, definition_version, title_zh, applicant, organisation_id, organisation_path, standing,
          is_finished, state, form_version, sequence, last_hash, started_at, changed_at)
        SELECT 'anhui', id, 'a', 1, 'A', id, id, path, '{}', false, '{}', 1, 1, '', now(), now() FROM (VALUES
          ('00000000-0000-7000-8000-000000000001'::uuid, 'province/'), ('00000000-0000-7000-8000-000000000002', 'province/school/')
        ) AS known (id, path);
      INSERT INTO task (tenant, instance_id, number, step, visit, assignee, definition_key, definition_version, title_zh, status, opened_at)
        SELECT tenant, id, number, 'a', 1, 'person:a', 'a', 1, 'A', 'open', now() FROM instance, generate_series(1, 2) AS number`);
    await migrate(dataSource);
    const tasks = await dataSource.query('SELECT instance_id, organisation_path AS path FROM task ORDER BY instance_id, number');
    expect(tasks.map(({ path }: { path: string }) => path)).toEqual(['province/', 'province/', 'province/school/', 'province/school/']);
  } finally {
    await dataSource.destroy();
  }
});
