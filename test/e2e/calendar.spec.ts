import { beforeAll, describe, expect, it } from '@jest/globals';
import type { InstanceView } from '#case';
import { officialCalendar } from '../../config/pilot.ts';
import { type Api, startApi } from '../support/api.ts';
import { type Client, done, json, type Problem, send } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { submittedAdmission, viewOf } from '../support/office.ts';

interface YearView {
  readonly published: 'shipped' | 'imported' | null;
  readonly warning?: { readonly zh: string };
  readonly days: readonly { readonly date: string; readonly name: string; readonly isOffDay: boolean; readonly origin: string }[];
  readonly counts: { readonly workingDays: number; readonly corrections: number };
  readonly changes: readonly { readonly kind: string; readonly by: string }[];
}

/** A Wednesday before a week without holidays. */
const present = '2024-08-21T01:00:00Z';
const typhoon = { name: '防台风停工', isOffDay: true, source: '省防指〔2024〕12号' };

let api: Api;
let other: Api;
let admin: Client;
let lead: Client;
beforeAll(async () => {
  api = await startApi({ present });
  other = await startApi({ present, databaseUrl: api.databaseUrl, environment: { SHENPI_WORKER: 'false' } });
  [admin, lead] = [await api.signIn('admin'), await api.signIn('jh-xx-fuzeren')];
});

const year = async (number: number, person = admin) => done(await person.get<YearView>(`calendars/${number}`));
const put = (person: Client, path: string, body: unknown) =>
  person.send<Problem & { openDueTimes: number; days: string[] }>('PUT', `calendars/${path}`, json(body));
const dueOf = ({ steps }: InstanceView) => steps[0]?.dueAt?.slice(0, 10);

/** The list of 2024 as if it were that of another year: complete and plausible. */
const listOf = (other: number) =>
  officialCalendar.days
    .filter(({ date }) => date.startsWith('2024-'))
    .map(({ date, name, isOffDay }) => ({ date: `${other}${date.slice(4)}`, name, isOffDay }));

it('a correction counts in the next due time, on every server, and leaves the ones before', async () => {
  const first = await submittedAdmission(lead, 'X002');
  expect(dueOf(await viewOf(lead, first))).toBe('2024-08-28');
  expect(done(await put(admin, '2024/2024-08-26', typhoon))).toMatchObject({ days: ['2024-08-26'] });
  const { openDueTimes } = done(await put(admin, '2024/2024-08-27', typhoon));
  // The one just submitted, and those of the demonstration that were under way already.
  expect(openDueTimes).toBeGreaterThanOrEqual(1);
  expect(dueOf(await viewOf(lead, await submittedAdmission(lead, 'X011')))).toBe('2024-08-30');
  expect(dueOf(await viewOf(lead, first))).toBe('2024-08-28');
  const elsewhere = lead.on(other.url);
  // One after another until the other server has looked at the calendar again.
  const codes = Array.from({ length: 80 }, (_, index) => `X${String(index + 12).padStart(3, '0')}`);
  await eventually(async () =>
    expect(dueOf(await viewOf(elsewhere, await submittedAdmission(elsewhere, codes.shift() ?? '')))).toBe('2024-08-30'),
  );
});

it('a correction is shown with its source, and can be taken back', async () => {
  const before = await year(2024);
  done(await put(admin, '2024/2024-11-06', typhoon));
  const { days, counts, changes } = await year(2024);
  expect(days.find(({ date }) => date === '2024-11-06')).toMatchObject({ ...typhoon, origin: 'corrected' });
  expect(counts.workingDays).toBe(before.counts.workingDays - 1);
  expect(changes[0]).toMatchObject({ kind: 'corrected', by: '系统管理员' });
  done(await admin.send('DELETE', 'calendars/2024/2024-11-06'));
  expect(await year(2024)).toMatchObject({ days: before.days, counts: before.counts });
});

it('a year without a list says so, until it is imported', async () => {
  expect(await year(2027, lead)).toMatchObject({ published: null, days: [], warning: { zh: expect.stringContaining('2027') } });
  const days = listOf(2027);
  done(await admin.post('calendars/2027/import', { source: '国办发明电〔2026〕9号', days }));
  const imported = await year(2027, lead);
  expect(imported.published).toBe('imported');
  expect(imported.warning).toBeUndefined();
  expect(imported.days.map(({ date, name, isOffDay }) => ({ date, name, isOffDay }))).toEqual(days);
});

