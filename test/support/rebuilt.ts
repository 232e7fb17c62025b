import type { DataSource } from 'typeorm';

interface Verifier {
  readonly verify: (tenant: string, instance: string) => Promise<{ readonly isIntact: boolean; readonly isRebuilt?: boolean }>;
}

/** The cases whose history, played again, does not come to the case as it is; empty when every one is rebuilt. */
export async function notRebuilt(dataSource: DataSource, histories: Verifier): Promise<unknown[]> {
  const cases: { tenant: string; id: string }[] = await dataSource.query('SELECT tenant, id FROM instance');
  const found = await Promise.all(cases.map(async ({ tenant, id }) => ({ id, ...(await histories.verify(tenant, id)) })));
  return found.filter(({ isIntact, isRebuilt }) => !isIntact || isRebuilt !== true);
}
