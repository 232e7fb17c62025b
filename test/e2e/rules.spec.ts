import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, startApi } from '../support/api.ts';
import { type Client, done, json, type Problem, type Reply } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

interface Days {
  readonly from: string;
  readonly to: string;
}
interface Windows {
  readonly version: string;
  readonly entered?: { readonly by: string };
  readonly items: readonly (Days & {
    readonly season: string;
    readonly role: string;
    readonly notice: string;
    readonly isAssumed: boolean;
  })[];
}

const spring = {
  school: { from: '2026-03-22', to: '2026-04-08' },
  city: { from: '2026-03-22', to: '2026-04-12' },
  province: { from: '2026-03-26', to: '2026-04-15' },
};
const autumn = {
  school: { from: '2026-09-10', to: '2026-09-20' },
  city: { from: '2026-09-10', to: '2026-09-24' },
  province: { from: '2026-09-15', to: '2026-09-28' },
};
const notice = { document: '皖教秘职成〔2026〕9号', seasons: { spring, autumn } };

let api: Api;
let other: Api;
let office: Client;
let admin: Client;
let lead: Client;
beforeAll(async () => {
  // The schools' window of spring, as in the notice of 2024, is open.
  const present = '2026-03-30T01:00:00Z';
  api = await startApi({ present, environment: { SHENPI_WORKER: 'false' } });
  other = await startApi({ present, databaseUrl: api.databaseUrl, environment: { SHENPI_WORKER: 'false' } });
  [office, admin, lead] = await api.signInAll('sheng', 'admin', 'jh-xx-fuzeren');
});

const windows = async (year = 2026, person = lead) => done(await person.get<Windows>(`calendars/${year}/windows`));
const schoolsInSpring = ({ items }: Windows) => items.find(({ season, role }) => season === 'spring' && role === 'school');
const send = (person: Client, method: string, path: string, body: unknown, version?: string): Promise<Reply<Problem>> =>
  person.send(method, path, {
    ...json(body),
    headers: { 'content-type': 'application/json', ...(version !== undefined && { 'if-match': version }) },
  });
const enter = (person: Client, body: unknown, version?: string, year = 2026) =>
  send(person, 'PUT', `calendars/${year}/windows`, body, version);

