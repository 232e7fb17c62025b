import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { endOfDay, type Instant, startOfDay } from './zone.ts';

/** A period in days of the business zone, both included, such as 2024-03-22 to 2024-04-02. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The same period as instants. */
export interface ApplicationWindow {
  readonly opens: Instant;
  /** The last millisecond that is still inside. */
  readonly closes: Instant;
}

/**
 * What becomes of a window whose last day is a rest day: it closes on the day that is printed, or on the next
 * working day. The first day is kept in any case: a window that is open is of no harm to anybody.
 */
export type RestDayPolicy = 'as-written' | 'roll-forward';

/**
 * The instants between which a window is open (R-AH24-07 to -09). Printed dates are kept where they fall on rest days
 * (A-19).
 * @throws RangeError when a date does not exist, or the window would close before it opens.
 */
export function windowOf({ from, to }: DayRange): ApplicationWindow {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (Temporal.PlainDate.compare(first, last) > 0) throw new RangeError(`A window cannot end on ${to}, before it begins on ${from}.`);
  return { opens: startOfDay(first), closes: endOfDay(last) };
}

/** The days on which the window is open, by the policy for rest days. @throws RangeError when its last day does not exist. */
export function openDays({ from, to }: DayRange, policy: RestDayPolicy, calendar: WorkingCalendar): DayRange {
  let last = Temporal.PlainDate.from(to);
  if (policy === 'roll-forward') while (!calendar.isWorkingDay(last.toString())) last = last.add({ days: 1 });
  return { from, to: last.toString() };
}

/** The printed days that are rest days, to be shown where windows are listed. */
export const printedRestDays = ({ from, to }: DayRange, calendar: WorkingCalendar): string[] =>
  [...new Set([from, to])].filter((day) => !calendar.isWorkingDay(day));
