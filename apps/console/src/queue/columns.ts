import type { ListName } from './looking.ts';

/** What a list as a table can show beside the titles, in the order in which it stands there. */
export const columnNames = {
  open: ['number', 'place', 'definition', 'step', 'post', 'openedAt', 'dueAt', 'limitAt'],
  decided: ['number', 'place', 'definition', 'step', 'post', 'outcome', 'decidedAt'],
  started: ['number', 'place', 'definition', 'states', 'startedAt', 'changedAt'],
  copied: ['number', 'place', 'definition', 'states', 'copiedBy', 'copiedAt'],
} as const satisfies Readonly<Record<ListName, readonly string[]>>;
export type ColumnName = (typeof columnNames)[ListName][number];

const usualColumns: Readonly<Record<ListName, readonly ColumnName[]>> = {
  open: ['number', 'place', 'step', 'dueAt', 'limitAt'],
  decided: ['number', 'place', 'step', 'outcome', 'decidedAt'],
  started: ['number', 'definition', 'states', 'startedAt', 'changedAt'],
  copied: ['number', 'place', 'states', 'copiedBy', 'copiedAt'],
};

/** Those that the list has, of those that an address or a view names; without any, those that are usual. */
export const columnsOf = (list: ListName, named: readonly string[] = usualColumns[list]): ColumnName[] =>
  columnNames[list].filter((name) => named.includes(name));

/** In the address. A table with nothing but titles is one, too. */
export const columnsText = (columns: readonly string[]): string => (columns.length === 0 ? 'title' : columns.join(','));
