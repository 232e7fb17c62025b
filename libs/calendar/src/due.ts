import { Temporal } from 'temporal-polyfill';
import type { WorkingCalendar } from './calendar.ts';
import { remembered } from './remembered.ts';
import { type Instant, instantOf, later, zoned } from './zone.ts';

/** How long until something is due: an ISO 8601 duration such as `P3D`, or working days. */
export type Delay = string | { readonly workingDays: number };

/**
 * When something that begins at `from` falls due. A duration is added on the calendar and the clock of the business
 * zone, and a day that a month does not have becomes its last one (P1M from 31 January is the end of February); working
 * days run to the end of the last of them.
 *
 * The result fits the engine's `DueTime`. It throws a RangeError for what is not a duration, or a negative one.
 */
export const dueTime = (calendar: WorkingCalendar) => {
  const known = new Map<string, Duration>();
  return (delay: Delay, from: Instant): Instant => {
    if (typeof delay !== 'string') return calendar.endOfWorkingDay(from, delay.workingDays);
    const duration = remembered(known, delay, () => describe(durationOf(delay)));
    const simply = duration.milliseconds === undefined ? undefined : later(from, duration.milliseconds);
    return simply ?? instantOf(zoned(from).add(duration.exact));
  };
};

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

function durationOf(text: string): Temporal.Duration {
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
