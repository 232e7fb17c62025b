import type { CommandRecord } from '#case';
import type { Fields } from '#engine';
import type { Api } from './api.ts';
import { type Client, done } from './client.ts';
import { decided, minutes } from './office.ts';

/** 年度申报 of one class for Web前端开发, spring 2024. */
const annualFields: Fields = {
  year: 2024,
  season: 'spring',
  certificate: 'X002',
  lines: [{ level: 'intermediate', major: '510203', cohort: '2022级', students: 40 }],
  argumentMatch: '证书标准与软件技术专业核心课程一致。',
  argumentIntegration: '课程体系已融入证书标准。',
  argumentIndustry: '服务本地软件产业。',
  argumentHistory: '首次申报。',
  trainers: 4,
  assessors: 2,
  facilities: '机房4间。',
  plannedExamMonth: '2024-06',
  budget: 20_000,
  isPlatformRegistered: true,
};

/** 指标调增 of what that class was approved for. */
export const increaseFields: Fields = {
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

/** An application that a school has handed in within its window, by the beginning of its people's accounts. @returns the case. */
export async function handedIn(api: Api, school: 'jh' | 'lz'): Promise<string> {
  const [affairs, experts, president] = (await Promise.all(
    ['jiaowu', 'zhuanjia', 'xiaozhang'].map((post) => api.signIn(`${school}-${post}`)),
  )) as [Client, Client, Client];
  const request = { definition: 'annual-application', organisation: affairs.at('academic-affairs'), fields: annualFields };
  const { instance } = done(await affairs.post<CommandRecord>('instances', request));
  await decided(affairs, instance, { outcome: 'submit' });
  await decided(experts, instance, { outcome: 'approve', fields: { conclusion: 'agree' } });
  const meeting = {
    meetingSession: '第3次',
    meetingDate: '2024-03-20',
    minutes: await minutes(president, '会议纪要'),
    isBudgetIncluded: true,
  };
  await decided(president, instance, { outcome: 'approve', fields: meeting });
  await decided(affairs, instance, { outcome: 'submit', fields: { sealedScan: await minutes(affairs, '盖章扫描件') } });
  return instance;
}

/** The plan of a higher school, approved by the province; the clock stands in the province's window afterwards. */
export async function approvedPlan(api: Api): Promise<void> {
  const instance = await handedIn(api, 'jh');
  await api.turnTo('2024-03-26T01:00:00Z');
  await decided(await api.signIn('sheng'), instance, { outcome: 'approve' });
}
