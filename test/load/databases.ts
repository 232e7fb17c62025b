import { ask } from './ask.ts';

export const databaseIn = (address: string, name: string): string => Object.assign(new URL(address), { pathname: `/${name}` }).href;

export async function createDatabases(address: string, names: readonly string[]): Promise<void> {
  for (const name of names) await ask(address, `CREATE DATABASE ${name}`);
}

export async function versionOf(address: string): Promise<string> {
  const [row] = await ask<{ server_version: string }>(address, 'SHOW server_version');
  return row?.server_version ?? 'unknown';
}

/** What autovacuum does within a minute: until then PostgreSQL knows nothing of the tables and plans by guess. */
export async function analyse(addresses: readonly string[]): Promise<void> {
  for (const address of addresses) await ask(address, 'ANALYZE');
}
