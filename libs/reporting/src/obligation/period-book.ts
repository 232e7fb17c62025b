import { type Period, periodsOf, type WorkingCalendar } from '#calendar';
import { holdsOn, type ReportRule } from '../scheme.ts';

/** The periods of every scheme, reckoned once a year of them: all schools of a scheme have the same. */
export class PeriodBook {
  private readonly years = new Map<string, readonly Period[]>();

  constructor(readonly calendar: WorkingCalendar) {}

  /** The periods whose due day, as written, lies between two days, both included; in their order. */
  between(rule: ReportRule, from: string, to: string): Period[] {
    const found: Period[] = [];
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
      for (const period of this.year(rule, year)) if (period.to >= from && period.to <= to && holdsOn(rule, period.to)) found.push(period);
    }
    return found;
  }

  private year({ cadence, restDay, since, passing }: ReportRule, year: number): readonly Period[] {
    const key = `${JSON.stringify(cadence)} ${restDay} ${since ?? ''} ${passing ?? ''} ${year}`;
    const known = this.years.get(key);
    if (known !== undefined) return known;
    const periods = periodsOf(
      cadence,
      { from: `${year}-01-01`, to: `${year}-12-31` },
      {
        calendar: this.calendar,
        restDay,
        begins: since === undefined ? undefined : { on: since, passing },
      },
    );
    this.years.set(key, periods);
    return periods;
  }
}

/** The periods by the calendar of each tenant, which an administrator may correct at any time. */
export class PeriodBooks {
  private readonly books = new WeakMap<WorkingCalendar, PeriodBook>();

  /** @param calendarOf the tenant's calendar as it is now; another object once it was corrected. */
  constructor(private readonly calendarOf: (tenant: string) => WorkingCalendar) {}

  of(tenant: string): PeriodBook {
    const calendar = this.calendarOf(tenant);
    const known = this.books.get(calendar);
    if (known !== undefined) return known;
    const book = new PeriodBook(calendar);
    this.books.set(calendar, book);
    return book;
  }
}
