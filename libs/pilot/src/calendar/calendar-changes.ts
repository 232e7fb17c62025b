import type { CalendarDay } from '#calendar';
import type { Caller } from '#directory';
import type { Clock, Refusal } from '#platform';
import type { Author, CorrectionRow } from '../store/calendar.store.ts';
import type { Calendars } from './calendars.ts';
import { faultOfList } from './published-year.ts';

/** What a change of the calendar came to. */
export interface CalendarChanged {
  readonly kind: 'changed';
  /** Days that were worked and are not now, or the other way round. */
  readonly days: readonly string[];
  /** Open tasks under way on one of those days: their due times were reckoned by the old calendar, and stay. */
  readonly openDueTimes: number;
}

export interface DayCorrection {
  readonly name: string;
  readonly isOffDay: boolean;
  readonly source: string;
}

type Administrator = Pick<Caller, 'tenant' | 'person'>;

/** What an administrator does to the calendar. Each change is recorded with what was before. */
export class CalendarChanges {
  constructor(
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  /** Says what a day is, whatever the official list says. */
  async correct(by: Administrator, year: number, date: string, correction: DayCorrection): Promise<CalendarChanged | Refusal> {
    if (!isIn(year, date)) return dateOutside(date, year);
    const after: CorrectionRow[] = [{ date, ...correction }];
    return this.change(by, [date], async (author, tx) => {
      const before = await this.store.remove(tx, by.tenant, date);
      await this.store.insert(tx, author, after);
      await this.store.record(tx, author, { kind: 'corrected', year, before, after });
    });
  }

  /** Takes a correction back: the official list holds again. */
  async restore(by: Administrator, year: number, date: string): Promise<CalendarChanged | Refusal> {
    if (!isIn(year, date)) return dateOutside(date, year);
    return this.change(by, [date], async (author, tx) => {
      const before = await this.store.remove(tx, by.tenant, date);
      if (before.length === 0) return { kind: 'refused', code: 'calendar.not-corrected', params: { date } };
      await this.store.record(tx, author, { kind: 'restored', year, before, after: [] });
      return undefined;
    });
  }

  /**
   * Enters a year's list as the State Council published it: afterwards the year is exactly that, and counts as published.
   * Earlier corrections of the year give way to it.
   */
  async import(by: Administrator, year: number, days: readonly CalendarDay[], source: string): Promise<CalendarChanged | Refusal> {
    const fault = faultOfList(year, days);
    if (fault !== undefined) return fault;
    return this.change(by, everyDayOf(year), async (author, tx) => {
      const before = await this.store.removeYear(tx, by.tenant, year);
      const after = this.differences(year, days).map((day) => ({ ...day, source }));
      await this.store.insert(tx, author, after);
      await this.store.markYear(tx, author, { year, source });
      await this.store.record(tx, author, { kind: 'imported', year, before, after });
    });
  }

  /** What an import would come to, without it. The year would be exactly the list: any other day is as its weekday says. */
  async previewImport(
    { tenant }: Pick<Administrator, 'tenant'>,
    year: number,
    days: readonly CalendarDay[],
  ): Promise<CalendarChanged | Refusal> {
    const fault = faultOfList(year, days);
    if (fault !== undefined) return fault;
    await this.calendars.refresh();
    const present = this.calendars.seen(tenant);
    const rests = new Map(days.map(({ date, isOffDay }) => [date, isOffDay]));
    const changed = everyDayOf(year).filter((date) => present.isWorkingDay(date) === (rests.get(date) ?? isWeekend(date)));
    return { kind: 'changed', days: changed, openDueTimes: changed.length === 0 ? 0 : await this.store.openDueAcross(tenant, changed) };
  }

  private get store() {
    return this.calendars.store;
  }

  /** What has to be corrected in the list that came with the software, so that the year is as `days` says. */
  private differences(year: number, days: readonly CalendarDay[]): CalendarDay[] {
    const shipped = new Map(this.calendars.shipped.days.filter(({ date }) => isIn(year, date)).map((day) => [day.date, day]));
    const published = new Set(days.map(({ date }) => date));
    const superfluous = [...shipped.values()].filter(({ date }) => !published.has(date));
    return [
      ...days.filter(({ date, name, isOffDay }) => shipped.get(date)?.isOffDay !== isOffDay || shipped.get(date)?.name !== name),
      ...superfluous.map(({ date, name }) => ({ date, name, isOffDay: isWeekend(date) })),
    ];
  }

  private async change(
    { tenant, person }: Administrator,
    dates: readonly string[],
    work: (author: Author, tx: Parameters<Parameters<Calendars['store']['change']>[1]>[0]) => Promise<Refusal | undefined | void>,
  ): Promise<CalendarChanged | Refusal> {
    const author = { tenant, person, at: this.clock.now() };
    await this.calendars.refresh();
    const before = this.calendars.seen(tenant);
    const refusal = await this.store.change(tenant, (tx) => work(author, tx));
    if (refusal) return refusal;
    await this.calendars.refresh();
    const after = this.calendars.seen(tenant);
    const days = dates.filter((date) => before.isWorkingDay(date) !== after.isWorkingDay(date));
    return { kind: 'changed', days, openDueTimes: days.length === 0 ? 0 : await this.store.openDueAcross(tenant, days) };
  }
}

const isIn = (year: number, date: string): boolean => date.startsWith(`${year}-`);

const dateOutside = (date: string, year: number): Refusal => ({ kind: 'refused', code: 'calendar.date-outside', params: { date, year } });

const isWeekend = (date: string): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

export function everyDayOf(year: number): string[] {
  const days: string[] = [];
  const first = Date.UTC(year, 0, 1);
  const next = Date.UTC(year + 1, 0, 1);
  for (let at = first; at < next; at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
