import pc from 'picocolors';
import { reportsBegin } from '../../../config/demo/report-schools.ts';
import { dayLine, OfficialDays } from './calendar-days.ts';
import { fail, narrator, print } from './narrator.ts';
import { onTurnedServer } from './on-server.ts';
import { type Grid, legend, linesOf, type RowNote } from './reports-grid.ts';
import { ReportsStory, type Standing, type Teller } from './reports-story.ts';

/** Two months of fortnightly reports of twelve schools, watched over HTTP: on SHENPI_URL or a server of its own. */
async function main(): Promise<void> {
  print(`\n${pc.bold('审批 Shenpi：双周报与漏报')}  ${pc.dim('R-AH21-33 每月12日、27日前 → R-AH21-35 三次不填')}`);
  print(pc.dim('  十二所虚构学校，两个月 · twelve made-up schools, two months\n'));
  await onTurnedServer(reportsBegin, play);
}

async function play(url: string): Promise<void> {
  let story: ReportsStory | undefined;
  let days: OfficialDays | undefined;
  const flagged = new Map<string, string>();
  const teller: Teller = {
    day: async (at) => {
      if (days !== undefined) print(await dayLine(days, at));
    },
    say: (zh, en) => print(`    ${zh}  ${pc.dim(en)}`),
    grid: async () => {
      if (story !== undefined && days !== undefined) await printGrid(story, days, flagged);
    },
  };
  story = await narrator.step('省推进办登记十二所学校参与试点', () => ReportsStory.begin(url, teller));
  days = new OfficialDays(story.province);
  await story.untilFlagged();
  await story.appealAndCircular();
  await story.againAndDisqualified();
}

async function printGrid(story: ReportsStory, days: OfficialDays, flagged: Map<string, string>): Promise<void> {
  const grid = await story.province.get<Grid>('report-grid?report=fortnightly&from=2024-03-01&to=2024-04-30&limit=100');
  const standings = new Map((await story.standings()).map((standing) => [standing.school.id, standing]));
  for (const [id, { causes }] of standings) {
    const last = causes.flatMap(({ obligations }) => obligations.map(({ period }) => period)).at(-1);
    // Where it was flagged first is where the flag stands, also when it was lifted since.
    if (last !== undefined && !flagged.has(id)) flagged.set(id, last);
  }
  const restDays = new Map<string, boolean>();
  for (const { to } of grid.periods) restDays.set(to, (await days.find(to)).isRestDay);
  const noteOf = (school: string): RowNote => ({
    flaggedIn: flagged.get(school),
    standing: describe(standings.get(school), flagged.has(school)),
  });
  print('');
  for (const line of linesOf(grid, (day) => restDays.get(day) === true, noteOf)) print(line);
  print(`\n  ${legend}\n`);
}

/** How a school stands, in a few words. */
function describe(standing: Standing | undefined, wasFlagged: boolean): string {
  const state = standing?.case?.states[0]?.split('.')[0];
  if (state === 'disqualified') return pc.red('取消2025年资格 disqualified');
  if (state !== undefined) return pc.red(caseTitles[state] ?? state);
  if (wasFlagged) return pc.green('标记已撤销 flag lifted');
  return standing?.view === 'good' ? '' : pc.yellow(standing?.view === 'missed2' ? '漏两期 two misses' : '漏一期 one miss');
}

const caseTitles: Readonly<Record<string, string>> = {
  circularPending: '拟通报 circular pending',
  circulated: '已通报 circulated',
  cancelReview: '拟取消资格 cancellation under review',
};

main().catch(fail);
