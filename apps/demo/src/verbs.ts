import pc from 'picocolors';
import { demoPassword } from '../../../config/demo/organisations.ts';
import { verbsBegin } from '../../../config/demo/verbs.ts';
import { ClockHand, momentOf } from './clock-hand.ts';
import { fail, narrator, print } from './narrator.ts';
import { onTurnedServer } from './on-server.ts';
import { playAdmissions } from './verbs/admission.ts';
import { decideUndoDecide, playInterventions, playMeetings } from './verbs/meetings.ts';
import { playReview } from './verbs/review.ts';
import { playApplications, playIncreases } from './verbs/season.ts';
import { type OfficeLine, tableOf } from './verbs/timeline.ts';
import { Tour } from './verbs/tour.ts';

/** Every verb there is, on the pilot's processes, over HTTP: on SHENPI_URL or a server of its own. */
async function main(): Promise<void> {
  print(`\n${pc.bold('审批 Shenpi：办理动作一览')}  ${pc.dim('every verb once')}\n`);
  await onTurnedServer(verbsBegin, play);
}

async function play(url: string): Promise<void> {
  const tour = await Tour.begin(url, demoPassword, narrator);
  const hand = new ClockHand(tour.cast.admin);
  print(pc.bold('\n证书准入'));
  const [first, second, third] = await playAdmissions(tour);
  await decideUndoDecide(tour, tour.cast.affairs, [second, third]);
  await playMeetings(tour, [first, second, third], () => hand.now());
  await playInterventions(tour, second);
  await nextDay(hand, '年度证书申报');
  const certificate = await playApplications(tour);
  await nextDay(hand, '指标调增');
  await playIncreases(tour, certificate);
  await nextDay(hand, '试点年度评议（演示流程：票决、并行、补充材料、退回任一环节）');
  await playReview(tour);
  await hand.quiet();
  for (const instance of tour.cases) await tell(tour, instance);
}

async function nextDay(hand: ClockHand, title: string): Promise<void> {
  const tomorrow = new Date((await hand.now()).getTime() + 86_400_000);
  await hand.turnTo(momentOf(tomorrow.toISOString().slice(0, 10)));
  print(`\n${pc.bold(title)}  ${pc.dim('次日')}`);
}

interface Verification {
  readonly isIntact: boolean;
  readonly isRebuilt?: boolean;
  readonly rows: number;
}

async function tell({ cast }: Tour, instance: string): Promise<void> {
  const { admin } = cast;
  const { title } = await admin.get<{ title: { zh: string } }>(`instances/${instance}`);
  const { lines } = await admin.get<{ lines: OfficeLine[] }>(`instances/${instance}/history`);
  const names = new Map(Object.values(cast).map(({ session, name }) => [session.person.id, name]));
  print(`\n${pc.bold(`审批记录　${title.zh}`)}`);
  for (const line of tableOf(lines, (person) => names.get(person) ?? '有关人员')) print(line);
  const { isIntact, isRebuilt, rows } = await admin.get<Verification>(`instances/${instance}/verification`);
  if (!isIntact) throw new Error('The hash chain of the history is broken.');
  if (isRebuilt !== true) throw new Error('The history, played again, does not come to the case.');
  print(`  ${pc.green('✔')} 哈希链完整，${rows}条记录逐条核对、逐条重演，与现状一致`);
}

main().catch(fail);
