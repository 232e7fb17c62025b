import { Temporal } from 'temporal-polyfill';
import { remembered } from './remembered.ts';
import { checkHours, proposedHours, type WorkingPeriod } from './working-period.ts';
import { dayNumberOf, endOfDay, type Instant, zoned } from './zone.ts';

/** A day that differs from its weekday: a holiday, or a working day shifted onto a weekend (调休). */
export interface CalendarDay {
  /** Such as `2024-04-05`. */
  readonly date: string;
  readonly name: string;
  readonly isOffDay: boolean;
}

/** The official days, as data; the file for China is `config/calendars/china.json`. */
export interface Calendar {
  /** The years whose days were published. A day of a neighbouring year may be listed too: a holiday begins in December. */
  readonly years: readonly number[];
  readonly days: readonly CalendarDay[];
  /** When a working day is worked, one period after another. Without it, `proposedHours`. */
  readonly hours?: readonly WorkingPeriod[];
}

/**
 * Working days by the official list. A day the list does not name is judged by its weekday alone: Monday to Friday are
 * worked. That holds for whole years too: a year whose days are not published yet, or that lies before the list, has
 * plain weekends and no holidays, and whoever reckons into it is told. What was reckoned stays as it was when the list
 * grows.
 */
export interface WorkingCalendar {
  /** Whether the days of the year were published. */
  knows(year: number): boolean;
  readonly hours: readonly WorkingPeriod[];
  /** @throws RangeError when `date` is not a date such as `2024-04-05`. */
  isWorkingDay(date: string): boolean;
  /**
   * The end, 23:59:59.999 in the business zone, of the `count`-th working day after the day of `from`. The day of `from`
   * itself does not count, whatever the hour and whether it is worked or not.
   * @throws RangeError when `count` is not a whole number of at least 1.
   */
  endOfWorkingDay(from: Instant, count: number): Instant;
}

interface Reckoned {
  readonly end: Instant;
  readonly unknownYears: readonly number[];
}

/**
 * @param onUnknownYear is called with the year whenever an answer stands on a day of a year that is not known.
 * @throws RangeError when a day of the list is not a date or is listed twice, or the hours are none.
 */
export function workingCalendar(
  { years, days, hours = proposedHours }: Calendar,
  onUnknownYear: (year: number) => void = () => undefined,
): WorkingCalendar {
  const offDays = new Map(days.map(({ date, isOffDay }) => [Temporal.PlainDate.from(date).toString(), isOffDay]));
  if (offDays.size !== days.length) throw new RangeError('The calendar names a day twice.');
  const knownYears = new Set(years);
  const isWorked = (day: Temporal.PlainDate): boolean => !(offDays.get(day.toString()) ?? day.dayOfWeek > 5);
  const reckon = (from: Instant, count: number): Reckoned => {
    const unknownYears = new Set<number>();
    let day = zoned(from).toPlainDate();
    for (let left = count; left > 0; ) {
      day = day.add({ days: 1 });
      if (!knownYears.has(day.year)) unknownYears.add(day.year);
      if (isWorked(day)) left -= 1;
    }
    return { end: endOfDay(day), unknownYears: [...unknownYears] };
  };
  const known = new Map<string, Reckoned>();
  return {
    hours: checkHours(hours),
    knows: (year) => knownYears.has(year),
    isWorkingDay(date) {
      const day = Temporal.PlainDate.from(date);
      if (!knownYears.has(day.year)) onUnknownYear(day.year);
      return isWorked(day);
    },
    endOfWorkingDay(from, count) {
      if (!Number.isSafeInteger(count) || count < 1) {
        throw new RangeError(`A number of working days is a whole number of at least 1, not ${count}.`);
      }
      const day = dayNumberOf(from);
      const reckoned = day === undefined ? reckon(from, count) : remembered(known, `${day} ${count}`, () => reckon(from, count));
      for (const year of reckoned.unknownYears) onUnknownYear(year);
      return reckoned.end;
    },
  };
}
