import { Temporal } from 'temporal-polyfill';

/** The business zone (design §8). It has known no summer time since 1991, so a day there is 24 hours. */
const zone = 'Asia/Shanghai';

/** An instant as ISO 8601 in UTC with milliseconds, the form `Date.prototype.toISOString` gives. */
export type Instant = string;

/** @throws RangeError when the text is not an instant. */
export const zoned = (instant: Instant): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);

export const instantOf = (moment: Temporal.ZonedDateTime): Instant => new Date(moment.epochMilliseconds).toISOString();

export const startOfDay = (day: Temporal.PlainDate): Instant => instantOf(day.toZonedDateTime({ timeZone: zone }));

/** The last millisecond of a day, so that "by the 2nd of April" includes that day to its end. */
export const endOfDay = (day: Temporal.PlainDate): Instant =>
  instantOf(day.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).subtract({ milliseconds: 1 }));
