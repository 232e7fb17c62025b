import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import type { RestDayPolicy } from './window.ts';
import { atHour, endOfDay, type Instant, startOfDay } from './zone.ts';

/**
 * How often a report is due. Days of a month are at most 28, so that every month has them; weekdays count from Monday, 1,
 * to Sunday, 7.
 */
export type Cadence =
  | { readonly every: 'half-month'; readonly dueDays: readonly [number, number] }
  | { readonly every: 'month'; readonly dueDay: number }
  | { readonly every: 'week'; readonly dueWeekday: number };

export const rungs = ['opened', 'three-days-before', 'one-day-before', 'due-day'] as const;
export type Rung = (typeof rungs)[number];

export interface Reminder {
  readonly rung: Rung;
  readonly at: Instant;
}

/** A report period. Periods of a cadence follow each other without a gap. */
export interface Period {
  /** `2024-05-A` and `2024-05-B` of a month's two, `2024-05` of a month, `2024-W19` of a week (ISO 8601, of the due day). */
  readonly key: string;
  /** Its days as written, both included. */
  readonly from: string;
  readonly to: string;
  readonly opens: Instant;
  /** The last millisecond that is still in time. */
  readonly due: Instant;
  /** When the period after this one is due. */
  readonly nextDue: Instant;
  /** In their order, each at another instant. */
  readonly reminders: readonly Reminder[];
}

export interface PeriodPolicy {
  readonly calendar: WorkingCalendar;
  /** The period's days stay as they are written; what may move is the instant at which it is due. */
  readonly restDay: RestDayPolicy;
  /**
   * The first day of the first period, where a cadence takes over from another one, and a due day that does not count any
   * more because the period of its name was due before; without it, each period has its own days.
   */
  readonly begins?: { readonly on: string; readonly passing?: string | undefined } | undefined;
}

/**
 * The periods whose due day, as written, lies between two days, both included; in their order.
 * @throws RangeError for a day that does not exist, or a cadence that has no such days.
 */
export function periodsOf(cadence: Cadence, between: { readonly from: string; readonly to: string }, policy: PeriodPolicy): Period[] {
  const [first, last] = [Temporal.PlainDate.from(between.from), Temporal.PlainDate.from(between.to)];
  const periods: Period[] = [];
  let previous = step(cadence, firstDueDay(cadence, first), -1);
  for (let due = step(cadence, previous, 1); Temporal.PlainDate.compare(due, last) <= 0; due = step(cadence, due, 1)) {
    periods.push(periodOf(cadence, firstDayAfter(previous, policy), due, policy));
    previous = due;
  }
  return periods;
}

function firstDayAfter(previous: Temporal.PlainDate, { begins }: PeriodPolicy): Temporal.PlainDate {
  const last = previous.toString();
  const isFirst = begins !== undefined && (last < begins.on || last === begins.passing);
  return isFirst ? Temporal.PlainDate.from(begins.on) : previous.add({ days: 1 });
}

function periodOf(cadence: Cadence, from: Temporal.PlainDate, to: Temporal.PlainDate, policy: PeriodPolicy): Period {
  const dueDay = dueDayOf(to, policy);
  return {
    key: keyOf(cadence, to),
    from: from.toString(),
    to: to.toString(),
    opens: startOfDay(from),
    due: endOfDay(dueDay),
    nextDue: endOfDay(dueDayOf(step(cadence, to, 1), policy)),
    reminders: remindersOf(from, dueDay, policy.calendar),
  };
}

/** The first due day that is not before a day. */
function firstDueDay(cadence: Cadence, day: Temporal.PlainDate): Temporal.PlainDate {
  if (cadence.every === 'week') {
    demand(cadence.dueWeekday, 7);
    return day.add({ days: (cadence.dueWeekday - day.dayOfWeek + 7) % 7 });
  }
  const days = daysOfMonth(cadence);
  const inMonth = days.find((dueDay) => dueDay >= day.day);
  return inMonth === undefined ? day.add({ months: 1 }).with({ day: days[0] }) : day.with({ day: inMonth });
}

/** The due day after one, or before it. */
function step(cadence: Cadence, due: Temporal.PlainDate, direction: 1 | -1): Temporal.PlainDate {
  if (cadence.every === 'week') return due.add({ days: 7 * direction });
  const days = daysOfMonth(cadence);
  const place = days.indexOf(due.day) + direction;
  const month = due.add({ months: place < 0 ? -1 : place < days.length ? 0 : 1 });
  return month.with({ day: days.at(place % days.length) ?? due.day });
}

function daysOfMonth(cadence: Exclude<Cadence, { every: 'week' }>): readonly [number, ...number[]] {
  const days: readonly [number, ...number[]] = cadence.every === 'month' ? [cadence.dueDay] : cadence.dueDays;
  for (const day of days) demand(day, 28);
  if (days[1] !== undefined && days[1] <= days[0])
    throw new RangeError(`Due days of a month stand in their order, not ${days.join(', ')}.`);
  return days;
}

function demand(day: number, most: number): void {
  if (!Number.isSafeInteger(day) || day < 1 || day > most)
    throw new RangeError(`A due day is a whole number from 1 to ${most}, not ${day}.`);
}

function keyOf(cadence: Cadence, due: Temporal.PlainDate): string {
  if (cadence.every === 'week') return `${due.yearOfWeek}-W${String(due.weekOfYear).padStart(2, '0')}`;
  const month = due.toPlainYearMonth().toString();
  return cadence.every === 'month' ? month : `${month}-${due.day === cadence.dueDays[0] ? 'A' : 'B'}`;
}

function dueDayOf(written: Temporal.PlainDate, { calendar, restDay }: PeriodPolicy): Temporal.PlainDate {
  return restDay === 'as-written' ? written : nearestWorkingDay(written, calendar, 1);
}

const hour = '09:00';

/**
 * At nine on the first day, three days before the due day, one day before it, and on it. All but the first come on the
 * last working day before when they would fall on a rest day; where two meet, the more urgent one is left.
 */
function remindersOf(from: Temporal.PlainDate, due: Temporal.PlainDate, calendar: WorkingCalendar): Reminder[] {
  const opened = atHour(from, hour);
  const before = (days: number): Instant => {
    const at = atHour(nearestWorkingDay(due.subtract({ days }), calendar, -1), hour);
    return at < opened ? opened : at;
  };
  const found = new Map<Instant, Rung>([
    [opened, 'opened'],
    [before(3), 'three-days-before'],
    [before(1), 'one-day-before'],
    [before(0), 'due-day'],
  ]);
  return [...found].map(([at, rung]) => ({ rung, at }));
}

function nearestWorkingDay(day: Temporal.PlainDate, calendar: WorkingCalendar, direction: 1 | -1): Temporal.PlainDate {
  let found = day;
  while (!calendar.isWorkingDay(found.toString())) found = found.add({ days: direction });
  return found;
}
