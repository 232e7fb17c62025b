import { afterAll } from '@jest/globals';
import pg from 'pg';

const cleaning: (() => Promise<unknown>)[] = [];
// Jest runs its own hooks in the order they were given; what was opened last has to be closed first.
afterAll(async () => {
  for (const clean of cleaning.toReversed()) await clean();
});

/** Has something done when the suite is over, before everything that was asked for earlier. */
export const afterwards = (clean: () => Promise<unknown>): void => void cleaning.push(clean);

/** A database of the suite's own, copied from the migrated template; dropped when the suite is done. */
export async function copiedDatabase(): Promise<string> {
  const template = new URL(process.env['TEST_POSTGRES_URL'] ?? '');
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  await administer(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  afterwards(() => administer(template, `DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(template);
  url.pathname = `/${name}`;
  return url.href;
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
