import { setTimeout as wait } from 'node:timers/promises';
import pc from 'picocolors';
import { demoPassword } from '../../../config/demo/organisations.ts';
import { seasonBegins } from '../../../config/demo/season.ts';
import { businessDayOf, dayLine, OfficialDays } from './calendar-days.ts';
import { Person } from './client.ts';
import { ClockHand, momentOf } from './clock-hand.ts';
import { fail, print } from './narrator.ts';
import { onTurnedServer } from './on-server.ts';
import { SeasonEvents } from './season-events.ts';
import { castAt, type Scene, Season, scenes } from './season-story.ts';

const lastDay = '2024-04-11';

/** How the season should have ended, by its cases. */
const endings = {
  'on-time': ['approved', '窗口内申报，市级初审、省级审核通过', 'in time, approved'],
  straight: ['approved', '高职直报省级，审核通过', 'straight to the province, approved'],
  'too-late': ['expired', '截止前未提交，到期自动终止', 'not submitted by the close, expired by itself'],
  'city-late': ['approved', '市级逾期，省级接办后通过', 'the city missed its window, the province took over'],
} as const;

/** A season of applications, spring 2024, watched day by day over HTTP: on SHENPI_URL or a server of its own. */
async function main(): Promise<void> {
  print(`\n${pc.bold('审批 Shenpi：2024年春季证书申报')}  ${pc.dim('R-AH24-07 院校 → R-AH24-08 市 → R-AH24-09 省')}`);
  print(pc.dim('  院校 schools 03-22 – 04-02 · 市 cities 03-22 – 04-05 · 省 province 03-26 – 04-10\n'));
  await onTurnedServer(seasonBegins, play);
}

async function play(url: string): Promise<void> {
  const admin = await Person.signIn(url, 'admin', demoPassword);
  const season = new Season(await castAt(url));
  const events = new SeasonEvents(season, season.cast.province);
  const hand = new ClockHand(admin);
  const days = new OfficialDays(admin);
  const passed = new Set<string>();
  const pass = async (at: Date): Promise<void> => {
    const happened = await tellOf(events);
    const date = businessDayOf(at);
    const scene = passed.has(date) || !isOfficeHour(at) ? undefined : scenes[date];
    if (scene === undefined && happened.length === 0) return;
    print(await dayLine(days, at));
    for (const line of happened) print(line);
    if (scene !== undefined) {
      passed.add(date);
      await act(scene, season, hand);
      for (const line of await tellOf(events)) print(line);
    }
  };
  await pass(momentOf('2024-03-20'));
  await hand.turnTo(momentOf(lastDay), pass);
  await conclude(season);
}

const isOfficeHour = (at: Date): boolean => at.getUTCHours() === 1;

async function act(scene: Scene, season: Season, hand: ClockHand): Promise<void> {
  await scene(season, (refusal) => print(`    ${pc.red('✘')} ${refusal}`));
  await hand.quiet();
}

/** Notices are written by jobs, a moment after what they tell of. */
async function tellOf(events: SeasonEvents): Promise<string[]> {
  const happened = await events.happened();
  if (happened.length > 0) await wait(300);
  return [...happened, ...(await events.noticed())];
}

async function conclude({ cases, cast: { province } }: Season): Promise<void> {
  print(`\n${pc.bold('结果')} Outcome`);
  for (const { key, school, instance } of cases) {
    const [expected, zh, en] = endings[key];
    const { states, title } = await province.get<{ states: { path: string; title: { zh: string } }[]; title: { zh: string } }>(
      `instances/${instance}`,
    );
    if (states[0]?.path !== expected) throw new Error(`${school}: expected ${expected}, but it is ${states[0]?.path}`);
    print(`  ${pc.green('✔')} ${title.zh}：${pc.bold(states[0].title.zh)}  ${zh} ${pc.dim(en)}`);
  }
  print('');
}

main().catch(fail);
