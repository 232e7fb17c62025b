import type { CommandRecord } from '#case';
import { application } from '../../workflows/annual-application/sample.ts';
import type { Api } from './api.ts';
import { type Client, done } from './client.ts';
import { decided, minutes } from './office.ts';

/** An application that a school has handed in within its window, by the beginning of its people's accounts. @returns the case. */
export async function handedIn(api: Api, school: 'jh' | 'lz'): Promise<string> {
  const [affairs, experts, president] = (await Promise.all(
    ['jiaowu', 'zhuanjia', 'xiaozhang'].map((post) => api.signIn(`${school}-${post}`)),
  )) as [Client, Client, Client];
  const request = { definition: 'annual-application', organisation: affairs.at('academic-affairs'), fields: application };
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