describe('the windows of a year', () => {
  it('stand in from an earlier notice until they are entered, and are then those of the year’s own, on every server', async () => {
    const before = await windows();
    expect(schoolsInSpring(before)).toMatchObject({ to: '2026-04-02', notice: '皖教秘职成〔2024〕22号', isAssumed: true });
    done(await enter(office, notice, before.version));
    const after = await windows();
    expect(after).toMatchObject({ version: '1', entered: { by: '省推进办审核员' } });
    expect(schoolsInSpring(after)).toMatchObject({ ...spring.school, notice: notice.document, isAssumed: false });
    await eventually(async () => expect(await windows(2026, lead.on(other.url))).toEqual(after));
    // Next year goes by the last notice there is.
    expect(schoolsInSpring(await windows(2027))).toMatchObject({ from: '2027-03-22', to: '2027-04-08', isAssumed: true });
    expect(schoolsInSpring(await windows(2025))).toMatchObject({ from: '2025-03-22', to: '2025-04-02' });
  });

  it('are withdrawn with a reason, where that alters nothing that is over', async () => {
    await api.turnTo('2026-04-06T01:00:00Z');
    [office, admin, lead] = await api.signInAll('sheng', 'admin', 'jh-xx-fuzeren');
    const draft = { document: '皖教秘职成〔2027〕1号', seasons: moved(notice.seasons, '2027') };
    done(await enter(admin, draft, '0', 2027));
    done(await send(admin, 'POST', 'calendars/2027/windows/withdrawal', { reason: '文号有误' }, '1'));
    expect(await windows(2027)).toMatchObject({ version: '2' });
    expect((await windows(2027)).entered).toBeUndefined();
    // With the days of 2024 the schools' window would have closed on 2 April already: it is open by what was entered.
    expectProblem(await send(admin, 'POST', 'calendars/2026/windows/withdrawal', { reason: '误录' }, '1'), {
      status: 422,
      code: 'window.closes-in-past',
    });
  });

  it('are on record, with what there was before', async () => {
    const { items } = done(
      await admin.get<{ items: { act: string; by: { name: string }; before: object; after: object }[] }>(
        'operations/audit?act=windows.enter',
      ),
    );
    expect(items.at(-1)).toMatchObject({
      by: { name: '省推进办审核员' },
      before: { document: '皖教秘职成〔2024〕22号', 'spring.school': '2026-03-22 – 2026-04-02' },
      after: { document: notice.document, 'spring.school': '2026-03-22 – 2026-04-08' },
    });
  });

  const with2026 = (season: 'spring' | 'autumn', role: 'school' | 'city' | 'province', days: Partial<Days>) => ({
    ...notice,
    seasons: { ...notice.seasons, [season]: { ...notice.seasons[season], [role]: { ...notice.seasons[season][role], ...days } } },
  });
  it.each<[string, number, string, () => Promise<Reply<Problem>>]>([
    ['by somebody else', 403, 'permission.missing', () => enter(lead, notice, '1')],
    ['by somebody who has not seen them', 400, 'request.version-invalid', () => enter(office, notice)],
    [
      'by somebody who saw them before',
      409,
      'window.changed',
      () => enter(office, with2026('autumn', 'province', { to: '2026-09-30' }), '0'),
    ],
    ['without its document', 400, 'request.invalid', () => enter(office, { ...notice, document: ' ' }, '1')],
    ['on a day that does not exist', 400, 'request.invalid', () => enter(office, with2026('autumn', 'city', { to: '2026-09-31' }), '1')],
    ['on a day of another year', 422, 'window.day-outside', () => enter(office, with2026('autumn', 'province', { to: '2027-01-05' }), '1')],
    ['an end before the beginning', 422, 'window.ends-first', () => enter(office, with2026('autumn', 'school', { to: '2026-09-01' }), '1')],
    [
      'a city that closes before its schools',
      422,
      'window.out-of-order',
      () => enter(office, with2026('autumn', 'city', { to: '2026-09-12' }), '1'),
    ],
    ['seasons that overlap', 422, 'window.overlapping', () => enter(office, with2026('autumn', 'school', { from: '2026-04-01' }), '1')],
    [
      'another first day of an open one',
      409,
      'window.begun',
      () => enter(office, with2026('spring', 'school', { from: '2026-03-20' }), '1'),
    ],
    [
      'an open one that closes yesterday',
      422,
      'window.closes-in-past',
      () => enter(office, with2026('spring', 'school', { to: '2026-04-05' }), '1'),
    ],
    ['a year that is over', 409, 'window.closed', () => enter(office, { ...notice, seasons: moved(notice.seasons, '2025') }, '0', 2025)],
    [
      'a withdrawal of nothing',
      404,
      'window.not-entered',
      () => send(office, 'POST', 'calendars/2028/windows/withdrawal', { reason: '无' }, '0'),
    ],
    [
      'a withdrawal by somebody else',
      403,
      'permission.missing',
      () => send(lead, 'POST', 'calendars/2026/windows/withdrawal', { reason: '无' }, '1'),
    ],
  ])('are refused %s, as they were', async (_what, status, code, ask) => {
    await withoutChange(api.dataSource, async () => expectProblem(await ask(), { status, code }));
  });

  it('of two who enter them at once, the second looks again', async () => {
    const [one, two] = await Promise.all(
      [office, admin].map((person) => enter(person, { ...notice, seasons: moved(notice.seasons, '2029') }, '0', 2029)),
    );
    expect(new Set([one?.status, two?.status])).toEqual(new Set([200, 409]));
    expect((await windows(2029)).version).toBe('1');
  });
});

/** The same days of another year. */
function moved<T>(days: T, year: string): T {
  return JSON.parse(JSON.stringify(days).replaceAll('2026-', `${year}-`));
}
