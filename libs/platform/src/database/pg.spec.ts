import { describe, expect, it } from '@jest/globals';
import { fleetingPostgres } from '../../../../test/support/fleeting-postgres.ts';
import { createDataSource } from './data-source.ts';
import pg from './pg.ts';

describe('a connection that ends while it is handed over', () => {
  it('is an error for whoever asks on it, whether or not anybody listens to it', async () => {
    const client = new pg.Client({ connectionString: await fleetingPostgres() });
    await client.connect();
    await expect(client.query('SELECT 1')).rejects.toThrow();
  });

  it('is the same in a pool, which then goes on', async () => {
    const pool = new pg.Pool({ connectionString: await fleetingPostgres(), max: 1 });
    for (let round = 0; round < 3; round += 1) await expect(pool.query('SELECT 1')).rejects.toThrow();
    await pool.end();
  });

  it('is the same for a data source', async () => {
    const dataSource = createDataSource({ url: await fleetingPostgres(), poolSize: 1, applicationName: 'test', entities: [] });
    await expect(dataSource.initialize()).rejects.toThrow();
  });
});