it('the years are listed, and the one that is needed next is missed from 1 November on', async () => {
  const years = async () =>
    done(await lead.get<{ items: { year: number; isNeeded: boolean; published: string | null }[] }>('calendars')).items;
  const needed = async () => (await years()).filter(({ isNeeded }) => isNeeded).map(({ year: listed, published }) => [listed, published]);
  expect((await years()).map(({ year: listed }) => listed)).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  expect(await needed()).toEqual([[2024, 'shipped']]);
  await api.turnTo('2027-10-31T15:59:59Z');
  [admin, lead] = [await api.signIn('admin'), await api.signIn('jh-xx-fuzeren')];
  expect(await needed()).toEqual([[2027, 'imported']]);
  await api.turnTo('2027-10-31T16:00:00Z');
  expect(await needed()).toEqual([
    [2027, 'imported'],
    [2028, null],
  ]);
});

it('whoever keeps the calendar is reminded of it, once a month until it is there', async () => {
  const reminders = async (person: Client) => {
    const { notices } = done(await person.get<{ notices: { title: { zh: string }; createdAt: string }[] }>('notices?limit=100'));
    return notices.filter(({ title }) => /缺少 2028 年/.test(title.zh)).map(({ createdAt }) => createdAt.slice(0, 10));
  };
  await eventually(async () => expect(await reminders(admin)).toEqual(['2027-10-31']));
  await api.turnTo('2027-12-01T01:00:00Z');
  [admin, lead] = [await api.signIn('admin'), await api.signIn('jh-xx-fuzeren')];
  await eventually(async () => expect(await reminders(admin)).toEqual(['2027-12-01', '2027-10-31']));
  expect(await reminders(lead)).toEqual([]);
  done(await admin.post('calendars/2028/import', { source: '国办发明电〔2027〕9号', days: listOf(2028) }));
  await api.turnTo('2028-02-01T01:00:00Z');
  [admin, lead] = [await api.signIn('admin'), await api.signIn('jh-xx-fuzeren')];
  // Something else that a round does shows that one was made.
  await eventually(async () => expect((await send(api.url, 'GET', '/metrics')).body).toMatch(/round="calendar",result="done"\} [3-9]/));
  expect(await reminders(admin)).toEqual(['2027-12-01', '2027-10-31']);
});

it('the application windows are listed, with a warning where a printed day is a rest day (A-19)', async () => {
  interface Window {
    readonly season: string;
    readonly role: string;
    readonly closes: string;
    readonly warning?: { readonly zh: string };
  }
  const { items } = done(await lead.get<{ items: Window[] }>('calendars/2024/windows'));
  expect(items).toHaveLength(6);
  expect(items[1]).toMatchObject({ role: 'city', closes: '2024-04-05T15:59:59.999Z', warning: { zh: '2024-04-05 是休息日。' } });
  expect(items[0]).not.toHaveProperty('warning');
});

describe('is refused, with the calendar as it was', () => {
  it.each<[string, number, string, () => Promise<{ status: number; body: Problem }>]>([
    ['a correction by somebody else', 403, 'permission.missing', () => put(lead, '2024/2024-11-06', typhoon)],
    ['an import by somebody else', 403, 'permission.missing', () => lead.post('calendars/2029/import', { source: 's', days: [] })],
    ['taking back by somebody else', 403, 'permission.missing', () => lead.send('DELETE', 'calendars/2024/2024-08-26')],
    ['a day that does not exist', 400, 'request.invalid', () => put(admin, '2024/2024-02-30', typhoon)],
    ['a year beyond all plans', 400, 'request.invalid', () => put(admin, '9999/9999-01-01', typhoon)],
    ['a correction without its document', 400, 'request.invalid', () => put(admin, '2024/2024-11-06', { ...typhoon, source: ' ' })],
    ['a day of another year', 422, 'calendar.date-outside', () => put(admin, '2024/2025-11-06', typhoon)],
    ['taking back what was not corrected', 404, 'calendar.not-corrected', () => admin.send('DELETE', 'calendars/2024/2024-11-06')],
    ['an empty list', 422, 'calendar.list-implausible', () => admin.post('calendars/2029/import', { source: 's', days: [] })],
    [
      'a list with a day that does not exist',
      400,
      'request.invalid',
      () => admin.post('calendars/2029/import', { source: 's', days: [{ date: '2029-02-30', name: '元宵', isOffDay: true }] }),
    ],
  ])('%s', async (_, status, code, ask) => {
    const rows = () =>
      api.dataSource.query('SELECT (SELECT count(*) FROM calendar_change) AS changes, (SELECT json_agg(d) FROM calendar_day d) AS days');
    const before = await rows();
    const reply = await ask();
    expect([reply.status, reply.body.code]).toEqual([status, code]);
    expect(await rows()).toEqual(before);
  });
});
