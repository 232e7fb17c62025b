import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { remembered } from './remembered.ts';
import { WorkingHours } from './working-hours.ts';
import { sinceMidnight } from './working-period.ts';
import { endOfDay, type Instant, instantOf, later, startOfDay, zoned } from './zone.ts';

/**
 * How long until something is due: an ISO 8601 duration such as `P3D`, working days, or working hours. `at` is a time of
 * the business zone on the last of the working days, such as `17:30`; without it they run to the end of that day.
 */
export type Delay = string | { readonly workingDays: number; readonly at?: string } | { readonly workingHours: number };

/**
 * Reckons due times. Its results fit the engine's `DueTime`.
 *
 * "3 working days" means one thing: the end (23:59:59.999 in the business zone, or the time of day that is given) of the
 * third working day after the day on which it begins. That day does not count, whatever the hour and whether it is worked
 * or not; holidays and weekends do not count, and days shifted onto a weekend (调休) do.
 */
export class DueTimes {
  private readonly durations = new Map<string, Duration>();
  private readonly hours: WorkingHours;

  constructor(private readonly calendar: WorkingCalendar) {
    this.hours = new WorkingHours(calendar);
  }

  /**
   * When something that begins at `from` falls due. A duration is added on the calendar and the clock of the business
   * zone, and a day that a month does not have becomes its last one (P1M from 31 January is the end of February).
   * No working days end with the first working day that has not ended yet.
   * @throws RangeError for what is not a duration, or a negative one.
   */
  readonly after = (delay: Delay, from: Instant): Instant => {
    if (typeof delay === 'string') return this.addTo(from, delay);
    if ('workingHours' in delay) return this.hours.after(from, inMilliseconds(delay.workingHours));
    const { workingDays, at } = delay;
    if (workingDays === 0) return this.nextEnd(from, at);
    const end = this.calendar.endOfWorkingDay(from, workingDays);
    return at === undefined ? end : timeOn(dayOf(end), at);
  };

  /**
   * When to speak of something due at `due`, so long before. Days are told when work begins, and what would be told on
   * a rest day is told on the last working day before it (R-AH21-33 to -35 do not say; proposed).
   */
  readonly tellBefore = (delay: Delay, due: Instant): Instant => {
    if (typeof delay === 'string') return this.lastWork(instantOf(zoned(due).subtract(this.durationOf(delay).exact)));
    if ('workingHours' in delay) return this.hours.before(due, inMilliseconds(delay.workingHours));
    let day = dayOf(due);
    for (let left = delay.workingDays; left > 0; ) {
      day = day.subtract({ days: 1 });
      if (this.isWorked(day)) left -= 1;
    }
    return timeOn(day, delay.at ?? this.beginning);
  };

  /**
   * When to speak again of something, so long after `from`: a day is told when work begins, and what would be told on a
   * rest day is told on the next working day. Always later than `from`.
   */
  readonly tellAfter = (delay: Delay, from: Instant): Instant => {
    const moment = this.after(delay, from);
    const day = dayOf(moment);
    if (!isEndOfDay(moment) && this.isWorked(day) && moment > from) return moment;
    for (let next = day; ; next = next.add({ days: 1 })) {
      const begins = timeOn(next, this.beginning);
      if (this.isWorked(next) && begins > from) return begins;
    }
  };

  /** What is left at `from` of a delay that ends at `until`, in the unit the delay was given in. */
  readonly left = (delay: Delay, from: Instant, until: Instant): Delay => {
    const milliseconds = Math.max(0, Date.parse(until) - Date.parse(from));
    if (typeof delay === 'string' || milliseconds === 0) return `PT${milliseconds / 1000}S`;
    if ('workingHours' in delay) return { workingHours: this.hours.between(from, until) / 3_600_000 };
    return { ...delay, workingDays: this.workingDays(from, until) };
  };

  /** Working days after the day of `from`, up to the day of `until`; 0 where that is no later day. */
  readonly workingDays = (from: Instant, until: Instant): number => {
    const last = dayOf(until);
    let count = 0;
    for (let day = dayOf(from).add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      if (this.isWorked(day)) count += 1;
    }
    return count;
  };

  /** The clock on the wall of the business zone, such as `2024-03-22 17:30`. */
  readonly onTheWall = (moment: Instant): string => zoned(moment).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');

  private addTo(from: Instant, delay: string): Instant {
    const duration = this.durationOf(delay);
    const simply = duration.milliseconds === undefined ? undefined : later(from, duration.milliseconds);
    return simply ?? instantOf(zoned(from).add(duration.exact));
  }

  private durationOf(delay: string): Duration {
    return remembered(this.durations, delay, () => describe(parseDuration(delay)));
  }

  private nextEnd(from: Instant, at: string | undefined): Instant {
    for (let day = dayOf(from); ; day = day.add({ days: 1 })) {
      const end = at === undefined ? endOfDay(day) : timeOn(day, at);
      if (this.isWorked(day) && end > from) return end;
    }
  }

  private lastWork(moment: Instant): Instant {
    let day = dayOf(moment);
    if (!isEndOfDay(moment) && this.isWorked(day)) return moment;
    while (!this.isWorked(day)) day = day.subtract({ days: 1 });
    return timeOn(day, this.beginning);
  }

  private isWorked(day: Temporal.PlainDate): boolean {
    return this.calendar.isWorkingDay(day.toString());
  }

  private get beginning(): string {
    return this.calendar.hours[0]?.from ?? '00:00';
  }
}

const inMilliseconds = (hours: number): number => Math.round(hours * 3_600_000);

const dayOf = (instant: Instant): Temporal.PlainDate => zoned(instant).toPlainDate();

const timeOn = (day: Temporal.PlainDate, time: string): Instant =>
  new Date(Date.parse(startOfDay(day)) + sinceMidnight(time)).toISOString();

const isEndOfDay = (moment: Instant): boolean => moment === endOfDay(dayOf(moment));

interface Duration {
  readonly exact: Temporal.Duration;
  /** Its length, where it has one whatever the month. */
  readonly milliseconds: number | undefined;
}

function describe(exact: Temporal.Duration): Duration {
  const isFixed = exact.years === 0 && exact.months === 0;
  return { exact, milliseconds: isFixed ? Math.floor(exact.total({ unit: 'milliseconds', relativeTo: anyDay })) : undefined };
}

/** Days and weeks have a length only somewhere; without a zone they have 24 hours. */
const anyDay = Temporal.PlainDate.from('2024-01-01');

function parseDuration(text: string): Temporal.Duration {
  const duration = parse(text);
  if (duration.sign < 0) throw new RangeError(`A delay cannot be negative: ${text}.`);
  return duration;
}

function parse(text: string): Temporal.Duration {
  try {
    return Temporal.Duration.from(text);
  } catch (error) {
    throw new RangeError(`Not an ISO 8601 duration such as P3D or PT4H: "${text}".`, { cause: error });
  }
}
