import { beforeEach, describe, expect, it } from '@jest/globals';
import { newId, TurnedClock } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { agedRows } from './aged-rows.ts';

const { database, dataSource } = await testDatabase();
const now = new Date('2024-07-01T01:00:00Z');
const clock = new TurnedClock(now);
const chores = new Map(
  agedRows(database, clock, { receiptDays: 30, noticeDays: 180, unreadNoticeDays: 730 }).map((chore) => [chore.name, chore.run]),
);
const person = newId();
const instance = newId();

const run = (name: string, limit = 100, at = now) => chores.get(name)?.(at, limit);
const left = async (sql: string) => (await dataSource.query(sql)).map((row: { left: string }) => row.left);
const earlier = (days: number, milliseconds = 0) => new Date(now.getTime() - days * 86_400_000 - milliseconds);

beforeEach(async () => {
  await dataSource.query('TRUNCATE receipt, session, notice, delivery, delivery_item, task, person CASCADE');
  await dataSource.query(`INSERT INTO person (tenant, id, account, name) VALUES ('anhui', $1, 'a', 'A')`, [person]);
});

const receipt = (key: string, at: Date) =>
  dataSource.query(`INSERT INTO receipt VALUES ('anhui', $1, $2, '\\x00', $3, 1, $4)`, [person, key, instance, at]);
const session = (token: string, expiresAt: Date) =>
  dataSource.query(`INSERT INTO session VALUES ($1, 'anhui', $2, $3, $4)`, [Buffer.from(token), person, earlier(300), expiresAt]);
const notice = (cause: string, readAt: Date | null, task: number | null = null, writtenAt = earlier(400)) =>
  dataSource.query(
    `INSERT INTO notice (tenant, id, person_id, cause, kind, title_zh, instance_id, task, created_at, read_at)
     VALUES ('anhui', $1, $2, $3, 'message', '通知', $4, $5, $6, $7)`,
    [newId(), person, cause, instance, task, writtenAt, readAt],
  );
const task = (number: number, status: string) =>
  dataSource.query(
    `INSERT INTO task (tenant, instance_id, number, step, visit, assignee, definition_key, definition_version, title_zh, status, opened_at)
     VALUES ('anhui', $1, $2, 'a', 1, 'person:x', 'a', 1, 'A', $3, $4)`,
    [instance, number, status, earlier(400)],
  );

