import { beforeAll, describe, expect, it } from '@jest/globals';
import { TurnedClock } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { Directory } from '../directory.ts';
import { ImportStore } from '../store/import.store.ts';
import { SignInStore } from './sign-in.store.ts';
import { SignIn } from './sign-in.ts';
import { csrfTokenOf, isCsrfToken } from './tokens.ts';

const { database, dataSource } = await testDatabase();
const clock = new TurnedClock(new Date('2024-03-22T01:00:00Z'));

beforeAll(async () => {
  const people = ['reviewer', 'Clumsy', 'patient', 'gone'].map((account) => ({
    account,
    name: '教务处审核员',
    password: '正确的口令',
    posts: [{ post: 'academic-affairs', organisation: 'school', from: '2024-03-01', to: '2024-03-31' }],
  }));
  await new ImportStore(dataSource).import({
    tenant: 'anhui',
    organisations: [
      { code: 'province', kind: 'province', type: 'province', name: '安徽省教育厅' },
      { code: 'school', parent: 'province', kind: 'school', type: 'higher_vocational', name: '江淮职业技术学院' },
    ],
    people,
  });
  await dataSource.query(`UPDATE person SET disabled_at = now() WHERE account = 'gone'`);
});

/** A server of its own: nothing is shared with another but the database. */
const server = () =>
  new SignIn(new SignInStore(database), new Directory(database), clock, {
    sessionHours: 12,
    signInAttempts: 3,
    lockMinutes: 15,
  });

async function tokenOf(signIn: SignIn, account = 'reviewer'): Promise<string> {
  const result = await signIn.signIn(account, '正确的口令');
  if (result.kind !== 'signed-in') throw new Error(result.code);
  return result.token;
}

describe('signing in', () => {
  it('with the right password opens a session that says who one is and which posts one holds', async () => {
    const signIn = server();
    const caller = await signIn.caller(await tokenOf(signIn, 'REVIEWER'));
    expect(caller).toMatchObject({ tenant: 'anhui', account: 'reviewer', name: '教务处审核员', posts: [{ post: 'academic-affairs' }] });
  });

  it.each([
    ['a wrong password', 'reviewer', '错误的口令'],
    ['an unknown account', 'nobody', '正确的口令'],
    ['a disabled account', 'gone', '正确的口令'],
    ['SQL in the account', `' OR 1=1 --`, '正确的口令'],
  ])('with %s fails without saying which part was wrong', async (_, account, password) => {
    expect(await server().signIn(account, password)).toEqual({ kind: 'refused', code: 'sign-in.failed' });
  });

  it('is locked after three wrong passwords in a row, even for the right one, and opens again later', async () => {
    const signIn = server();
    for (let attempt = 1; attempt <= 2; attempt += 1) expect(await signIn.signIn('clumsy', 'x')).toMatchObject({ code: 'sign-in.failed' });
    expect(await signIn.signIn('clumsy', 'x')).toEqual({ kind: 'refused', code: 'sign-in.locked', params: { minutes: 15 } });
    clock.advance(5 * 60_000);
    expect(await server().signIn('clumsy', '正确的口令')).toEqual({ kind: 'refused', code: 'sign-in.locked', params: { minutes: 10 } });
    clock.advance(10 * 60_000);
    expect(await tokenOf(signIn, 'clumsy')).toHaveLength(43);
  });

  it('starts the count anew after a success', async () => {
    const signIn = server();
    for (const password of ['x', 'x', '正确的口令', 'x', 'x']) await signIn.signIn('patient', password);
    expect(await signIn.signIn('patient', '正确的口令')).toMatchObject({ kind: 'signed-in' });
  });
});

describe('a session', () => {
  it('ends when one signs out, when it expires, and is unknown otherwise', async () => {
    const signIn = server();
    const token = await tokenOf(signIn);
    expect(await signIn.caller(token)).toBeDefined();
    await signIn.signOut(token);
    expect(await signIn.caller(token)).toBeUndefined();
    expect(await signIn.caller('made-up')).toBeUndefined();

    const other = await tokenOf(signIn);
    expect(await signIn.caller(other)).toBeDefined();
    clock.advance(12 * 3_600_000);
    expect(await signIn.caller(other)).toBeUndefined();
  });

  it('is felt on another server within seconds of signing out', async () => {
    const [one, other] = [server(), server()];
    const token = await tokenOf(one);
    expect(await other.caller(token)).toBeDefined();
    await one.signOut(token);
    clock.advance(5_001);
    expect(await other.caller(token)).toBeUndefined();
  });

  it('keeps only a hash of its token in the database', async () => {
    const token = await tokenOf(server());
    const rows = await dataSource.query(`SELECT token_hash::text FROM session`);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('posts', () => {
  it('are held from their first day to their last, by the day in Shanghai', async () => {
    const directory = new Directory(database);
    const [{ id: person }] = await dataSource.query(`SELECT id FROM person WHERE account = 'reviewer'`);
    const held = async (at: string) => (await directory.postsOf('anhui', person, new Date(at))).length;
    expect([await held('2024-02-29T15:59:59Z'), await held('2024-02-29T16:00:00Z')]).toEqual([0, 1]);
    expect([await held('2024-03-31T15:59:59Z'), await held('2024-03-31T16:00:00Z')]).toEqual([1, 0]);
  });

  it('are read anew once a newer revision of the directory has been seen', async () => {
    const directory = new Directory(database);
    const [{ id: school }] = await dataSource.query(`SELECT id FROM organisation WHERE code = 'school'`);
    const at = new Date('2024-03-22T01:00:00Z');
    const posts = [
      { post: 'academic-affairs', at: 'school' },
      { post: 'provincial-office', at: 'province' },
      { post: 'x', at: 'city' },
    ];
    const before = await directory.holdersOf('anhui', school, posts, at);
    expect(before['academic-affairs@school']?.holders).toHaveLength(3);
    expect(before['provincial-office@province']?.holders).toEqual([]);
    expect(before['x@city']).toBeUndefined();

    await dataSource.query(
      `UPDATE post_holding SET valid_to = '2024-03-20' WHERE person_id IN (SELECT id FROM person WHERE account = 'Clumsy')`,
    );
    expect((await directory.holdersOf('anhui', school, posts, at))['academic-affairs@school']?.holders).toHaveLength(3);
    const [{ revision }] = await dataSource.query('SELECT revision::text FROM directory_revision');
    directory.seen('anhui', revision);
    expect((await directory.holdersOf('anhui', school, posts, at))['academic-affairs@school']?.holders).toHaveLength(2);
  });
});

it('makes a CSRF token that follows from the session and from nothing else', () => {
  expect(isCsrfToken('token', csrfTokenOf('token'))).toBe(true);
  for (const wrong of ['', 'x', csrfTokenOf('other'), `${csrfTokenOf('token')}x`]) expect(isCsrfToken('token', wrong)).toBe(false);
});
