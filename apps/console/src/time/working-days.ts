import { addDays } from './zone.ts';

/** The days of a calendar that are not what their weekday says: true for a rest day. */
export type SpecialDays = ReadonlyMap<string, boolean>;

export function isWorkingDay(day: string, special: SpecialDays): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return !(special.get(day) ?? (weekday === 0 || weekday === 6));
}

/** A deadline further off than this is told by its day alone. */
const farthest = 400;

/** Working days after the first day, up to and with the last; 0 when that is not later, undefined when it is very far. */
export function workingDaysBetween(first: string, last: string, special: SpecialDays): number | undefined {
  let count = 0;
  let day = first;
  for (let step = 0; day < last; step += 1) {
    if (step === farthest) return undefined;
    day = addDays(day, 1);
    if (isWorkingDay(day, special)) count += 1;
  }
  return count;
}

/** The first working day after this one. */
export function nextWorkingDay(today: string, special: SpecialDays): string {
  const day = addDays(today, 1);
  return isWorkingDay(day, special) ? day : nextWorkingDay(day, special);
}
