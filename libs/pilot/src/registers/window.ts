import { type ApplicationWindow, type DayRange, openDays, printedRestDays, type WorkingCalendar, windowOf } from '#calendar';
import type { Fields } from '#engine';
import { businessDay } from '#platform';
import { type ApplicationNotice, type MonthDays, type ProvincePolicy, type Season, type SeasonWindows, seasons } from '../policy.ts';

export type WindowPolicy = Pick<ProvincePolicy, 'notices' | 'windowOnRestDay'>;

interface Occasion {
  readonly season: Season;
  readonly year: number;
}

/** Whose turn it is in a season, by R-AH24-07, -08, -09. */
export const roles = ['school', 'city', 'province'] as const satisfies readonly (keyof SeasonWindows)[];

export type WindowRole = (typeof roles)[number];

interface SeasonWindow extends ApplicationWindow, DayRange {
  readonly season: Season;
  readonly role: WindowRole;
  /** The document number of the notice the days are from. */
  readonly notice: string;
  /** Whether that notice is of an earlier year and stands in until this year's is entered. */
  readonly isAssumed: boolean;
  /** The days as the notice prints them; `from` and `to` are those that hold. */
  readonly printed: DayRange;
}

/** A window as it is listed for people. */
export interface ListedWindow extends SeasonWindow {
  /** Of the printed days, those that are rest days. */
  readonly restDays: readonly string[];
}

/**
 * The windows of a season (R-AH24-07 to -09), or of the one whose school window closes next where none is asked for.
 * Null when no notice is known for it.
 *
 * Each year's notice sets its own days. Until it is entered, the days of the last notice before it stand in (proposed),
 * and the answer says so.
 */
export function windowAnswer(policy: WindowPolicy, asked: Fields, at: Date, calendar: WorkingCalendar): Fields | null {
  const occasion = occasionOf(asked) ?? nextOccasion(policy, at, calendar);
  const notice = occasion && noticeFor(policy.notices, occasion.year);
  if (occasion === undefined || notice === undefined) return null;
  const { season, year } = occasion;
  const windows = windowsOf(policy, notice, occasion, calendar);
  const fields = windows.map(({ role, opens, closes, from, to }) => ({
    [`${role}Opens`]: opens,
    [`${role}Closes`]: closes,
    [`${role}Days`]: `${from} – ${to}`,
  }));
  return Object.assign({ season, year, notice: notice.document, isAssumed: notice.year < year }, ...fields) as Fields;
}

/** All windows of a year; none when no notice is known for it. */
export function windowsOfYear(policy: WindowPolicy, year: number, calendar: WorkingCalendar): ListedWindow[] {
  return allWindows(policy, year, calendar).map((window) => ({ ...window, restDays: printedRestDays(window.printed, calendar) }));
}

function allWindows(policy: WindowPolicy, year: number, calendar: WorkingCalendar): SeasonWindow[] {
  const notice = noticeFor(policy.notices, year);
  return notice === undefined ? [] : seasons.flatMap((season) => windowsOf(policy, notice, { season, year }, calendar));
}

function windowsOf(policy: WindowPolicy, notice: ApplicationNotice, { season, year }: Occasion, calendar: WorkingCalendar): SeasonWindow[] {
  return roles.map((role) => {
    const printed = inYear(notice.seasons[season][role], year);
    const days = openDays(printed, policy.windowOnRestDay, calendar);
    return {
      season,
      role,
      ...days,
      ...windowOf(days),
      notice: notice.document,
      isAssumed: notice.year < year,
      printed,
    };
  });
}

function occasionOf({ season, year }: Fields): Occasion | undefined {
  const known = seasons.find((name) => name === season);
  return known === undefined || typeof year !== 'number' || year < 1 ? undefined : { season: known, year };
}

function nextOccasion(policy: WindowPolicy, at: Date, calendar: WorkingCalendar): Occasion | undefined {
  const thisYear = Number(businessDay(at).slice(0, 4));
  return [thisYear, thisYear + 1]
    .flatMap((year) => allWindows(policy, year, calendar).map((window) => ({ ...window, year })))
    .find(({ role, closes }) => role === 'school' && Date.parse(closes) > at.getTime());
}

const noticeFor = (notices: readonly ApplicationNotice[], year: number): ApplicationNotice | undefined =>
  notices.filter((notice) => notice.year <= year).sort((one, other) => other.year - one.year)[0];

const inYear = ({ from, to }: MonthDays, year: number): DayRange => ({ from: dayIn(year, from), to: dayIn(year, to) });

/** A notice of a leap year may stand in for one that has no 29 February. */
const dayIn = (year: number, day: string): string => (day === '02-29' && !isLeap(year) ? `${year}-02-28` : `${year}-${day}`);

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
