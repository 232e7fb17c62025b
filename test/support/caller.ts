import type { DataSource } from 'typeorm';
import type { Caller, Directory } from '#directory';
import type { Clock } from '#platform';

interface Known {
  readonly dataSource: DataSource;
  readonly directory: Directory;
  readonly clock: Clock;
}

/** Somebody with an account, with the posts they hold and the people they stand in for at this moment. */
export async function callerOf({ dataSource, directory, clock }: Known, tenant: string, account: string): Promise<Caller> {
  const [row] = await dataSource.query<{ id: string; name: string }[]>('SELECT id, name FROM person WHERE account = $1', [account]);
  if (row === undefined) throw new Error(`nobody is called ${account}`);
  const now = clock.now();
  const posts = await directory.postsOf(tenant, row.id, now);
  return { tenant, person: row.id, name: row.name, account, posts, represents: await directory.representedBy(tenant, row.id, now) };
}
