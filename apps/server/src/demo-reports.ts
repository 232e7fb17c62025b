import type { Cases } from '#case';
import type { Caller, Directory, PostCatalogue, SignIn } from '#directory';
import { businessDay, type OpenPlatform, RefusedError, TurnedClock } from '#platform';
import { createReporting, PeriodBook, type Reporting, type ReportingSettings, type ReportKey, type ReportOutcome } from '#reporting';
import { demoDirectory } from '../../../config/demo/organisations.ts';
import { appealingSchool, recentWays } from '../../../config/demo/recent-reports.ts';
import { reportFields, reportSchools, type Way } from '../../../config/demo/report-schools.ts';
import { callerOf } from './demo-cases.ts';

export interface DemoReportsParts {
  readonly platform: OpenPlatform;
  readonly directory: Directory;
  readonly posts: PostCatalogue;
  readonly cases: Cases;
  readonly signIn: SignIn;
  readonly settings: ReportingSettings;
}

/** Something that was done about a report, or by the system, and when. */
interface Deed {
  readonly at: Date;
  readonly run: () => Promise<unknown>;
}

interface Reporter {
  readonly code: string;
  readonly caller: Caller;
  readonly school: string;
}

type Periods = ReturnType<PeriodBook['between']>;

const day = 86_400_000;
const scheme = 'demonstration';
const report = 'fortnightly';

/**
 * Two months of fortnightly reports of made-up schools, so that offices have something to look at: filed, late, missed,
 * excused, three missed in a row. They come about by people's commands, on a clock that passes through these months.
 */
export async function startDemoReports({ platform, directory, posts, cases, signIn, settings }: DemoReportsParts): Promise<void> {
  const { database, logger } = platform;
  const now = platform.clock.now();
  const periods = pastPeriods(settings, now);
  const clock = new TurnedClock(new Date(Date.parse(periods[0]?.opens ?? now.toISOString())));
  const reporting = createReporting({ ...settings, database, directory, posts, clock, logger, cases });
  const province = await callerOf(signIn, 'sheng');
  const reporters = await Promise.all(reportSchools.map(({ code, prefix }) => reporterOf(signIn, code, `${prefix}-tianbao`)));
  const participation = { scheme, from: periods[0]?.from ?? businessDay(now), suspensions: [] };
  for (const { school } of reporters) accept(await reporting.participations.put(province, school, participation, undefined));
  const deeds = [
    ...periods.flatMap(({ reminders }) =>
      reminders.map(({ at }): Deed => ({ at: new Date(at), run: () => reporting.round.run(clock.now()) })),
    ),
    ...reporters.flatMap((reporter) => deedsOf(reporting, { reporter, province, periods, now })),
  ];
  for (const { at, run } of deeds.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    if (at >= now) break;
    clock.turnTo(at);
    await run();
  }
}

/** The last four that fell due, by the scheme of the demonstration. */
function pastPeriods({ schemes, calendarOf }: ReportingSettings, now: Date): Periods {
  const rule = schemes.shipped.get(scheme)?.reports[0];
  if (rule === undefined) return [];
  const book = new PeriodBook(calendarOf(demoDirectory.tenant));
  return book
    .between(rule, businessDay(new Date(now.getTime() - 90 * day)), businessDay(now))
    .filter(({ due }) => new Date(due) < now)
    .slice(-4);
}

async function reporterOf(signIn: SignIn, code: string, account: string): Promise<Reporter> {
  const caller = await callerOf(signIn, account);
  return { code, caller, school: caller.posts.find(({ post }) => post === 'reporter')?.organisation ?? '' };
}

interface Occasion {
  readonly reporter: Reporter;
  readonly province: Caller;
  readonly periods: Periods;
  readonly now: Date;
}

function deedsOf(reporting: Reporting, { reporter: { code, caller, school }, province, periods, now }: Occasion): Deed[] {
  const { commands } = reporting;
  const keyOf = (period: string): ReportKey => ({ school, report, period });
  const file = (key: ReportKey, number: number) => commands.submit(caller, key, reportFields(number));
  const deeds = periods.flatMap(({ key: period, due }, index): Deed[] => {
    const way = recentWays[code]?.[index] ?? 'filed';
    if (way === 'missed') return [];
    const key = keyOf(period);
    const excuse = () => commands.exempt(province, key, '校区搬迁，经批准免报本期。');
    const at = new Date(Date.parse(due) + daysAfterDue[way] * day - evening);
    return [{ at, run: async () => accept(await (way === 'exempted' ? excuse() : file(key, index + 1))) }];
  });
  const [first] = periods;
  if (code !== appealingSchool || first === undefined) return deeds;
  const appeal = () => commands.appeal(caller, keyOf(first.key), '平台账号被误停用，有平台客服记录为证。');
  return [...deeds, { at: new Date(now.getTime() - day), run: async () => accept(await appeal()) }];
}

/** From ten in the morning until a day ends, when reports are due. */
const evening = (14 * day) / 24;

/** Most file before anybody has to be reminded. */
const daysAfterDue: Readonly<Record<Exclude<Way, 'missed'>, number>> = { filed: -5, late: 3, exempted: -6 };

function accept(outcome: ReportOutcome): void {
  if (outcome.kind === 'refused') throw new RefusedError(outcome);
}
