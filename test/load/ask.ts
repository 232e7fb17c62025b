import pg from 'pg';

/** Sends one statement over a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(address: string, sql: string, values?: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
