import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import { TransientError } from '../refusal.ts';
import type { Statement } from './statement.ts';

type Values = readonly unknown[];

/** What a transaction's work may do. */
export interface Tx {
  query<Row extends QueryResultRow>(statement: Statement, values: Values): Promise<Row[]>;
  /**
   * Sends a last statement together with the COMMIT, in one round trip. If it fails, PostgreSQL rolls everything back
   * and `transaction` throws its error.
   */
  finishWith(statement: Statement, values: Values): void;
}

/** Deadlock and serialization failure: the transaction did nothing and may be tried again as a whole. */
const retryable = new Set(['40001', '40P01']);
const maxAttempts = 5;

/** SQLSTATE classes that say the server is away, going away, or full. */
const awayClasses = ['08', '53', '57P'];
const awayCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);
const awayMessages =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed/;

/**
 * Named prepared statements on the data source's own pool, for the paths where a repository would cost too much
 * (docs/decisions/0002). The pool's connections are in pipeline mode, so statements sent together travel together.
 */
export class Database {
  private readonly pool: Pool;

  constructor(readonly dataSource: DataSource) {
    this.pool = (dataSource.driver as unknown as { master: Pool }).master;
  }

  async query<Row extends QueryResultRow>(statement: Statement, values: Values): Promise<Row[]> {
    try {
      return (await this.pool.query<Row>(prepared(statement, values))).rows;
    } catch (error) {
      throw asTransient(error);
    }
  }

  /**
   * Runs work in a transaction and commits it. A deadlock or a serialization failure runs the whole of it again, from
   * BEGIN; the work must therefore do nothing outside the database. A statement that failed fails the transaction, even
   * if the work caught its error: PostgreSQL has then given up on all of it.
   * @throws TransientError when the database is away; whether the transaction was committed is then unknown.
   */
  async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (attempt >= maxAttempts || !retryable.has(codeOf(error))) throw asTransient(error);
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const begun = kept(client.query('BEGIN'));
    const last: Promise<QueryResult>[] = [];
    const tx: Tx = {
      query: async <Row extends QueryResultRow>(statement: Statement, values: Values) => {
        // Both are on their way already; whoever goes on after this must know that the transaction has begun.
        const [{ rows }] = await Promise.all([client.query<Row>(prepared(statement, values)), begun]);
        return rows;
      },
      finishWith: (statement, values) => void last.push(kept(client.query(prepared(statement, values)))),
    };
    try {
      const [result] = await Promise.all([work(tx), begun]);
      const commit = kept(client.query('COMMIT'));
      await Promise.all(last);
      const { command } = await commit;
      if (command !== 'COMMIT') throw new Error('A statement of the transaction failed, so nothing of it was committed.');
      client.release();
      return result;
    } catch (error) {
      await abandon(client);
      throw error;
    }
  }
}

const ignore = (): void => undefined;

/** A promise that is awaited later, or not at all when something else failed first. */
function kept<T>(promise: Promise<T>): Promise<T> {
  promise.catch(ignore);
  return promise;
}

/** A connection whose ROLLBACK does not go through is no use to anybody else. */
async function abandon(client: PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK');
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

const prepared = ({ name, text }: Statement, values: Values) => ({ name, text, values: [...values] });

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The unique constraint or index a write ran into, if that is why it failed. */
export const violatedConstraint = (error: unknown): string | undefined =>
  codeOf(error) === '23505' ? (error as { constraint?: string }).constraint : undefined;

function asTransient(error: unknown): unknown {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  const isAway = awayCodes.has(code) || awayClasses.some((prefix) => code.startsWith(prefix)) || awayMessages.test(message);
  return isAway ? new TransientError('The database is not answering.', { cause: error }) : error;
}
