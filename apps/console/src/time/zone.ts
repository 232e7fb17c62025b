/** Where the offices are; their days begin there, wherever the reader is. */
export const zone = 'Asia/Shanghai';

/** A day such as 2026-04-02, in the business zone. */
export const dayOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** An instant on the wall of the offices, as inputs for a date and a time have it: 2026-04-02T09:00. */
export const wallOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);

/** The instant, ISO 8601, that such an input says. */
export const instantOf = (wall: string): string => `${wall}:00+08:00`;
