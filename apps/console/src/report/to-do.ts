import { api } from '../api/client.ts';
import { present } from '../session/session.ts';
import { addDays, dayOf } from '../time/zone.ts';
import type { Obligation } from './types.ts';

const waiting: ReadonlySet<Obligation['state']> = new Set(['open', 'drafted', 'returned']);

/** How far back it goes at first, in days, and how far further each time. */
export const stretch = 120;

/** What a school owes, from so many days ago on. */
export function useObligations(school: string, days = stretch) {
  const today = dayOf(present());
  const query = { from: addDays(today, -days), to: addDays(today, 45) };
  return { from: query.from, ...api.useQuery('get', '/api/schools/{school}/reports', { params: { path: { school }, query } }) };
}

export const isToDo = ({ state }: Obligation): boolean => waiting.has(state);

export const byDue = (one: Obligation, other: Obligation): number => Date.parse(one.period.due) - Date.parse(other.period.due);

export const keyOf = ({ report, period }: Obligation): string => `${report} ${period.key}`;