describe('what is removed by its age', () => {
  it('are receipts older than policy says, to the instant', async () => {
    await receipt('old', earlier(30, 1));
    await receipt('kept', earlier(30));
    await receipt('new', now);
    expect(await run('receipts')).toBe(1);
    expect(await left('SELECT key AS left FROM receipt ORDER BY key')).toEqual(['kept', 'new']);
  });

  it('are sessions that have expired', async () => {
    await session('expired', earlier(0, 1));
    await session('valid', now);
    expect(await run('sessions')).toBe(1);
    expect(await left(`SELECT encode(token_hash, 'escape') AS left FROM session`)).toEqual(['valid']);
  });

  it('are no sessions that a turned clock alone would call expired', async () => {
    await session('valid', now);
    expect(await run('sessions', 100, new Date('2026-01-01T00:00:00Z'))).toBe(0);
  });

  it('are notices that were read long ago, but none that is unread or whose task is still open', async () => {
    await task(1, 'open');
    await task(2, 'decided');
    await notice('old', earlier(180, 1));
    await notice('recent', earlier(180));
    await notice('unread', null);
    await notice('open', earlier(300), 1);
    await notice('closed', earlier(300), 2);
    expect(await run('notices')).toBe(2);
    expect(await left('SELECT cause AS left FROM notice ORDER BY cause')).toEqual(['open', 'recent', 'unread']);
    await dataSource.query(`UPDATE task SET status = 'settled'`);
    expect(await run('notices')).toBe(1);
  });

  it('are counts of how late timers were, after a day', async () => {
    for (const minute of [earlier(1, 1), earlier(1)])
      await dataSource.query(`INSERT INTO timer_lateness VALUES ('anhui', $1, 0.05, 7)`, [minute]);
    expect(await run('lateness')).toBe(1);
    expect(await left('SELECT minute AS left FROM timer_lateness')).toEqual([earlier(1)]);
  });

  it('are news of more than a day ago, by the real clock', async () => {
    for (const at of [earlier(1, 1), earlier(1)])
      await dataSource.query(`INSERT INTO news (tenant, kind, readers, tasks, written_at) VALUES ('anhui', 'notice', '{}', '[]', $1)`, [
        at,
      ]);
    expect(await run('news', 100, new Date('2030-01-01T00:00:00Z'))).toBe(1);
    expect(await left('SELECT written_at AS left FROM news')).toEqual([earlier(1)]);
  });

  it('are notices that nobody read in two years, but none whose task is still open', async () => {
    await task(1, 'open');
    await task(2, 'left');
    await notice('old', null, null, earlier(730, 1));
    await notice('kept', null, null, earlier(730));
    await notice('read', earlier(10), null, earlier(800));
    await notice('open', null, 1, earlier(800));
    await notice('closed', null, 2, earlier(800));
    expect(await run('unread notices')).toBe(2);
    expect(await left('SELECT cause AS left FROM notice ORDER BY cause')).toEqual(['kept', 'open', 'read']);
  });

  it('are deliveries that ended long ago, with what they held, but none that is still to be tried', async () => {
    for (const [error, endedAt] of [
      ['old', earlier(180, 1)],
      ['recent', earlier(180)],
      ['waiting', null],
    ] as const)
      await dataSource.query(
        `WITH held AS (
           INSERT INTO delivery (tenant, id, via, recipient, state, is_open, next_attempt_at, error, created_at, ended_at)
           VALUES ('anhui', $1, 'mail', $1, 'failed', false, $3, $2, $3, $4) RETURNING tenant, id
         ) INSERT INTO delivery_item SELECT tenant, id, $2, id, id FROM held`,
        [newId(), error, earlier(400), endedAt],
      );
    expect(await run('deliveries')).toBe(1);
    expect(await left('SELECT error AS left FROM delivery ORDER BY error')).toEqual(['recent', 'waiting']);
    expect(await left('SELECT cause AS left FROM delivery_item ORDER BY cause')).toEqual(['recent', 'waiting']);
  });

  it('goes in batches, the oldest first', async () => {
    for (const days of [40, 60, 50, 70]) await receipt(`${days}`, earlier(days));
    expect(await run('receipts', 3)).toBe(3);
    expect(await left('SELECT key AS left FROM receipt')).toEqual(['40']);
    expect(await run('receipts', 3)).toBe(1);
  });

  it('is shared by workers that come at once, and none waits for another', async () => {
    await dataSource.query(`INSERT INTO receipt SELECT 'anhui', $1, n::text, '\\x00', $2, 1, $3 FROM generate_series(1, 1000) AS n`, [
      person,
      instance,
      earlier(31),
    ]);
    const work = async () => {
      let sum = 0;
      for (let removed = 1; removed > 0; sum += removed) removed = (await run('receipts', 20)) ?? 0;
      return sum;
    };
    const sums = await Promise.all([work(), work(), work(), work()]);
    await work();
    expect(await left('SELECT key AS left FROM receipt')).toEqual([]);
    // What one of them held while another looked was not counted twice.
    expect(sums.reduce((sum, removed) => sum + removed)).toBeLessThanOrEqual(1000);
  });

  it('leaves alone what somebody holds', async () => {
    await receipt('held', earlier(31));
    await receipt('free', earlier(31));
    const runner = dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query(`SELECT FROM receipt WHERE key = 'held' FOR UPDATE`);
      expect(await run('receipts')).toBe(1);
      await runner.rollbackTransaction();
    } finally {
      await runner.release();
    }
    expect(await run('receipts')).toBe(1);
  });
});
