import { Temporal } from 'temporal-polyfill';

/** The business zone (design §8). It has known no summer time since 1991, so a day there is 24 hours. */
const zone = 'Asia/Shanghai';

/** An instant as ISO 8601 in UTC with milliseconds, the form `Date.prototype.toISOString` gives. */
export type Instant = string;

/** @throws RangeError when the text is not an instant. */
export const zoned = (instant: Instant): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

export const instantOf = (moment: Temporal.ZonedDateTime): Instant => new Date(moment.epochMilliseconds).toISOString();

export const startOfDay = (day: Temporal.PlainDate): Instant => instantOf(day.toZonedDateTime({ timeZone: zone }));

/** An hour of a day, such as `09:00`. */
export const atHour = (day: Temporal.PlainDate, hour: string): Instant =>
  instantOf(day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(hour) }));

/** The last millisecond of a day, so that "by the 2nd of April" includes that day to its end. */
export const endOfDay = (day: Temporal.PlainDate): Instant =>
  instantOf(day.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).subtract({ milliseconds: 1 }));

const oneOffsetSince = Date.UTC(1992, 0, 1);
const offset = 8 * 3_600_000;
const dayLength = 24 * 3_600_000;

/**
 * What a sum does for, a calendar need not: milliseconds since 1970 of an instant in the very form of `Instant`, since
 * the zone has kept one offset; undefined for what has to be looked at more closely.
 */
function epochOf(instant: Instant): number | undefined {
  const epoch = instant.length === 24 && instant.endsWith('Z') ? Date.parse(instant) : Number.NaN;
  return epoch >= oneOffsetSince ? epoch : undefined;
}

/** Tells the days of the business zone apart. */
export function dayNumberOf(instant: Instant): number | undefined {
  const epoch = epochOf(instant);
  return epoch === undefined ? undefined : Math.floor((epoch + offset) / dayLength);
}

/** Adds days of 24 hours. */
export function later(instant: Instant, milliseconds: number): Instant | undefined {
  const epoch = epochOf(instant);
  return epoch === undefined ? undefined : new Date(epoch + milliseconds).toISOString();
}
