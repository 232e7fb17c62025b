import { Readable } from 'node:stream';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import type { Database, Statement } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse, tenant } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { Histories } from '../queries/history.query.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { histories, commands, attachments } = house.cases;
const rows = 7;
let instance: string;

beforeAll(async () => {
  instance = await house.submitted('物流管理');
  const meeting = await house.caller('meeting');
  const file = await attachments.upload(meeting, '纪要.txt', Readable.from(['同意']));
  if ('code' in file) throw new Error(file.code);
  done(await commands.comment(meeting, instance, { comment: '纪要附后 ✓ "引号" \\ 换行\n', attachments: [file.id] }));
  house.clock.advance(86_400_001);
  done(await house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
  for (const account of ['affairs', 'president', 'party']) done(await house.decide(account, instance, 'approve'));
});

/** Changes something behind the back of the trigger, looks, and puts it back. */
async function tampered(...statements: string[]) {
  const runner = dataSource.createQueryRunner();
  await runner.startTransaction();
  await runner.query('SET LOCAL session_replication_role = replica');
  try {
    for (const statement of statements) await runner.query(statement, statement.includes('$1') ? [instance] : []);
    return await new Histories(insideOf(runner), house.cases.workflows, {}).verify(tenant, instance);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** A database that is read from inside a transaction, where its changes are to be seen. */
const insideOf = (runner: QueryRunner): Database =>
  ({ query: ({ text }: Statement, values: unknown[]) => runner.query(text, values) }) as unknown as Database;

const at = (sequence: number) => `WHERE instance_id = $1 AND sequence = ${sequence}`;

/** For every type of column, something that is surely another value. */
const another: Record<string, (column: string) => string> = {
  text: (column) => `coalesce(${column}, '') || '.'`,
  uuid: () => 'gen_random_uuid()',
  int4: (column) => `coalesce(${column}, 0) + 100`,
  timestamptz: (column) => `${column} + interval '1 millisecond'`,
  jsonb: (column) => `CASE jsonb_typeof(${column}) WHEN 'array' THEN ${column} || '[1]' ELSE ${column} || '{"more": 1}' END`,
  _text: (column) => `${column} || '{elsewhere}'`,
  bytea: (column) => `set_byte(${column}, 31, get_byte(${column}, 31) # 1)`,
};

const columns: { name: string; type: string }[] = await dataSource.query(
  `SELECT column_name AS name, udt_name AS type FROM information_schema.columns WHERE table_name = 'history' ORDER BY ordinal_position`,
);

describe('a history', () => {
  it('is whole as it was written', async () => {
    const verification = await histories.verify(tenant, instance);
    expect(verification).toEqual({ isIntact: true, isRebuilt: true, rows, lastHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const lines = await histories.read(await house.caller('lead'), instance);
    expect(lines?.at(-1)?.hash).toBe(verification.lastHash);
    expect(await tampered()).toEqual(verification);
  });

  it('cannot be changed, shortened or emptied in the ordinary way', async () => {
    for (const statement of [`UPDATE history SET comment = ''`, 'DELETE FROM history', 'TRUNCATE history']) {
      await expect(dataSource.query(statement)).rejects.toThrow('history is append-only');
    }
  });

  it('of a case that is not there is not whole', async () => {
    expect(await histories.verify(tenant, '00000000-0000-7000-8000-000000000000')).toMatchObject({ isIntact: false, rows: 0, brokenAt: 1 });
  });
});

describe.each(columns)('a change of $name', ({ name, type }) => {
  it.each(Array.from({ length: rows }, (_, index) => index + 1))('in row %i is found there', async (row) => {
    const value = another[type]?.(name);
    if (value === undefined) throw new Error(`no other value for ${type}`);
    const verification = await tampered(`UPDATE history SET ${name} = ${value} ${at(row)}`);
    expect(verification).toMatchObject({ isIntact: false, brokenAt: row });
  });
});

describe('a value taken away', () => {
  const nullable = ['person_id', 'post', 'organisation_id', 'step', 'task', 'outcome', 'settled', 'comment'];
  it.each(nullable)('from %s is found', async (column) => {
    const [row] = await house.rows<{ sequence: number }>(
      `SELECT min(sequence) AS sequence FROM history WHERE instance_id = $1 AND ${column} IS NOT NULL`,
      [instance],
    );
    const sequence = row?.sequence ?? 0;
    expect(await tampered(`UPDATE history SET ${column} = NULL ${at(sequence)}`)).toMatchObject({ isIntact: false, brokenAt: sequence });
  });
});

describe('rows', () => {
  it.each(Array.from({ length: rows }, (_, index) => index + 1))('without number %i are found to end or break there', async (row) => {
    expect(await tampered(`DELETE FROM history ${at(row)}`)).toMatchObject({ isIntact: false, rows: rows - 1, brokenAt: row });
  });

  it('without number 3, the later ones moved up, are found to break there', async () => {
    const move = (by: number) => `UPDATE history SET sequence = sequence + ${by} WHERE instance_id = $1 AND sequence > 3`;
    expect(await tampered(`DELETE FROM history ${at(3)}`, move(1000), move(-1001))).toMatchObject({ isIntact: false, brokenAt: 3 });
  });

  it('without the last, its case set back to the one before by its number only, are found to end too early', async () => {
    expect(await tampered(`DELETE FROM history ${at(rows)}`, `UPDATE instance SET sequence = sequence - 1 WHERE id = $1`)).toMatchObject({
      isIntact: false,
      brokenAt: rows,
    });
  });

  it('that are all gone are missed', async () => {
    expect(await tampered('DELETE FROM history WHERE instance_id = $1')).toMatchObject({ isIntact: false, rows: 0, brokenAt: 1 });
  });

  it.each([
    [2, 3],
    [1, rows],
    [4, 6],
  ])('%i and %i, exchanged, are found at the first of them', async (one, other) => {
    const move = (from: number, to: number) => `UPDATE history SET sequence = ${to} ${at(from)}`;
    expect(await tampered(move(one, 1000), move(other, one), move(1000, other))).toMatchObject({ isIntact: false, brokenAt: one });
  });

  it('with one more put in behind the last are found', async () => {
    const copied = columns.map(({ name }) => (name === 'sequence' ? `${rows + 1}` : name)).join(', ');
    const names = columns.map(({ name }) => name).join(', ');
    expect(await tampered(`INSERT INTO history (${names}) SELECT ${copied} FROM history ${at(rows)}`)).toMatchObject({
      isIntact: false,
      brokenAt: rows + 1,
    });
  });

  it('with a hash reckoned anew for a changed one still break at the next', async () => {
    expect(await tampered(`UPDATE history SET comment = '不同意', hash = sha256('forged') ${at(3)}`)).toMatchObject({
      isIntact: false,
      brokenAt: 3,
    });
  });
});

describe('the form', () => {
  const firstWith = (version: number) =>
    house.rows<{ sequence: number }>(`SELECT min(sequence) AS sequence FROM history WHERE instance_id = $1 AND form_version = ${version}`, [
      instance,
    ]);

  it('of every version is proved by the row it came with', async () => {
    const versions = await house.rows<{ version: number }>('SELECT version FROM form_version WHERE instance_id = $1', [instance]);
    expect(versions.length).toBeGreaterThan(1);
    for (const { version } of versions) {
      const [row] = await firstWith(version);
      const change = `UPDATE form_version SET fields = fields || '{"certificate": "另一证书"}' WHERE instance_id = $1 AND version = ${version}`;
      expect(await tampered(change)).toMatchObject({ isIntact: false, brokenAt: row?.sequence });
    }
  });

  it('is missed when it is taken away, and when the case shows an earlier one', async () => {
    expect(await tampered('DELETE FROM form_version WHERE instance_id = $1')).toMatchObject({ isIntact: false, brokenAt: 1 });
    expect(await tampered('UPDATE instance SET form_version = form_version - 1 WHERE id = $1')).toMatchObject({
      isIntact: false,
      brokenAt: rows + 1,
    });
  });
});
