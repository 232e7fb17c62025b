import { beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { TransientError } from '../refusal.ts';
import { type Tx, violatedConstraint } from './database.ts';
import { statement } from './statement.ts';

const { database, dataSource } = await testDatabase();

const insert = statement('account.insert', 'INSERT INTO account (name, balance) VALUES ($1, 0)');
const add = statement('account.add', 'UPDATE account SET balance = balance + $2 WHERE name = $1');
const read = statement('account.read', 'SELECT balance FROM account WHERE name = $1');
const serializable = statement('serializable', 'SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
const self = statement('self', 'SELECT pg_backend_pid() AS pid');
const endSession = statement('end-session', 'SELECT pg_terminate_backend($1)');
const endOwnSession = statement('end-own-session', 'SELECT pg_terminate_backend(pg_backend_pid())');

beforeAll(async () => {
  await dataSource.query('CREATE TABLE account (name text CONSTRAINT account_key PRIMARY KEY, balance integer NOT NULL)');
});

const balanceOf = async (name: string): Promise<number | undefined> =>
  (await database.query<{ balance: number }>(read, [name]))[0]?.balance;

/** Holds everybody who comes until so many have come, and from then on nobody. */
function meeting(size: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let missing = size;
  return () => {
    missing -= 1;
    if (missing > 0) return new Promise((resolve) => waiting.push(resolve));
    for (const resolve of waiting) resolve();
    return Promise.resolve();
  };
}

describe('a transaction', () => {
  it('commits what its work wrote and returns what its work returned', async () => {
    await database.query(insert, ['plain']);
    const result = await database.transaction(async (tx) => {
      await tx.query(add, ['plain', 5]);
      tx.finishWith(add, ['plain', 2]);
      return 'done';
    });
    expect([result, await balanceOf('plain')]).toEqual(['done', 7]);
  });

  it('leaves nothing behind when its work fails, and its connection to the next', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(insert, ['unfinished']);
      tx.finishWith(insert, ['unfinished']);
      throw new Error('the work failed');
    });
    await expect(failing).rejects.toThrow('the work failed');
    expect(await balanceOf('unfinished')).toBeUndefined();
    expect(await open()).toBe(0);
  });

  it('is rolled back as a whole when its last statement fails, and says which constraint it was', async () => {
    await database.query(insert, ['taken']);
    const failing = database.transaction(async (tx) => {
      await tx.query(insert, ['fresh']);
      tx.finishWith(insert, ['taken']);
    });
    const error = await failing.catch((reason: unknown) => reason);
    expect(violatedConstraint(error)).toBe('account_key');
    expect(await balanceOf('fresh')).toBeUndefined();
    expect(await open()).toBe(0);
  });

  it('does not report success when its work has swallowed a failure', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.query(insert, ['swallowed']);
      await tx.query(insert, ['swallowed']).catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('nothing of it was committed');
    expect(await balanceOf('swallowed')).toBeUndefined();
  });

  it('keeps the values apart from the statement', async () => {
    const name = `'); DROP TABLE account; --`;
    await database.query(insert, [name]);
    expect(await balanceOf(name)).toBe(0);
  });
});

/** Transactions somebody has open, not counting the one that asks. */
async function open(): Promise<number> {
  const [row] = await dataSource.query(
    `SELECT count(*)::int AS open FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`,
  );
  return row.open;
}

describe('a conflict', () => {
  it('in which two transactions wait for each other ends with both committed, each once', async () => {
    for (const name of ['left', 'right']) await database.query(insert, [name]);
    const both = meeting(2);
    let attempts = 0;
    const transfer = (first: string, second: string) =>
      database.transaction(async (tx: Tx) => {
        attempts += 1;
        await tx.query(add, [first, 1]);
        await both();
        await tx.query(add, [second, 1]);
      });
    await Promise.all([transfer('left', 'right'), transfer('right', 'left')]);
    // One of the two is given up and does it again; on a busy machine they may meet once more.
    expect(attempts).toBeGreaterThanOrEqual(3);
    expect([await balanceOf('left'), await balanceOf('right')]).toEqual([2, 2]);
  });

  it('with a change that came between is resolved by doing all of it again', async () => {
    await database.query(insert, ['overtaken']);
    const seen: number[] = [];
    await database.transaction(async (tx) => {
      await tx.query(serializable, []);
      const [row] = await tx.query<{ balance: number }>(read, ['overtaken']);
      seen.push(row?.balance ?? -1);
      if (seen.length === 1) await database.query(add, ['overtaken', 10]);
      await tx.query(add, ['overtaken', 1]);
    });
    expect(seen).toEqual([0, 10]);
    expect(await balanceOf('overtaken')).toBe(11);
  });

  it('that never ends is given up after five attempts', async () => {
    await database.query(insert, ['hopeless']);
    let attempts = 0;
    const failing = database.transaction(async (tx) => {
      attempts += 1;
      await tx.query(serializable, []);
      await tx.query(read, ['hopeless']);
      await database.query(add, ['hopeless', 10]);
      await tx.query(add, ['hopeless', 1]);
    });
    await expect(failing).rejects.toMatchObject({ code: '40001' });
    expect([attempts, await balanceOf('hopeless')]).toEqual([5, 50]);
  });

  it('of another kind is not tried again', async () => {
    await database.query(insert, ['once']);
    let attempts = 0;
    const failing = database.transaction(async (tx) => {
      attempts += 1;
      await tx.query(insert, ['once']);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(attempts).toBe(1);
  });
});

describe('a connection that is lost', () => {
  it('during a statement is the moment’s trouble, and the next transaction has another', async () => {
    const failing = database.transaction((tx) => tx.query(endOwnSession, []));
    await expect(failing).rejects.toThrow(TransientError);
    await expect(database.query(endOwnSession, [])).rejects.toThrow(TransientError);
    expect(await database.transaction(() => Promise.resolve('well'))).toBe('well');
  });

  it('between two statements as well, and the process lives on', async () => {
    const failing = database.transaction(async (tx) => {
      const [row] = await tx.query<{ pid: number }>(self, []);
      await database.query(endSession, [row?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.query(self, []);
    });
    await expect(failing).rejects.toThrow(TransientError);
    expect(await database.query(self, [])).toHaveLength(1);
  });
});

describe('a statement', () => {
  it('has a name that no other text has', () => {
    expect(statement('account.read', read.text)).toEqual(read);
    expect(() => statement('account.read', 'SELECT 1')).toThrow('two statements are named account.read');
  });
});
