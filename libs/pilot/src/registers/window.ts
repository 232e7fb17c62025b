import { type ApplicationWindow, windowOf } from '#calendar';
import type { Fields } from '#engine';
import { businessDay } from '#platform';
import { type ApplicationNotice, type MonthDays, type Season, seasons } from '../policy.ts';

interface Occasion {
  readonly season: Season;
  readonly year: number;
}

/**
 * The windows of a season (R-AH24-07 to -09), or of the one whose school window closes next where none is asked for.
 * Null when no notice is known for it.
 *
 * Each year's notice sets its own days. Until it is entered, the days of the last notice before it stand in (proposed),
 * and the answer says so.
 */
export function windowAnswer(notices: readonly ApplicationNotice[], asked: Fields, at: Date): Fields | null {
  const occasion = occasionOf(asked) ?? nextOccasion(notices, at);
  const notice = occasion && noticeFor(notices, occasion.year);
  if (occasion === undefined || notice === undefined) return null;
  const { school, city, province } = notice.seasons[occasion.season];
  const { year } = occasion;
  const windows = { school: inYear(school, year), city: inYear(city, year), province: inYear(province, year) };
  return {
    ...occasion,
    notice: notice.document,
    isAssumed: notice.year < year,
    schoolOpens: windows.school.opens,
    schoolCloses: windows.school.closes,
    schoolDays: daysOf(school, year),
    cityOpens: windows.city.opens,
    cityCloses: windows.city.closes,
    cityDays: daysOf(city, year),
    provinceOpens: windows.province.opens,
    provinceCloses: windows.province.closes,
    provinceDays: daysOf(province, year),
  };
}

function occasionOf({ season, year }: Fields): Occasion | undefined {
  const known = seasons.find((name) => name === season);
  return known === undefined || typeof year !== 'number' || year < 1 ? undefined : { season: known, year };
}

function nextOccasion(notices: readonly ApplicationNotice[], at: Date): Occasion | undefined {
  const thisYear = Number(businessDay(at).slice(0, 4));
  return [thisYear, thisYear + 1]
    .flatMap((year) => seasons.map((season) => ({ season, year })))
    .find(({ season, year }) => {
      const notice = noticeFor(notices, year);
      return notice !== undefined && Date.parse(inYear(notice.seasons[season].school, year).closes) > at.getTime();
    });
}

const noticeFor = (notices: readonly ApplicationNotice[], year: number): ApplicationNotice | undefined =>
  notices.filter((notice) => notice.year <= year).sort((one, other) => other.year - one.year)[0];

const inYear = ({ from, to }: MonthDays, year: number): ApplicationWindow => windowOf({ from: `${year}-${from}`, to: `${year}-${to}` });

const daysOf = ({ from, to }: MonthDays, year: number): string => `${year}-${from} – ${year}-${to}`;
