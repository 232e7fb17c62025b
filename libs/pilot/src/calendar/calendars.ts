import { Counter } from 'prom-client';
import { type Calendar, type CalendarDay, DueTimes, type WorkingCalendar, workingCalendar } from '#calendar';
import { type Logger, type Metrics, type Platform, Rereading } from '#platform';
import { CalendarStore } from '../store/calendar.store.ts';

/** A day of the official list, with the document it comes from. */
export interface OfficialDay extends CalendarDay {
  readonly notice: string;
}

/** The list that comes with the software; the file for China is `config/calendars/china.json`. */
export interface OfficialCalendar extends Calendar {
  readonly days: readonly OfficialDay[];
}

interface TenantCalendar {
  revision: string;
  current: WorkingCalendar;
  /** The same, for looking at without leaving a warning. */
  quiet: WorkingCalendar;
  /** What both are made from. */
  days: Calendar;
}

/**
 * The working calendars of all tenants as they are now: the official list with what an administrator corrected. A change
 * is seen by every process within about a second, and by the one that made it at once. What was reckoned before stays as
 * it was: only what is reckoned from then on goes by it.
 */
export class Calendars {
  readonly store: CalendarStore;
  private readonly tenants = new Map<string, TenantCalendar>();
  private readonly live = new Map<string, WorkingCalendar>();
  private readonly warned = new Set<string>();
  private readonly rereading: Rereading;
  private readonly unknownYears: Counter<'year'>;
  private readonly logger: Logger;

  constructor(
    { database, logger, metrics }: Pick<Platform, 'database' | 'logger' | 'metrics'>,
    readonly shipped: OfficialCalendar,
  ) {
    this.store = new CalendarStore(database);
    this.logger = logger;
    this.unknownYears = unknownYearCounter(metrics);
    this.rereading = new Rereading({ name: 'the calendar', logger, read: () => this.refresh() });
  }

  /** @throws when the corrections cannot be read: due times would be reckoned by half of the calendar. */
  start(): Promise<void> {
    return this.rereading.start();
  }

  stop(): Promise<void> {
    return this.rereading.stop();
  }

  /** The tenant's calendar, now and later: it follows every change. Reckoning into an unknown year leaves a warning. */
  of(tenant: string): WorkingCalendar {
    let live = this.live.get(tenant);
    if (live === undefined) {
      const current = (): WorkingCalendar => this.tenant(tenant).current;
      live = {
        get hours() {
          return current().hours;
        },
        knows: (year) => current().knows(year),
        isWorkingDay: (date) => current().isWorkingDay(date),
        endOfWorkingDay: (from, count) => current().endOfWorkingDay(from, count),
      };
      this.live.set(tenant, live);
    }
    return live;
  }

  dueTimesOf(tenant: string): DueTimes {
    return new DueTimes(this.of(tenant));
  }

  /** The tenant's calendar at this moment, which leaves no warnings. */
  seen(tenant: string): WorkingCalendar {
    return this.tenant(tenant).quiet;
  }

  /** The tenant's calendar at this moment, as data: `workingCalendar` makes the same calendar of it anywhere. */
  listed(tenant: string): Calendar {
    return this.tenant(tenant).days;
  }

  /** Reads what has changed. */
  async refresh(): Promise<void> {
    for (const { tenant, revision } of await this.store.revisions()) {
      if (this.tenants.get(tenant)?.revision === revision) continue;
      const [days, years] = await Promise.all([this.store.corrections(tenant), this.store.importedYears(tenant)]);
      this.tenants.set(tenant, {
        revision,
        ...this.build(tenant, corrected(this.shipped, { years: years.map(({ year }) => year), days })),
      });
    }
  }

  private tenant(tenant: string): TenantCalendar {
    let found = this.tenants.get(tenant);
    if (found === undefined) {
      found = { revision: '', ...this.build(tenant, this.shipped) };
      this.tenants.set(tenant, found);
    }
    return found;
  }

  private build(tenant: string, calendar: Calendar): Omit<TenantCalendar, 'revision'> {
    return { current: workingCalendar(calendar, (year) => this.warn(tenant, year)), quiet: workingCalendar(calendar), days: calendar };
  }

  private warn(tenant: string, year: number): void {
    this.unknownYears.inc({ year });
    const what = `${tenant} ${year}`;
    if (this.warned.has(what)) return;
    this.warned.add(what);
    this.logger.warn(
      { tenant, year },
      `没有 ${year} 年的法定节假日安排，只按周末计算工作日，已算出的期限不再更改：请在日历中导入。 No official calendar for ${year}: working days are reckoned by weekends alone, and what was reckoned stays. Import the year.`,
    );
  }
}

/** The calendar with days that take the place of its own, and years that count as published beside its own. */
function corrected(calendar: Calendar, { years, days }: Pick<Calendar, 'years' | 'days'>): Calendar {
  const replaced = new Set(days.map(({ date }) => date));
  return {
    ...calendar,
    years: [...new Set([...calendar.years, ...years])],
    days: [...calendar.days.filter(({ date }) => !replaced.has(date)), ...days],
  };
}

const unknownYearCounter = ({ registry }: Metrics): Counter<'year'> =>
  new Counter({
    name: 'shenpi_calendar_unknown_year_total',
    help: 'Questions about working days of a year without an official calendar, by the year; answered by weekends alone.',
    labelNames: ['year'],
    registers: [registry],
  });
