import { refuse } from '#platform';
import { isId } from '../is-id.ts';

/** A part of a list, newest or oldest first, and where the next part begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Give it back to get the next part; absent on the last one. */
  readonly next?: string;
}

export interface PageRequest {
  /** Rows at most; 1 to 100. */
  readonly limit: number;
  readonly after?: string | undefined;
}

/** A place in a list: the instant it is sorted by, and the row's key. */
export interface Cursor {
  readonly at: string;
  readonly instance: string;
  readonly number: number;
}

const pattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})_(\d{1,9})$/;

export const cursorText = ({ at, instance, number }: Cursor): string => Buffer.from(`${at}_${instance}_${number}`).toString('base64url');

/** @throws RefusedError `page.cursor-invalid` for anything that is not a cursor of ours. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  const [, at, instance, number] = pattern.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  if (at === undefined || instance === undefined || !isInstant(at) || !isId(instance)) throw refuse('page.cursor-invalid');
  return { at, instance, number: Number(number) };
}

/** PostgreSQL knows neither a 31st of February, which `Date` takes for a day in March, nor a year 0. */
const isInstant = (text: string): boolean =>
  !text.startsWith('0000') && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

/** Cuts what was read, one row more than asked for, into a page. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  cursorOf: (row: Row) => Cursor,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(itemOf), ...(last !== undefined && { next: cursorText(cursorOf(last)) }) };
}
