import type { Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { Database } from '#platform';

/**
 * How a statement fails: its connection is gone before it is sent, or after PostgreSQL carried it out and before the
 * answer came; or PostgreSQL refuses it with the SQLSTATE that is given.
 */
export type Fault = 'unsent' | 'unanswered' | { readonly sqlState: string };

type Query = (...values: unknown[]) => Promise<QueryResult>;

/** A pool's connection or the pool itself, as far as a fault needs it. */
interface Sender {
  readonly query: Query;
  readonly cut: () => void;
}

/** Lets one statement of a process fail, counted from when the fault was laid. */
export class Faults {
  private fault: Fault | undefined;
  private left = 0;

  /** The statement with this number, from 1, is to fail. */
  lay(fault: Fault, number: number): void {
    [this.fault, this.left] = [fault, number];
  }

  /** @returns whether a fault was still waiting for its statement. */
  clear(): boolean {
    const isWaiting = this.fault !== undefined;
    this.fault = undefined;
    return isWaiting;
  }

  async meet({ query, cut }: Sender, values: unknown[]): Promise<QueryResult> {
    this.left -= 1;
    const { fault } = this;
    // BEGIN is never refused.
    if (fault === undefined || this.left > 0 || (typeof fault === 'object' && values[0] === 'BEGIN')) return query(...values);
    this.fault = undefined;
    if (typeof fault === 'object') return query(`DO $$ BEGIN RAISE EXCEPTION 'a fault' USING ERRCODE = '${fault.sqlState}'; END $$`);
    if (fault === 'unanswered') await query(...values);
    cut();
    throw new Error('Connection terminated unexpectedly');
  }
}

/** A database on the same pool, with the faults between. */
export function faultyDatabase(dataSource: DataSource, faults: Faults): Database {
  const { master: pool } = dataSource.driver as unknown as { readonly master: Pool };
  const askPool = pool.query.bind(pool) as Query;
  const faultyPool = Object.create(pool, {
    query: { value: (...values: unknown[]) => faults.meet({ query: askPool, cut: () => undefined }, values) },
    connect: { value: async () => faultyClient(await pool.connect(), faults) },
  }) as Pool;
  return new Database(Object.create(dataSource, { driver: { value: { master: faultyPool } } }) as DataSource);
}

function faultyClient(client: PoolClient, faults: Faults): PoolClient {
  const query = client.query.bind(client) as Query;
  const { stream } = (client as unknown as { readonly connection: { readonly stream: { destroy(): void } } }).connection;
  return Object.create(client, {
    query: { value: (...values: unknown[]) => faults.meet({ query, cut: () => stream.destroy() }, values) },
    release: { value: (error?: Error | boolean) => client.release(error) },
  }) as PoolClient;
}
