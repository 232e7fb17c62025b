import type { Page } from './page.ts';

/** Where counting a list stops: more than that is "1000+" to anybody. */
export const countLimit = 1000;

/** A part of a list, and how long all of it is. */
export interface CountedPage<Item> extends Page<Item> {
  /** How many there are in all under these filters; counting stops at `countLimit`. */
  readonly total: number;
  /** False when counting stopped, so that there are more than `total`. */
  readonly isTotalExact: boolean;
}

/** @param counted up to one more than the limit, as `counting` gives it */
export const totalOf = (counted: number): Pick<CountedPage<never>, 'total' | 'isTotalExact'> => ({
  total: Math.min(counted, countLimit),
  isTotalExact: counted <= countLimit,
});

/** How many of these there are, as the one row `counted.total`; to be joined with the page on true, so that it stays when that is empty. */
export const counting = (fromWhere: string): string =>
  `(SELECT count(*)::int AS total FROM (SELECT ${fromWhere} LIMIT ${countLimit + 1}) AS counting) AS counted`;
