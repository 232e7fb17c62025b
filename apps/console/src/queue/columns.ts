/** What a table of waiting tasks can show beside their titles, in the order in which it stands there. */
export const columnNames = ['number', 'place', 'definition', 'step', 'post', 'openedAt', 'dueAt', 'limitAt'] as const;
export type ColumnName = (typeof columnNames)[number];

export const usualColumns: readonly ColumnName[] = ['number', 'place', 'step', 'dueAt', 'limitAt'];

/** Those that there are, of those that an address or a view names. */
export const columnsOf = (named: readonly string[]): ColumnName[] => columnNames.filter((name) => named.includes(name));
