import { afterAll } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { directoryEntities } from '#directory';
import { createDataSource, Database } from '#platform';

/** A database of the suite's own, copied from the migrated template; dropped when the suite is done. */
export async function copiedDatabase(): Promise<string> {
  const template = new URL(process.env['TEST_POSTGRES_URL'] ?? '');
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await administer(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  afterAll(() => administer(template, `DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url.href;
}

/** The same, with a pool on it that is closed before the database goes. */
export async function testDatabase(poolSize = 8): Promise<{ url: string; database: Database; dataSource: DataSource }> {
  const url = await copiedDatabase();
  const dataSource = createDataSource({ url, poolSize, applicationName: 'test', entities: directoryEntities });
  await dataSource.initialize();
  afterAll(() => dataSource.destroy());
  return { url, dataSource, database: new Database(dataSource) };
}

async function administer(template: URL, sql: string): Promise<void> {
  const url = new URL(template);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
