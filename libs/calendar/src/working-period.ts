import { Temporal } from 'temporal-polyfill';

/** A part of a working day in which people work, as times of the business zone such as `08:30`. */
export interface WorkingPeriod {
  readonly from: string;
  readonly to: string;
}

/** The hours of a day where a calendar names none. Proposed: no source of the pilot says when its offices are open. */
export const proposedHours: readonly WorkingPeriod[] = [
  { from: '08:30', to: '12:00' },
  { from: '14:00', to: '17:30' },
];

/** @throws RangeError when there are none, one is no time of day, or they are not one after another. */
export function checkHours(hours: readonly WorkingPeriod[]): readonly WorkingPeriod[] {
  const times = hours.flatMap(({ from, to }) => [sinceMidnight(from), sinceMidnight(to)]);
  const isOrdered = times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0));
  if (times.length === 0 || !isOrdered) throw new RangeError('Working hours are periods of a day, one after another.');
  return hours;
}

/** @throws RangeError when it is not a time of day such as `08:30`. */
export function sinceMidnight(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return (hour * 60 + minute) * 60_000;
}
