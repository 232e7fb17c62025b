import type { DayRange } from '#calendar';
import type { Refusal } from '#platform';
import { type Season, seasons } from '../policy.ts';
import type { WindowRole } from '../registers/window.ts';

/** A window with the days that a notice prints. */
export interface PrintedWindow {
  readonly season: Season;
  readonly role: WindowRole;
  readonly printed: DayRange;
}

/** What is wrong with the windows of a year by themselves: days, order, overlapping. */
export function faultOfWindows(year: number, windows: readonly PrintedWindow[]): Refusal | undefined {
  for (const { printed } of windows) {
    const { from, to } = printed;
    const outside = [from, to].find((day) => !day.startsWith(`${year}-`));
    if (outside !== undefined) return { kind: 'refused', code: 'window.day-outside', params: { day: outside, year } };
    if (to < from) return { kind: 'refused', code: 'window.ends-first', params: { from, to } };
  }
  for (const season of seasons) {
    const [first, ...others] = windows.filter((window) => window.season === season);
    let before = first;
    for (const after of others) {
      // Whoever comes after must have as long as those before: what is handed in on the last day is to be reviewed, too.
      if (before !== undefined && after.printed.to < before.printed.to)
        return { kind: 'refused', code: 'window.out-of-order', params: { before: before.printed.to, after: after.printed.to } };
      before = after;
    }
  }
  return overlapping(windows);
}

/** A role's autumn begins when its spring is over: otherwise nobody could say which season a case is of. */
function overlapping(windows: readonly PrintedWindow[]): Refusal | undefined {
  for (const { season, role, printed } of windows) {
    if (season !== 'spring') continue;
    const autumn = windows.find((other) => other.season === 'autumn' && other.role === role);
    if (autumn !== undefined && autumn.printed.from <= printed.to)
      return { kind: 'refused', code: 'window.overlapping', params: { from: autumn.printed.from, to: printed.to } };
  }
  return undefined;
}

/**
 * What of a change concerns days that are over. A window that has closed stays as it was; one that is open keeps its first
 * day, and closes today at the earliest; none that is still to come closes in the past.
 */
export function faultOfPast(before: readonly PrintedWindow[], after: readonly PrintedWindow[], today: string): Refusal | undefined {
  for (const { season, role, printed: next } of after) {
    const held = before.find((window) => window.season === season && window.role === role)?.printed;
    const isSame = held?.from === next.from && held.to === next.to;
    if (isSame) continue;
    if (held !== undefined && held.to < today) return { kind: 'refused', code: 'window.closed', params: { ...held } };
    if (held !== undefined && held.from <= today && next.from !== held.from)
      return { kind: 'refused', code: 'window.begun', params: { from: held.from } };
    if (next.to < today) return { kind: 'refused', code: 'window.closes-in-past', params: { to: next.to, today } };
  }
  return undefined;
}
