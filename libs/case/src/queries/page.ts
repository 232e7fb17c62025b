import { isId, refuse } from '#platform';

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

/** What a list is sorted by. A place in one order says nothing about a place in another. */
export type Order = 'opened' | 'due' | 'slack' | 'decided' | 'started' | 'held' | 'copied' | 'stuck';

/** A place in a list: the instant it is sorted by, and the row's key. */
export interface Cursor {
  readonly order: Order;
  /** ISO 8601 in UTC; under `due` and `slack` also `infinity`, for what never falls due. */
  readonly at: string;
  readonly instance: string;
  readonly number: number;
}

/** Before all rows, for lists that go up. */
export const beginning: Omit<Cursor, 'order'> = { at: '-infinity', instance: '00000000-0000-0000-0000-000000000000', number: 0 };
/** Before all rows, for lists that go down. */
export const end: Omit<Cursor, 'order'> = { at: 'infinity', instance: 'ffffffff-ffff-ffff-ffff-ffffffffffff', number: 2_147_483_647 };

const pattern = /^([a-z]{3,7})_(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z|infinity)_([0-9a-f-]{36})_(\d{1,9})$/;

export const cursorText = ({ order, at, instance, number }: Cursor): string =>
  Buffer.from(`${order}_${at}_${instance}_${number}`).toString('base64url');

/** @throws RefusedError `page.cursor-invalid` for anything that is not a cursor of ours, in this order. */
export function readCursor(text: string | undefined, order: Order): Cursor | undefined {
  if (text === undefined) return undefined;
  const [, named, at, instance, number] = pattern.exec(Buffer.from(text, 'base64url').toString()) ?? [];
  const isOurs = named === order && at !== undefined && instance !== undefined && isPlace(at, order) && isId(instance);
  if (!isOurs) throw refuse('page.cursor-invalid');
  return { order, at, instance, number: Number(number) };
}

const isPlace = (at: string, order: Order): boolean => (at === 'infinity' ? order === 'due' || order === 'slack' : isInstant(at));

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
