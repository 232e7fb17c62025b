import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { sinceMidnight } from './working-period.ts';
import { type Instant, startOfDay, zoned } from './zone.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Reckons in milliseconds of working time: the hours of working days, and nothing in between. */
export class WorkingHours {
  private readonly hours: readonly Span[];

  constructor(private readonly calendar: WorkingCalendar) {
    this.hours = calendar.hours.map(({ from, to }) => ({ from: sinceMidnight(from), to: sinceMidnight(to) }));
  }

  /** The moment at which so much working time has passed since `from`. */
  after(from: Instant, milliseconds: number): Instant {
    const begin = Date.parse(from);
    let left = milliseconds;
    for (let day = dayOf(from); ; day = day.add({ days: 1 })) {
      for (const span of this.spansOf(day)) {
        const opens = Math.max(span.from, begin);
        if (opens > span.to) continue;
        if (opens + left <= span.to) return new Date(opens + left).toISOString();
        left -= span.to - opens;
      }
    }
  }

  /** The moment from which so much working time is left until `until`. */
  before(until: Instant, milliseconds: number): Instant {
    const end = Date.parse(until);
    let left = milliseconds;
    for (let day = dayOf(until); ; day = day.subtract({ days: 1 })) {
      for (const span of this.spansOf(day).toReversed()) {
        const closes = Math.min(span.to, end);
        if (closes < span.from) continue;
        if (closes - left >= span.from) return new Date(closes - left).toISOString();
        left -= closes - span.from;
      }
    }
  }

  /** Working time from one moment to a later one. */
  between(from: Instant, until: Instant): number {
    const [begin, end] = [Date.parse(from), Date.parse(until)];
    const last = dayOf(until);
    let sum = 0;
    for (let day = dayOf(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
      for (const span of this.spansOf(day)) sum += Math.max(0, Math.min(span.to, end) - Math.max(span.from, begin));
    }
    return sum;
  }

  private spansOf(day: Temporal.PlainDate): Span[] {
    if (!this.calendar.isWorkingDay(day.toString())) return [];
    const midnight = Date.parse(startOfDay(day));
    return this.hours.map(({ from, to }) => ({ from: midnight + from, to: midnight + to }));
  }
}

const dayOf = (instant: Instant): Temporal.PlainDate => zoned(instant).toPlainDate();
