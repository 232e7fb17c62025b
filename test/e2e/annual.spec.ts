import { expect, it } from '@jest/globals';
import type { CommandRecord, InstanceView } from '#case';
import type { Fields } from '#engine';
import { application } from '../../workflows/annual-application/sample.ts';
import { startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { decide, decided, minutes, viewOf } from '../support/office.ts';
import { expectProblem } from '../support/refusing.ts';
import { contradictions } from '../support/tables.ts';

const beforeTheWindow = '2024-03-20T01:00:00Z';
const schoolWindow = '2024-03-22T01:00:00Z';
const provinceWindow = '2024-03-26T01:00:00Z';

const api = await startApi({ present: beforeTheWindow, environment: { SHENPI_SESSION_HOURS: '8760' } });

interface School {
  readonly affairs: Client;
  readonly experts: Client;
  readonly president: Client;
}

const signIn = async (prefix: string): Promise<School> => ({
  affairs: await api.signIn(`${prefix}-jiaowu`),
  experts: await api.signIn(`${prefix}-zhuanjia`),
  president: await api.signIn(`${prefix}-xiaozhang`),
});

const apply = ({ affairs }: School, fields: Fields = {}) =>
  affairs.post<CommandRecord>('instances', {
    definition: 'annual-application',
    organisation: affairs.at('academic-affairs'),
    fields: { ...application, ...fields },
  });

/** Everything within the school, up to the sealed scan. @returns the case, ready to be handed in. */
async function prepared(school: School, fields: Fields = {}): Promise<string> {
  const { affairs, experts, president } = school;
  const { instance } = done(await apply(school, fields));
  await decided(affairs, instance, { outcome: 'submit' });
  await decided(experts, instance, { outcome: 'approve', fields: { conclusion: 'agree' } });
  const meeting = {
    meetingSession: '第3次',
    meetingDate: '2024-03-20',
    minutes: await minutes(president, '会议纪要'),
    isBudgetIncluded: true,
  };
  expect(await decided(president, instance, { outcome: 'approve', fields: meeting })).toEqual(['ready']);
  return instance;
}

const handIn = async ({ affairs }: School, instance: string) =>
  decide(affairs, instance, { outcome: 'submit', fields: { sealedScan: await minutes(affairs, '盖章扫描件') } });

const higher = await signIn('jh');
const secondary = await signIn('lz');
const [hefei, wuhu, province] = [await api.signIn('hefei'), await api.signIn('wuhu'), await api.signIn('sheng')];
let approved = '';

it('a school waits for its window, and must bring enough candidates (R-AH24-06, -07)', async () => {
  const few = await prepared(secondary, { certificate: 'X003', lines: [{ level: 'junior', major: '530802', students: 19 }] });
  const early = await withoutChangeOfCases(() => handIn(secondary, few));
  expect(
    expectProblem(early, { status: 422, code: 'rule.broken' })
      .rules?.map(({ rule }) => rule)
      .sort(),
  ).toEqual(['R-AH24-06', 'R-AH24-07']);
  await api.turnTo(schoolWindow);
  const late = await withoutChangeOfCases(() => handIn(secondary, few));
  expect(expectProblem(late, { status: 422, code: 'rule.broken' }).rules).toMatchObject([
    { rule: 'R-AH24-06', message: expect.stringContaining('19') },
  ]);
});

it('a higher school goes straight to the province', async () => {
  await api.turnTo(schoolWindow);
  approved = await prepared(higher);
  expect(done(await handIn(higher, approved)).states).toEqual(['provinceReview']);
  const early = await decide(province, approved, { outcome: 'approve' });
  expect(expectProblem(early, { status: 422, code: 'rule.broken' }).rules).toMatchObject([{ rule: 'R-AH24-09' }]);
});

it('a secondary school goes by its own city, of which another city sees nothing', async () => {
  const instance = await prepared(secondary);
  expect(done(await handIn(secondary, instance)).states).toEqual(['cityReview']);
  expectProblem(await wuhu.get(`instances/${instance}`), { status: 404, code: 'instance.unknown' });
  expect(await viewOf(province, instance)).toMatchObject({ myTasks: [], steps: [{ path: 'cityReview' }] });
  expect(await decided(hefei, instance, { outcome: 'approve', fields: { isSummaryReceived: true } })).toEqual(['provinceReview']);
  await api.turnTo(provinceWindow);
  expect(await decided(province, instance, { outcome: 'return', comment: '请核实人数' })).toEqual(['returned']);
  const more = { lines: [{ level: 'intermediate', major: '510203', students: 45 }] };
  expect(await decided(secondary.affairs, instance, { outcome: 'resubmit', fields: more })).toEqual(['cityReview']);
});

it('one certificate is applied for once a season (R-AH24-05)', async () => {
  const problem = expectProblem(await apply(higher), { status: 409, code: 'case.duplicate' });
  expect(problem.rules).toMatchObject([{ rule: 'R-AH24-05' }]);
});

it('an approved plan grows by an increase, and by nothing else (R-AH24-14, -15)', async () => {
  await api.turnTo(provinceWindow);
  expect(await decided(province, approved, { outcome: 'approve' })).toEqual(['approved']);
  const lead = await api.signIn('jh-xx-fuzeren');
  const leader = await api.signIn('jh-lingdao');
  const increase = {
    year: 2024,
    season: 'spring',
    certificate: 'X002',
    level: 'intermediate',
    major: '510203',
    increase: 12,
    reason: '报名人数增加',
    examPlan: '6月统一考核',
    examDay: '2024-06-15',
  };
  const ask = async (fields: Fields) => {
    const request = { definition: 'quota-increase', organisation: lead.at('certificate-lead'), fields: { ...increase, ...fields } };
    return done(await lead.post<CommandRecord>('instances', request)).instance;
  };
  for (const [fields, rule] of [
    [{ increase: -5 }, 'R-AH24-14'],
    [{ level: 'advanced' }, 'R-AH24-14'],
    [{ season: 'autumn' }, 'R-AH24-15'],
  ] as const) {
    const refused = await decide(lead, await ask(fields), { outcome: 'submit' });
    expect(expectProblem(refused, { status: 422, code: 'rule.broken' }).rules?.[0]?.rule).toBe(rule);
  }
  const instance = await ask({});
  expect((await viewOf(lead, instance)).form.fields).toMatchObject({ approvedHeadcount: 40, headcountAfter: 52 });
  await decided(lead, instance, { outcome: 'submit' });
  await decided(higher.affairs, instance, { outcome: 'approve' });
  await decided(leader, instance, { outcome: 'approve' });
  await decided(higher.affairs, instance, { outcome: 'submit', fields: { sealedScan: await minutes(higher.affairs, '调增申请') } });
  expect(await decided(province, instance, { outcome: 'approve' })).toEqual(['approved']);

  // The signal to the plan's own case travels as a job; the next request for an increase sees what came of it.
  await eventually(async () => {
    const [{ plan }] = await api.dataSource.query(`SELECT state->'data'->'plan' AS plan FROM instance WHERE id = $1`, [approved]);
    expect(plan).toMatchObject([{ headcount: 40 }, { headcount: 12 }]);
  });
  const { form } = await viewOf(lead, await ask({ increase: 1 }));
  expect(form.fields).toMatchObject({ approvedHeadcount: 52, headcountAfter: 53 });
  expect(await contradictions(api.dataSource)).toEqual([]);
});

it('a window that closes ends what was not handed in, by the clock', async () => {
  const school = await signIn('jj');
  const { instance } = done(await apply(school));
  await api.turnTo('2024-04-02T16:00:00Z');
  const affairs = await api.signIn('jj-jiaowu');
  await eventually(async () => {
    const view: InstanceView = await viewOf(affairs, instance);
    expect(view).toMatchObject({ isFinished: true, states: [{ path: 'expired' }] });
  });
});

/** The upload of the scan is a row of its own; what matters is that the case stays as it was. */
async function withoutChangeOfCases<T>(work: () => Promise<T>): Promise<T> {
  const rows = () => api.dataSource.query('SELECT id, sequence, changed_at FROM instance ORDER BY id');
  const before = await rows();
  const result = await work();
  expect(await rows()).toEqual(before);
  return result;
}
