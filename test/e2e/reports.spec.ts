import { expect, it } from '@jest/globals';
import type { CalendarView, GridView, ReportView, StandingView } from '#reporting';
import { startApi } from '../support/api.ts';
import { type Client, done, type Reply } from '../support/client.ts';
import { expectProblem } from '../support/refusing.ts';
import { filledMonthly, filledReport } from '../support/reports.ts';

const api = await startApi({ present: '2024-03-28T00:00:00Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
const [jianghuai, luzhou, hefei, wuhu, province] = await api.signInAll('jh-tianbao', 'lz-tianbao', 'hefei', 'wuhu', 'sheng');
if (!jianghuai || !luzhou || !hefei || !wuhu || !province) throw new Error('somebody is missing');

const schoolOf = (reporter: Client): string => reporter.at('reporter');
const calendar = (reporter: Client): string => `schools/${schoolOf(reporter)}/reports`;
const about = (reporter: Client, report: string): string => `${calendar(reporter)}/${report}`;
const participate = (reporter: Client, scheme = 'anhui') =>
  province.put(`schools/${schoolOf(reporter)}/participation`, { scheme, from: '2024-03-28' });
const read = async (reporter: Client, report: string) => done(await reporter.get<ReportView>(about(reporter, report)));

/** What is refused leaves the ledger and the participations as they were. */
async function refused(work: () => Promise<Reply>, problem: { status: number; code: string }) {
  // When a school is looked at next is left out: rounds go on meanwhile.
  const rows = () =>
    api.dataSource.query(
      `SELECT (SELECT count(*) FROM report_entry),
         (SELECT array_agg(to_jsonb(p) - 'look_at' ORDER BY school_id) FROM participation p) AS participations`,
    );
  const before = await rows();
  const found = expectProblem(await work(), problem);
  expect(await rows()).toEqual(before);
  return found;
}

it('a school owes what its scheme says, from when it takes part', async () => {
  await refused(() => jianghuai.get(calendar(jianghuai)), { status: 404, code: 'participation.unknown' });
  await refused(() => participate(jianghuai, 'jiangsu'), { status: 422, code: 'scheme.unknown' });
  await refused(() => jianghuai.put(`schools/${schoolOf(jianghuai)}/participation`, { scheme: 'anhui', from: '2024-03-28' }), {
    status: 403,
    code: 'permission.missing',
  });
  done(await participate(jianghuai));
  done(await participate(luzhou));
  const { obligations } = done(await jianghuai.get<CalendarView>(`${calendar(jianghuai)}?from=2024-04-01&to=2024-05-12`));
  expect(obligations.map(({ report, period, state }) => [report, period.key, period.due, state])).toEqual([
    ['fortnightly', '2024-04-A', '2024-04-12T15:59:59.999Z', 'open'],
    ['fortnightly', '2024-04-B', '2024-04-27T15:59:59.999Z', 'scheduled'],
    ['fortnightly', '2024-05-A', '2024-05-12T15:59:59.999Z', 'scheduled'],
    ['monthly', '2024-04', '2024-04-27T15:59:59.999Z', 'open'],
  ]);
});

it('others see it by the organisation tree: their own school, the schools of their city, the province all', async () => {
  for (const person of [jianghuai, hefei, province]) done(await person.get(calendar(jianghuai)));
  for (const person of [luzhou, wuhu]) await refused(() => person.get(calendar(jianghuai)), { status: 404, code: 'school.unknown' });
  await refused(() => luzhou.put(about(jianghuai, 'fortnightly/2024-04-A/draft'), { fields: {} }), { status: 404, code: 'school.unknown' });
  await refused(() => hefei.put(about(jianghuai, 'fortnightly/2024-04-A/draft'), { fields: {} }), {
    status: 403,
    code: 'permission.missing',
  });
});

it('a report is saved, filed in time, returned, filed again and accepted (M5)', async () => {
  const report = 'fortnightly/2024-04-A';
  await refused(() => jianghuai.put(about(jianghuai, 'fortnightly/2024-05-A/draft'), { fields: {} }), {
    status: 409,
    code: 'report.not-open',
  });
  await refused(() => jianghuai.put(about(jianghuai, 'fortnightly/2024-13-A/draft'), { fields: {} }), {
    status: 404,
    code: 'report.unknown',
  });
  done(await jianghuai.put(about(jianghuai, `${report}/draft`), { fields: { problems: '实训设备不足' } }));
  expect(await read(jianghuai, report)).toMatchObject({ state: 'drafted', form: { fields: { problems: '实训设备不足' } } });
  const missing = await refused(() => jianghuai.post(about(jianghuai, `${report}/submission`)), { status: 422, code: 'form.invalid' });
  expect(missing.fields).toContainEqual(expect.objectContaining({ path: '/examined', code: 'required' }));
  for (const fields of [
    { ...filledReport, progress: '' },
    { ...filledReport, examined: 81 },
    { ...filledReport, certifiedTotal: 90 },
  ]) {
    const broken = await refused(() => jianghuai.post(about(jianghuai, `${report}/submission`), { fields }), {
      status: 422,
      code: 'rule.broken',
    });
    expect(broken.rules).toMatchObject([{ rule: 'R-AH21-33' }]);
  }
  done(await jianghuai.post(about(jianghuai, `${report}/submission`), { fields: filledReport }));
  await refused(() => jianghuai.post(about(jianghuai, `${report}/submission`), { fields: filledReport }), {
    status: 409,
    code: 'report.not-now',
  });
  const returned = (grace: string) =>
    hefei.post(about(jianghuai, `${report}/review`), { outcome: 'returned', reason: '请补充典型案例', grace });
  await refused(() => returned('2024-03-01T00:00:00Z'), { status: 422, code: 'report.grace-past' });
  done(await returned('2024-04-20T00:00:00Z'));
  expect(await read(jianghuai, report)).toMatchObject({ state: 'returned', grace: '2024-04-20T00:00:00.000Z' });
  await api.turnTo('2024-04-19T00:00:00Z');
  done(await jianghuai.post(about(jianghuai, `${report}/submission`), { fields: filledReport }));
  done(await hefei.post(about(jianghuai, `${report}/review`), { outcome: 'accepted' }));
  const { state, entries } = await read(jianghuai, report);
  expect(state).toBe('accepted');
  expect(entries.map(({ kind }) => kind)).toEqual(['saved', 'submitted', 'returned', 'submitted', 'accepted']);
  expect(entries[2]).toMatchObject({ by: { name: '合肥市教育局审核员' }, reason: '请补充典型案例' });
});

it('the monthly report is the annex of the report of the 27th; its figures must agree (R-AH24-20, M5c)', async () => {
  const [second, monthly] = ['fortnightly/2024-04-B', 'monthly/2024-04'];
  const first = await refused(() => jianghuai.post(about(jianghuai, `${second}/submission`), { fields: filledReport }), {
    status: 422,
    code: 'rule.broken',
  });
  expect(first.rules).toMatchObject([{ rule: 'R-AH24-20', message: expect.stringContaining('月报') }]);
  const [row] = filledMonthly['rows'] as readonly object[];
  const wrong = { ...filledMonthly, rows: [{ ...row, issued: 25 }] };
  const broken = await refused(() => jianghuai.post(about(jianghuai, `${monthly}/submission`), { fields: wrong }), {
    status: 422,
    code: 'rule.broken',
  });
  expect(broken.rules).toMatchObject([{ rule: 'R-AH24-20' }]);
  done(await jianghuai.post(about(jianghuai, `${monthly}/submission`), { fields: filledMonthly }));
  done(await jianghuai.post(about(jianghuai, `${second}/submission`), { fields: filledReport }));
  await refused(() => province.post(about(jianghuai, `${monthly}/finding`), { outcome: 'normal', reason: '按计划推进' }), {
    status: 409,
    code: 'report.not-now',
  });
  done(await jianghuai.post(about(jianghuai, `${monthly}/upload`), { reference: '平台回执 20240419-7' }));
  done(await province.post(about(jianghuai, `${monthly}/monitoring`), { reason: '与平台审核结果一致' }));
  done(await province.post(about(jianghuai, `${monthly}/finding`), { outcome: 'normal', reason: '按计划推进' }));
  expect(await read(jianghuai, monthly)).toMatchObject({ state: 'normal' });
});

it('the office sees school by period, page by page, and how each school stands', async () => {
  const grid = done(await province.get<GridView>('report-grid?report=fortnightly&from=2024-04-01&to=2024-04-30&limit=1'));
  expect(grid.periods.map(({ key }) => key)).toEqual(['2024-04-A', '2024-04-B']);
  const after = done(
    await province.get<GridView>(`report-grid?report=fortnightly&from=2024-04-01&to=2024-04-30&limit=1&after=${grid.next ?? ''}`),
  );
  expect(after.next).toBeUndefined();
  const states = [...grid.items, ...after.items].map(({ school, cells }) => [school.name, Object.values(cells).map(({ state }) => state)]);
  expect(states).toEqual([
    ['江淮示范职业技术学院', ['accepted', 'submitted']],
    ['庐州示范中等职业学校', ['missed', 'open']],
  ]);
  const standings = done(await hefei.get<{ items: StandingView[] }>('standings'));
  expect(standings.items.map(({ school, view }) => [school.name, view])).toEqual([
    ['江淮示范职业技术学院', 'good'],
    ['庐州示范中等职业学校', 'missed1'],
  ]);
  expect(done(await wuhu.get<{ items: StandingView[] }>('standings')).items).toEqual([]);
});
