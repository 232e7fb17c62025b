import type { Delay, DueTime } from '#engine';

const minute = 60_000;
const day = 1440 * minute;

/** Minutes and seconds as they are; a working day counts as a day, a working hour as an hour. */
function lengthOf(delay: Delay): number {
  if (typeof delay === 'object') return 'workingDays' in delay ? delay.workingDays * day : delay.workingHours * 60 * minute;
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(delay) ?? [];
  return Number(days) * day + Number(hours) * 60 * minute + Number(minutes) * minute + Math.round(Number(seconds) * 1000);
}

const moved = (moment: string, milliseconds: number): string => new Date(Date.parse(moment) + milliseconds).toISOString();

/** Time without a calendar: every day is worked around the clock. Enough where the calendar is not the point. */
export const plainDueTime: DueTime = {
  after: (delay, from) => moved(from, lengthOf(delay)),
  tellBefore: (delay, due) => moved(due, -lengthOf(delay)),
  tellAfter: (delay, from) => moved(from, lengthOf(delay)),
  left: (_, from, until) => `PT${Math.max(0, Date.parse(until) - Date.parse(from)) / 1000}S`,
  workingDays: (from, until) => Math.max(0, Math.floor(Date.parse(until) / day) - Math.floor(Date.parse(from) / day)),
  onTheWall: (moment) => moment.slice(0, 16).replace('T', ' '),
};
