import { describe, expect, it, jest } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { afterwards } from '../../../../test/support/copied-database.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { createDataSource, migrate } from './data-source.ts';
import { migrations } from './migrations/index.ts';

const { dataSource, url } = await testDatabase();

/** Two pools on an empty database, as two servers that start together have them. */
async function emptyDatabase(name: string): Promise<readonly [DataSource, DataSource]> {
  const unique = `${name}_${process.pid}`;
  await dataSource.query(`CREATE DATABASE ${unique}`);
  afterwards(() => dataSource.query(`DROP DATABASE ${unique} WITH (FORCE)`));
  const address = new URL(url);
  address.pathname = `/${unique}`;
  const open = async () => {
    const opened = await createDataSource({ url: address.href, poolSize: 1, applicationName: 'test', entities: [] }).initialize();
    afterwards(() => opened.destroy());
    return opened;
  };
  return [await open(), await open()];
}

const applied = (of: DataSource) => of.query('SELECT name FROM migrations ORDER BY id');
const names = migrations.map(({ name }) => ({ name }));

describe('migrations', () => {
  it('are run once, by whichever of two servers comes first, and waited for by the other', async () => {
    const [one, other] = await emptyDatabase('together');
    await Promise.all([migrate(one), migrate(other)]);
    expect(await applied(other)).toEqual(names);
    await migrate(one);
    expect(await applied(one)).toEqual(names);
  });

  it('give the lock and the time limit back', async () => {
    const [one, other] = await emptyDatabase('afterwards');
    await migrate(one);
    expect(await one.query('SHOW statement_timeout')).toEqual([{ statement_timeout: '15s' }]);
    const locks = `SELECT FROM pg_locks WHERE locktype = 'advisory'
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    expect(await other.query(locks)).toEqual([]);
  });

  it('that cannot be run leave nothing half done', async () => {
    const [one] = await emptyDatabase('spoiled');
    await one.query('CREATE TABLE notice (id integer)');
    // TypeORM says so on the console as well.
    jest.spyOn(console, 'log').mockReturnValueOnce();
    await expect(migrate(one)).rejects.toThrow('notice');
    expect(await one.query(`SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`)).toEqual([
      { table_name: 'migrations' },
      { table_name: 'notice' },
    ]);
    await one.query('DROP TABLE notice');
    await migrate(one);
    expect(await applied(one)).toEqual(names);
  });
});

describe('history', () => {
  const row = `INSERT INTO history (tenant, instance_id, sequence, at, command_id, kind, form_version, attachments, from_states, to_states,
      detail, previous_hash, hash)
    VALUES ('anhui', gen_random_uuid(), 1, now(), 'c', 'started', 1, '[]', '{}', '{draft}', '{}', '', '')`;

  it.each(['UPDATE history SET comment = $$其他$$', 'DELETE FROM history', 'TRUNCATE history'])('refuses %s', async (change) => {
    await dataSource.query(row);
    await expect(dataSource.query(change)).rejects.toMatchObject({ code: '23001', message: 'history is append-only' });
  });

  it('refuses to forget even what a transaction wrote a moment ago', async () => {
    const change = dataSource.transaction(async (manager) => {
      await manager.query(row);
      await manager.query('DELETE FROM history');
    });
    await expect(change).rejects.toMatchObject({ code: '23001' });
  });
});

describe('the connection', () => {
  it('is in UTF-8, and gives up on a statement that takes too long', async () => {
    expect(await dataSource.query(`SELECT '审批' AS word, current_setting('server_encoding') AS encoding`)).toEqual([
      { word: '审批', encoding: 'UTF8' },
    ]);
    expect(await dataSource.query('SHOW idle_in_transaction_session_timeout')).toEqual([{ idle_in_transaction_session_timeout: '10s' }]);
  });
});
