import { beforeAll, expect, it } from '@jest/globals';
import type { HistoryLine, ListedInstance, Page } from '#case';
import type { Notice } from '#notice';
import { seasonBegins } from '../../config/demo/season.ts';
import { type Api, startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';
import { runDemo } from '../support/demo-program.ts';
import { contradictions } from '../support/tables.ts';

let api: Api;
let season: { readonly output: string; readonly code: number | null };
beforeAll(async () => {
  api = await startApi({ environment: { SHENPI_CLOCK: 'adjustable', SHENPI_CLOCK_BEGINS: seasonBegins } });
  season = await runDemo('season', api.url);
});

const started = async (person: Client) => {
  const { items } = done(await person.get<Page<ListedInstance>>('instances?limit=100'));
  return items.filter(({ definition }) => definition.key === 'annual-application');
};
const historyOf = async (person: Client, instance: string) =>
  done(await person.get<{ lines: HistoryLine[] }>(`instances/${instance}/history`)).lines;
const shanghai = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
const days = async (person: Client, instance: string) =>
  (await historyOf(person, instance)).map(({ at, by, to }) => `${shanghai(at)} ${by?.name ?? '系统'} ${to.map(({ path }) => path).join()}`);
const told = async (account: string, kind: RegExp) =>
  done(await (await api.signIn(account)).get<{ notices: Notice[] }>('notices?limit=100'))
    .notices.filter(({ title }) => kind.test(title.zh))
    .map(({ createdAt }) => shanghai(createdAt));

it('the season is told to its end', () => {
  expect(season).toMatchObject({ code: 0 });
  expect(season.output).toContain('2024-04-06 周六 00:00  休 清明节');
});

it('what was handed in in time is approved, by the city and straight', async () => {
  const [lz, jh] = [await api.signIn('lz-jiaowu'), await api.signIn('jh-jiaowu')];
  const ends = await Promise.all(
    [...(await started(lz)), ...(await started(jh))].map(async ({ id }) => (await days(lz, id).catch(() => days(jh, id))).at(-1)),
  );
  expect(new Set(ends)).toEqual(
    new Set(['2024-03-27 省推进办审核员 approved', '2024-04-03 系统 expired', '2024-04-08 省推进办审核员 approved']),
  );
});

it('the school that is late was reminded in time, and its application expired by itself with the window (R-AH24-07)', async () => {
  expect(await told('lz-jiaowu', /^提醒：.*办理期限为2024年4月2日/)).toEqual(['2024-04-02', '2024-04-01', '2024-03-29']);
  expect(await told('lz-jiaowu', /逾期未报/)).toEqual(['2024-04-03']);
});

it('the city that is late was reminded, and the province took over when its window had closed (R-AH24-08)', async () => {
  const jj = await api.signIn('jj-jiaowu');
  const [application] = await started(jj);
  expect((await days(jj, application?.id ?? '')).slice(-8)).toEqual([
    '2024-04-01 鸠兹教务处审核员 cityReview',
    '2024-04-02 系统 cityReview',
    '2024-04-03 系统 cityReview',
    '2024-04-06 系统 cityOverdue',
    '2024-04-07 系统 cityOverdue',
    '2024-04-08 省推进办审核员 provinceReview',
    '2024-04-09 系统 provinceReview',
    '2024-04-09 省推进办审核员 approved',
  ]);
  // The city's window ends in 清明: it is reminded on the last working day before.
  expect(await told('wuhu', /^提醒：.*市教育局初审/)).toEqual(['2024-04-03', '2024-04-02']);
});

it('nothing contradicts itself after three weeks in half a minute', async () => {
  expect(await contradictions(api.dataSource)).toEqual([]);
});

it('the clock goes on by hand, and says how', async () => {
  const { output, code } = await runDemo('time', api.url, ['--to', '2024-04-13']);
  expect(code).toBe(0);
  expect(output.trim().split('\n')).toEqual([
    '2024-04-12 周五 00:00',
    '2024-04-12 周五 09:00',
    '2024-04-13 周六 00:00  休',
    '2024-04-13 周六 09:00  休',
  ]);
  expect((await runDemo('time', api.url, ['--by', 'PT2H'])).output.trim()).toBe('2024-04-13 周六 11:00  休');
  for (const args of [[], ['--to', '2024-04-13', '--by', 'P1D'], ['--to', 'tomorrow'], ['--by', 'soon']]) {
    const refused = await runDemo('time', api.url, args);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('npm run demo:time -- --to 2024-04-05 | --by P3D');
  }
  expect(await runDemo('time', api.url, ['--to', '2024-04-01'])).toMatchObject({ code: 1, output: expect.stringContaining('只能向前拨') });
});
