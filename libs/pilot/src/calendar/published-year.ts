import type { CalendarDay } from '#calendar';
import type { Refusal } from '#platform';

/**
 * How many days a year's list may name. Those of 2019 to 2026 name 22 to 33 rest days and 5 to 8 shifted working days;
 * the statutory holidays alone are 11, since 2025 13.
 */
const restDays = { from: 11, to: 60 };
const mostShifted = 15;

/** Holidays whose day of the year never changes (全国年节及纪念日放假办法): a list without them is incomplete. */
const fixedHolidays = ['01-01', '05-01', '10-01', '10-02', '10-03'];

/** What is wrong with a list that is said to be the State Council's for the year; undefined when nothing is. */
export function faultOfList(year: number, days: readonly CalendarDay[]): Refusal | undefined {
  const outside = days.find(({ date }) => !date.startsWith(`${year}-`));
  if (outside !== undefined) return { kind: 'refused', code: 'calendar.date-outside', params: { date: outside.date, year } };
  const known = new Set<string>();
  for (const { date } of days) {
    if (known.has(date)) return { kind: 'refused', code: 'calendar.date-twice', params: { date } };
    known.add(date);
  }
  return faultOfNumbers(days) ?? missingHoliday(year, days);
}

function faultOfNumbers(days: readonly CalendarDay[]): Refusal | undefined {
  const rest = days.filter(({ isOffDay }) => isOffDay).length;
  const shifted = days.length - rest;
  if (rest >= restDays.from && rest <= restDays.to && shifted <= mostShifted) return undefined;
  return { kind: 'refused', code: 'calendar.list-implausible', params: { rest, shifted, ...restDays, mostShifted } };
}

function missingHoliday(year: number, days: readonly CalendarDay[]): Refusal | undefined {
  const rest = new Set(days.filter(({ isOffDay }) => isOffDay).map(({ date }) => date));
  const missing = fixedHolidays.map((day) => `${year}-${day}`).find((date) => !rest.has(date));
  return missing === undefined ? undefined : { kind: 'refused', code: 'calendar.holiday-missing', params: { date: missing } };
}
