/** The zone in which dates without a time are meant (design §8). */
export const businessZone = 'Asia/Shanghai';

const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: businessZone, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The zone has kept one offset since its last summer time, in 1991; from here on a sum does for a formatter. */
const oneOffsetSince = Date.UTC(1992, 0, 1);
const offset = 8 * 3_600_000;

/** The calendar day in the business zone, such as `2024-03-22`. */
export const businessDay = (at: Date): string =>
  at.getTime() < oneOffsetSince ? formatter.format(at) : new Date(at.getTime() + offset).toISOString().slice(0, 10);
