import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataSource, migrate, startEmbeddedPostgres } from '../../dist/libs/platform/src/index.js';

/**
 * Starts one PostgreSQL for all suites and makes the template that each of them copies. What is tested here is not
 * whether PostgreSQL keeps its word about the disk, so it need not wait for it; the fault suite runs a server of its own.
 */
export default async function setUp() {
  if (process.env.TEST_POSTGRES_URL !== undefined) return;
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-test-'));
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };
  const postgres = await startEmbeddedPostgres({ folder, port: 0, settings });
  const dataSource = createDataSource({ url: postgres.url, poolSize: 2, applicationName: 'template', entities: [] });
  await dataSource.initialize();
  await migrate(dataSource);
  await dataSource.destroy();
  process.env.TEST_POSTGRES_URL = postgres.url;
  globalThis.testPostgres = { postgres, folder };
}
