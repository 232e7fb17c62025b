import { present } from '../session/session.ts';
import type { Schools } from './schools.ts';

export const parts = ['kept', 'late', 'missed', 'exempted'] as const;
export type Part = (typeof parts)[number];

/** How many schools did what about the reports of a period. */
export interface Share {
  readonly key: string;
  readonly due: string;
  readonly counts: Readonly<Record<Part, number>>;
  /** Of those that owed it and were not excused; undefined when there are none. */
  readonly onTime: number | undefined;
}

const undecided: ReadonlySet<string> = new Set(['scheduled', 'open', 'drafted', 'returned']);

const partOf = (state: string): Part => (state === 'late' || state === 'missed' || state === 'exempted' ? state : 'kept');

/** Of each period that is over. */
export function sharesOf({ periods, schools }: Schools): Share[] {
  const now = present();
  return periods
    .filter(({ due }) => Date.parse(due) < now)
    .map(({ key, due }) => {
      const counts = { kept: 0, late: 0, missed: 0, exempted: 0 };
      for (const { row } of schools) {
        const state = row.cells[key]?.state;
        if (state !== undefined && !undecided.has(state)) counts[partOf(state)] += 1;
      }
      const owed = counts.kept + counts.late + counts.missed;
      return { key, due, counts, onTime: owed === 0 ? undefined : counts.kept / owed };
    });
}
