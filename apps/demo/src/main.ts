import pc from 'picocolors';
import { demoPassword } from '../../../config/demo/organisations.ts';
import { Person } from './client.ts';
import { fail, narrator, print } from './narrator.ts';
import { onServer } from './on-server.ts';
import { playAdmission } from './story.ts';
import { type HistoryLine, timelineOf } from './timeline.ts';

interface Verification {
  readonly isIntact: boolean;
  readonly rows: number;
  readonly lastHash: string;
}

async function tellTheEnd(url: string, instance: string): Promise<void> {
  const reader = await Person.signIn(url, 'jh-jiaowu', demoPassword);
  const { lines } = await reader.get<{ lines: HistoryLine[] }>(`instances/${instance}/history`);
  print(`\n${pc.bold('审批记录')}`);
  for (const line of timelineOf(lines)) print(line);
  const { isIntact, rows, lastHash } = await reader.get<Verification>(`instances/${instance}/verification`);
  if (!isIntact) throw new Error('The hash chain of the history is broken.');
  print(`\n${pc.green('✔')} 哈希链完整：${rows} 条记录逐条重新计算，末条 ${lastHash}\n`);
}

/** Plays the admission of a certificate over HTTP, against SHENPI_URL or a server of its own. */
async function main(): Promise<void> {
  print(`\n${pc.bold('审批 Shenpi：证书准入')}  ${pc.dim('R-NC21-12 论证 → 审核 → 审议 → 审定')}\n`);
  await onServer('启动一个临时的服务（内置 PostgreSQL）', {}, async (url) => tellTheEnd(url, await playAdmission(url, narrator)));
}

main().catch(fail);
