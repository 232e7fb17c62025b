import { expect, it } from '@jest/globals';
import type { CommandRecord } from '#case';
import type { StandingView } from '#reporting';
import { startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { decide, decided, viewOf } from '../support/office.ts';
import { expectProblem } from '../support/refusing.ts';
import { filledReport } from '../support/reports.ts';
import { contradictions } from '../support/tables.ts';

const api = await startApi({ present: '2024-03-28T00:00:00Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
const [jianghuai, luzhou, jiuzi, affairs, hefei, province, education] = await api.signInAll(
  'jh-tianbao',
  'lz-tianbao',
  'jj-tianbao',
  'lz-jiaowu',
  'hefei',
  'sheng',
  'zhichengchu',
);
if (!jianghuai || !luzhou || !jiuzi || !affairs || !hefei || !province || !education) throw new Error('somebody is missing');

const schoolOf = (reporter: Client): string => reporter.at('reporter');
const reportOf = (reporter: Client, period: string): string => `schools/${schoolOf(reporter)}/reports/fortnightly/${period}`;
const standingOf = async (reporter: Client): Promise<StandingView> =>
  done(await province.get<StandingView>(`schools/${schoolOf(reporter)}/standing`));
const file = async (reporter: Client, period: string) =>
  done(await reporter.post(`${reportOf(reporter, period)}/submission`, { fields: filledReport }));
const noticesOf = async (person: Client): Promise<string[]> =>
  done(await person.get<{ notices: { title: { zh: string } }[] }>('notices?limit=100')).notices.map(({ title }) => title.zh);

/** The case against a school, once the system has opened it. */
async function caseAgainst(reporter: Client): Promise<string> {
  return eventually(async () => {
    const { case: open } = await standingOf(reporter);
    if (open === undefined || open.states.length === 0) throw new Error('there is no case yet');
    return open.instance;
  });
}

it('three schools report; two of them miss three in a row and are flagged by the system itself (R-AH21-35)', async () => {
  for (const reporter of [jianghuai, luzhou, jiuzi]) {
    const participation = { scheme: 'demonstration', from: '2024-03-28' };
    done(await province.put(`schools/${schoolOf(reporter)}/participation`, participation));
  }
  await file(jianghuai, '2024-04-A');
  await api.turnTo('2024-04-12T16:00:00Z');
  await eventually(async () => expect(await noticesOf(luzhou)).toContainEqual(expect.stringMatching(/庐州.*2024-04-A.*已漏报/)));
  await api.turnTo('2024-04-27T01:00:00Z');
  await file(jianghuai, '2024-04-B');
  await api.turnTo('2024-04-27T16:00:00Z');
  await eventually(async () => expect(await noticesOf(hefei)).toContainEqual(expect.stringMatching(/庐州.*2024-04-B.*已漏报/)));
  await api.turnTo('2024-05-12T01:00:00Z');
  await eventually(async () => expect(await noticesOf(luzhou)).toContainEqual(expect.stringMatching(/庐州.*2024-05-A.*最后一次提醒/)));
  await file(jianghuai, '2024-05-A');
  await api.turnTo('2024-05-12T15:59:59.999Z');
  expect(await standingOf(luzhou)).toMatchObject({ view: 'missed2', causes: [] });
  await api.turnTo('2024-05-12T16:00:00Z');

  const instance = await caseAgainst(luzhou);
  await caseAgainst(jiuzi);
  expect(await standingOf(luzhou)).toMatchObject({
    view: 'flagged',
    causes: [
      { kind: 'misses', rule: 'R-AH21-35', obligations: [{ period: '2024-04-A' }, { period: '2024-04-B' }, { period: '2024-05-A' }] },
    ],
  });
  expect(await standingOf(jianghuai)).toMatchObject({ view: 'good', causes: [] });
  const view = await viewOf(education, instance);
  expect(view).toMatchObject({ states: [{ path: 'circularPending' }], form: { fields: { checkedAt: '2024-05-12T16:00:00.000Z' } } });
  expect(view.form.fields['causes']).toHaveLength(3);
  expect(view.form.fields['notices']).toContainEqual(expect.objectContaining({ period: '2024-05-A', rung: 'due-day' }));
});

it('one appeals and is cleared: the flag is lifted, which is recorded as the system’s act', async () => {
  const instance = await caseAgainst(jiuzi);
  expectProblem(await jianghuai.post(`${reportOf(jianghuai, '2024-04-B')}/appeal`, { reason: '无' }), {
    status: 409,
    code: 'appeal.not-needed',
  });
  done(await jiuzi.post(`${reportOf(jiuzi, '2024-04-B')}/appeal`, { reason: '国家平台当日故障，附截图编号' }));
  expect(await standingOf(jiuzi)).toMatchObject({ view: 'flagged' });
  done(await province.post(`${reportOf(jiuzi, '2024-04-B')}/appeal/decision`, { outcome: 'accepted', reason: '平台故障属实' }));
  expect(await standingOf(jiuzi)).toMatchObject({ view: 'missed2', causes: [] });
  expect(await standingOf(jiuzi)).not.toHaveProperty('case');
  expect(await viewOf(education, instance)).toMatchObject({ isFinished: true, states: [{ path: 'lifted' }] });
  const { lines } = done(await education.get<{ lines: { kind: string; by?: object }[] }>(`instances/${instance}/history`));
  expect(lines.at(-1)).toMatchObject({ kind: 'signalled', detail: { cause: 'liftFlag' } });
  expect(lines.at(-1)).not.toHaveProperty('by');
});

it('the other is circulated, misses again, is heard, and may not take part next year', async () => {
  const instance = await caseAgainst(luzhou);
  await api.turnTo('2024-05-20T02:00:00Z');
  const unnumbered = expectProblem(await decide(education, instance, { outcome: 'circulate' }), { status: 422, code: 'rule.broken' });
  expect(unnumbered.rules).toMatchObject([{ rule: 'R-AH21-35' }]);
  const circular = { circularNumber: '皖教秘职成〔2024〕31号', circularDate: '2024-05-20' };
  expect(await decided(education, instance, { outcome: 'circulate', fields: circular })).toEqual(['circulated.rectifying']);
  await api.turnTo('2024-05-27T16:00:00Z');
  await eventually(async () => expect(await viewOf(education, instance)).toMatchObject({ states: [{ path: 'cancelReview.hearing' }] }));
  await decided(luzhou, instance, { outcome: 'submit', fields: { statement: '专人离职，已补齐岗位。' } });
  const decision = { decisionNumber: '皖教秘职成〔2024〕52号', decisionDate: '2024-06-03' };
  expect(await decided(education, instance, { outcome: 'cancel', fields: decision })).toEqual(['disqualified']);
});

it('whose application for that year is then refused, by the number of the rule (M3)', async () => {
  const application = {
    season: 'spring',
    certificate: 'X002',
    lines: [{ level: 'intermediate', major: '710201', cohort: '2023级', students: 40 }],
    argumentMatch: '证书标准与专业课程一致。',
    argumentIntegration: '课程体系已融入证书标准。',
    argumentIndustry: '服务本地软件产业。',
    argumentHistory: '首次申报。',
    trainers: 4,
    assessors: 2,
    facilities: '机房4间。',
    budget: 20_000,
    isPlatformRegistered: true,
  };
  const applyFor = async (year: number) => {
    const request = {
      definition: 'annual-application',
      organisation: affairs.at('academic-affairs'),
      fields: { ...application, year, plannedExamMonth: `${year}-06` },
    };
    const { instance } = done(await affairs.post<CommandRecord>('instances', request));
    return decide(affairs, instance, { outcome: 'submit' });
  };
  await api.turnTo('2025-03-24T01:00:00Z');
  const refused = expectProblem(await applyFor(2025), { status: 422, code: 'rule.broken' });
  expect(refused.rules).toEqual([{ rule: 'R-AH21-35', message: expect.stringContaining('2025-12-31') }]);
  expect(done(await applyFor(2026)).states).toEqual(['schoolArgument']);
  expect(await contradictions(api.dataSource)).toEqual([]);
});
