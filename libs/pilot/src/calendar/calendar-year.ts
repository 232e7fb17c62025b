import { businessDay } from '#platform';
import type { ImportedYearRow, NamedChangeRow, NamedCorrectionRow } from '../store/calendar.store.ts';
import { everyDayOf } from './calendar-changes.ts';
import type { Calendars } from './calendars.ts';

/** A day that is not what its weekday says, or that was corrected to be just that. */
export interface YearDay {
  readonly date: string;
  readonly name: string;
  readonly isOffDay: boolean;
  readonly origin: 'shipped' | 'corrected';
  /** The document it comes from. */
  readonly source: string;
  /** Who corrected it, and when. */
  readonly correction?: { readonly by: string; readonly at: Date };
  /** What the list that came with the software says, where it was corrected. */
  readonly shipped?: { readonly name: string; readonly isOffDay: boolean };
}

export interface CalendarYear {
  readonly year: number;
  /** Where its official list comes from; without one, working days are reckoned by weekends alone. */
  readonly published: 'shipped' | 'imported' | null;
  readonly days: readonly YearDay[];
  readonly counts: { readonly days: number; readonly workingDays: number; readonly restDays: number; readonly corrections: number };
  /** Open tasks that are due in it. */
  readonly openDueTimes: number;
  /** The latest first. */
  readonly changes: readonly NamedChangeRow[];
}

export interface ListedYear extends Pick<CalendarYear, 'year' | 'published' | 'openDueTimes'> {
  /** Whether people work by it now, or will soon: from 1 November on, that is next year too. */
  readonly isNeeded: boolean;
}

/** The years there are lists of, those that something is due in, and those that are needed. */
export async function listYears(calendars: Calendars, tenant: string, now: Date): Promise<ListedYear[]> {
  const { store, shipped } = calendars;
  const [imported, due] = await Promise.all([store.importedYears(tenant), store.openDueByYear(tenant)]);
  const needed = neededYears(now);
  const years = new Set([...shipped.years, ...imported.map(({ year }) => year), ...due.keys(), ...needed]);
  return [...years]
    .sort((one, other) => one - other)
    .map((year) => ({
      year,
      published: publishedBy(calendars, imported, year),
      openDueTimes: due.get(year) ?? 0,
      isNeeded: needed.includes(year),
    }));
}

/** The State Council publishes a year's list in the last months of the year before. */
export function neededYears(now: Date): number[] {
  const [year = 0, month = 0] = businessDay(now).split('-').map(Number);
  return month >= 11 ? [year, year + 1] : [year];
}

function publishedBy({ shipped }: Calendars, imported: readonly ImportedYearRow[], year: number): CalendarYear['published'] {
  if (imported.some((row) => row.year === year)) return 'imported';
  return shipped.years.includes(year) ? 'shipped' : null;
}

/** A year of the tenant's calendar, as an administrator looks at it. */
export async function readYear(calendars: Calendars, tenant: string, year: number): Promise<CalendarYear> {
  const { store } = calendars;
  await calendars.refresh();
  const [corrections, changes, openDueTimes, imported] = await Promise.all([
    store.correctionsOf(tenant, year),
    store.changesOf(tenant, year),
    store.openDueIn(tenant, year),
    store.importedYears(tenant),
  ]);
  const all = everyDayOf(year);
  const workingDays = all.filter((date) => calendars.seen(tenant).isWorkingDay(date)).length;
  return {
    year,
    published: publishedBy(calendars, imported, year),
    days: daysOf(calendars, year, corrections),
    counts: { days: all.length, workingDays, restDays: all.length - workingDays, corrections: corrections.length },
    openDueTimes,
    changes,
  };
}

function daysOf({ shipped }: Calendars, year: number, corrections: readonly NamedCorrectionRow[]): YearDay[] {
  const official = new Map(shipped.days.filter(({ date }) => date.startsWith(`${year}-`)).map((day) => [day.date, day]));
  const days = new Map<string, YearDay>();
  for (const { date, name, isOffDay, notice } of official.values()) {
    days.set(date, { date, name, isOffDay, origin: 'shipped', source: notice });
  }
  for (const { date, name, isOffDay, source, by, at } of corrections) {
    const replaced = official.get(date);
    const was = replaced && { shipped: { name: replaced.name, isOffDay: replaced.isOffDay } };
    days.set(date, { date, name, isOffDay, origin: 'corrected', source, correction: { by, at }, ...was });
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}
