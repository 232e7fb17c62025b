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

describe('what schools report', () => {
  interface Scheme {
    readonly key: string;
    readonly version: string;
    readonly documents: readonly string[];
    readonly reports: readonly {
      readonly report: string;
      readonly due: readonly number[];
      readonly since?: string;
      readonly until?: string;
    }[];
    readonly latest?: { readonly isPending: boolean };
  }
  interface Changed {
    readonly schools: number;
    readonly periods: readonly { readonly periods: readonly { readonly key: string; readonly from: string; readonly to: string }[] }[];
  }
  const scheme = async (person = lead): Promise<Scheme | undefined> =>
    done(await person.get<{ items: readonly Scheme[] }>('report-schemes')).items.find(({ key }) => key === 'demonstration');
  const asked = (first: number, second: number, since = '2026-04-13') => ({
    since,
    source: '皖教秘职成〔2026〕12号',
    reports: [{ report: 'fortnightly', cadence: { every: 'half-month', dueDays: [first, second] }, limit: 3 }],
  });
  const amend = (person: Client, body: unknown, version?: string, key = 'demonstration') =>
    send(person, 'PUT', `report-schemes/${key}`, body, version);
  const withdraw = (person: Client, version: string) =>
    send(person, 'POST', 'report-schemes/demonstration/withdrawal', { reason: '暂缓' }, version);
  let school: string;

  const owed = async () => {
    const { obligations } = done(
      await office.get<{ obligations: readonly { period: { key: string; from: string; to: string } }[] }>(
        `schools/${school}/reports?from=2026-03-20&to=2026-05-31`,
      ),
    );
    return obligations.map(({ period: { key, from, to } }) => `${key} ${from.slice(5)}–${to.slice(5)}`);
  };

  it('is changed from a day on that is to come; the period that has begun runs to its end; all is said before', async () => {
    [school = ''] = [(await api.signIn('jh-tianbao')).at('reporter')];
    done(await office.put(`schools/${school}/participation`, { scheme: 'demonstration', from: '2026-02-28', suspensions: [] }));
    const before = await owed();
    const shown = await scheme();
    const change = asked(10, 25);
    const { source: _source, ...draft } = change;
    const preview = done(await send(office, 'POST', 'report-schemes/demonstration/preview', draft, shown?.version)) as unknown as Changed;
    expect(preview.schools).toBe(1);
    expect(preview.periods[0]?.periods[0]).toEqual({ key: '2026-04-B', from: '2026-04-13', to: '2026-04-25' });
    expect(await scheme()).toEqual(shown);
    done(await amend(office, change, shown?.version));
    expect(await owed()).toEqual([
      ...before.filter((period) => period.slice(-5) < '04-13'),
      '2026-04-B 04-13–04-25',
      '2026-05-A 04-26–05-10',
      '2026-05-B 05-11–05-25',
    ]);
    expect(await scheme()).toMatchObject({
      version: '1',
      latest: { isPending: true },
      reports: [
        { due: [12, 27], until: '2026-04-12' },
        { due: [10, 25], since: '2026-04-13' },
      ],
    });
    await eventually(async () => expect(await scheme(lead.on(other.url))).toEqual(await scheme()));
  });

  it('is changed once at a time, and given back while the change is to come', async () => {
    const first = await owed();
    expectProblem(await amend(office, asked(8, 22, '2026-05-11'), '1'), { status: 409, code: 'scheme.pending' });
    done(await withdraw(admin, '1'));
    expect(await owed()).not.toEqual(first);
    expect((await scheme())?.reports).toMatchObject([{ due: [12, 27] }]);
    expectProblem(await withdraw(admin, '2'), { status: 409, code: 'scheme.not-pending' });
  });

  it('leaves a period of which something is on record', async () => {
    const exempt = { reason: '校区搬迁' };
    done(await office.post(`schools/${school}/reports/fortnightly/2026-04-B/exemption`, exempt));
    expectProblem(await amend(office, asked(10, 25), '2'), { status: 409, code: 'scheme.period-used' });
    done(await amend(office, asked(10, 25, '2026-04-28'), '2'));
    const periods = await owed();
    expect(periods).toContain('2026-04-B 04-13–04-27');
    expect(periods).toContain('2026-05-A 04-28–05-10');
  });

  it('is looked at anew for every school, and reminded of by the new days', async () => {
    const [{ look_at: at }] = await api.dataSource.query('SELECT look_at FROM participation WHERE school_id = $1', [school]);
    // Written to by the change: due to be looked at, by the clock of then.
    expect(new Date(at).toISOString()).toBe('2026-04-06T01:00:00.000Z');
  });

  it.each<[string, number, string, () => Promise<Reply<Problem>>]>([
    ['by somebody else', 403, 'permission.missing', () => amend(lead, asked(10, 25), '3')],
    ['by somebody who has not seen it', 400, 'request.version-invalid', () => amend(office, asked(10, 25))],
    ['by somebody who saw it before', 409, 'scheme.changed', () => amend(office, asked(8, 22, '2026-06-13'), '1')],
    ['a scheme that there is not', 422, 'scheme.unknown', () => amend(office, asked(10, 25), '0', 'hunan')],
    ['from today on', 422, 'scheme.since-past', () => amend(office, asked(10, 25, '2026-04-06'), '0', 'anhui')],
    ['without its document', 400, 'request.invalid', () => amend(office, { ...asked(10, 25), source: ' ' }, '3')],
    ['without any report', 400, 'request.invalid', () => amend(office, { ...asked(10, 25), reports: [] }, '3')],
    ['a day that not every month has', 400, 'request.invalid', () => amend(office, asked(10, 29), '3')],
    ['days the wrong way round', 422, 'scheme.days-order', () => amend(office, asked(25, 10), '0', 'anhui')],
    ['to what it is', 422, 'scheme.same', () => amend(office, { ...asked(10, 25), reports: [weekly] }, '0', 'hubei')],
    ['a withdrawal by somebody else', 403, 'permission.missing', () => withdraw(lead, '3')],
  ])('is not changed: %s', async (_what, status, code, ask) => {
    await withoutChange(api.dataSource, async () => expectProblem(await ask(), { status, code }));
  });

  it('is on record, with what there was before', async () => {
    const { items } = done(
      await admin.get<{ items: { before: object; after: object; comment: string }[] }>('operations/audit?act=scheme.amend'),
    );
    expect(items.at(-1)).toMatchObject({
      before: { fortnightly: '12、27' },
      after: { since: '2026-04-13', fortnightly: '10、25' },
      comment: '皖教秘职成〔2026〕12号',
    });
  });
});

const weekly = { report: 'weekly', cadence: { every: 'week', dueWeekday: 7 }, limit: 3 };

/** The same days of another year. */
function moved<T>(days: T, year: string): T {
  return JSON.parse(JSON.stringify(days).replaceAll('2026-', `${year}-`));
}
