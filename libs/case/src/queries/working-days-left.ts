import type { DueTime } from '#engine';

/**
 * Working days from today until something is due: 0 on the day itself, less than 0 by as many as have passed since. The
 * day is that of the business zone.
 */
export function workingDaysLeft({ workingDays }: Pick<DueTime, 'workingDays'>, now: Date, due: Date | string): number {
  const [today, day] = [now.toISOString(), new Date(due).toISOString()];
  return today <= day ? workingDays(today, day) : 0 - workingDays(day, today);
}
