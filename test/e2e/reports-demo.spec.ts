import { beforeAll, expect, it } from '@jest/globals';
import type { HistoryLine, InstanceView, ListedInstance, Page } from '#case';
import type { GridView, StandingView } from '#reporting';
import { clearedSchool, disqualifiedSchool, reportSchools, reportsBegin, type Way } from '../../config/demo/report-schools.ts';
import { type Api, startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';
import { runDemo } from '../support/demo-program.ts';
import { viewOf } from '../support/office.ts';
import { contradictions } from '../support/tables.ts';

let api: Api;
let province: Client;
let demo: { readonly output: string; readonly code: number | null };
beforeAll(async () => {
  api = await startApi({ environment: { SHENPI_CLOCK: 'adjustable', SHENPI_CLOCK_BEGINS: reportsBegin } });
  demo = await runDemo('reports', api.url);
  province = await api.signIn('sheng');
});

const nameOf = (code: string) => reportSchools.find((school) => school.code === code)?.name ?? '';
const standings = async () => done(await province.get<{ items: StandingView[] }>('standings?limit=100')).items;
const standingOf = async (code: string) => (await standings()).find(({ school }) => school.name === nameOf(code));
const shanghai = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

it('the two months are told to their end, as a grid', () => {
  expect(demo).toMatchObject({ code: 0 });
  expect(demo.output).toMatch(/徽州示范旅游学校 +免 +免 +免旗 +报 +标记已撤销 flag lifted/);
  expect(demo.output).toMatch(/颍州示范职业技术学校 +漏 +漏 +漏旗 +漏 +取消2025年资格 disqualified/);
  expect(demo.output).toMatch(/采石示范职业技术学院 +报 +报 +免 +报/);
});

it('the disqualified school may not apply for next year, by the rule (R-AH21-35)', async () => {
  expect(demo.output).toMatch(/颍州示范职业技术学校申报2025年春季证书.*本校已被取消该年度参与试点资格.*R-AH21-35/);
  const affairs = await api.signIn('yz-jiaowu');
  const { items } = done(await affairs.get<Page<ListedInstance>>('instances'));
  expect(items).toHaveLength(1);
  expect(await viewOf(affairs, items[0]?.id ?? '')).toMatchObject({ states: [{ path: 'draft' }], isFinished: false });
});

it('every school reported as its way was', async () => {
  const grid = done(await province.get<GridView>('report-grid?report=fortnightly&from=2024-03-01&to=2024-04-30&limit=100'));
  const states: Record<Way, string> = { filed: 'submitted', late: 'late', missed: 'missed', exempted: 'exempted' };
  const played = Object.fromEntries(grid.items.map(({ school, cells }) => [school.name, grid.periods.map(({ key }) => cells[key]?.state)]));
  const expected = reportSchools.map(({ name, code, ways }) => [
    name,
    // Its appeal is accepted: what was missed is excused.
    ways.map((way) => (code === clearedSchool && way === 'missed' ? 'exempted' : states[way])),
  ]);
  expect(played).toEqual(Object.fromEntries(expected));
});

it('nobody else is flagged, and the school whose appeal was accepted stands well', async () => {
  const flagged = (await standings()).filter(({ view, case: open }) => view === 'flagged' || open !== undefined);
  expect(flagged.map(({ school }) => school.name)).toEqual([nameOf(disqualifiedSchool)]);
  expect(await standingOf(clearedSchool)).toMatchObject({ view: 'good', causes: [] });
});

it('the system began both cases on the day after the third miss, and ended one of them itself', async () => {
  const cases = await api.dataSource.query(
    `SELECT i.id, o.name FROM instance i JOIN organisation o ON o.tenant = i.tenant AND o.id = i.organisation_id WHERE i.definition_key = 'school-standing'`,
  );
  const days = async (name: string) => {
    const { id } = cases.find((row: { name: string }) => row.name === name);
    const { lines } = done(await province.get<{ lines: HistoryLine[] }>(`instances/${id}/history`));
    return lines.map(({ at, by, to }) => `${shanghai(at)} ${by?.name ?? '系统'} ${to.map(({ path }) => path).join()}`);
  };
  expect(cases).toHaveLength(2);
  expect(await days(nameOf(clearedSchool))).toEqual(['2024-04-13 系统 circularPending', '2024-04-17 系统 lifted']);
  const against = await days(nameOf(disqualifiedSchool));
  expect(against[0]).toBe('2024-04-13 系统 circularPending');
  expect(against).toContain('2024-04-18 省教育厅职成处经办 circulated.rectifying');
  expect(against).toContain('2024-04-28 系统 cancelReview.hearing');
  expect(against.at(-1)).toBe('2024-05-06 省教育厅职成处经办 disqualified');
});

it('the evidence names the three misses, and what the school was told before', async () => {
  const { case: open } = (await standingOf(disqualifiedSchool)) ?? {};
  const { form } = done(await province.get<InstanceView>(`instances/${open?.instance}`));
  expect(form.fields).toMatchObject({
    causes: ['2024-03-A', '2024-03-B', '2024-04-A'].map((period) => ({ kind: 'misses', rule: 'R-AH21-35', period })),
    notices: expect.arrayContaining([
      expect.objectContaining({ period: '2024-03-A', rung: 'due-day' }),
      expect.objectContaining({ period: '2024-04-A', rung: 'three-days-before' }),
    ]),
  });
});

it('nothing contradicts itself after two months in half a minute', async () => {
  expect(await contradictions(api.dataSource)).toEqual([]);
});
