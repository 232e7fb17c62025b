import { useEffect } from 'react';
import { api } from '../api/client.ts';
import { present } from '../session/session.ts';
import type { Asked } from '../state/answer.tsx';
import { addDays, dayOf } from '../time/zone.ts';
import type { Looking } from './looking.ts';
import type { Grid, GridRow, Standing } from './types.ts';

/** A school with its reports of each period, and how it stands. */
export interface School {
  readonly row: GridRow;
  readonly standing: Standing | undefined;
}

export interface Schools {
  readonly periods: Grid['periods'];
  readonly schools: readonly School[];
}

const pageLength = 100;
const byCursor = {
  pageParamName: 'after',
  // Left out of the address; undefined would become 0.
  initialPageParam: null,
  getNextPageParam: ({ next }: { readonly next?: string | undefined }) => next,
};

/** Every school there is to see, page after page: a filter or a chart is about all of them. */
export function useSchools({ report, span }: Pick<Looking, 'report' | 'span'>): Asked<Schools> {
  const today = dayOf(present());
  const range = { from: addDays(today, -Number(span)), to: addDays(today, 20) };
  const grid = useAll(
    api.useInfiniteQuery('get', '/api/report-grid', { params: { query: { report, limit: pageLength, ...range } } }, byCursor),
  );
  const standings = useAll(api.useInfiniteQuery('get', '/api/standings', { params: { query: { limit: pageLength } } }, byCursor));
  const standingOf = new Map(standings.data?.pages.flatMap(({ items }) => items.map((item) => [item.school.id, item] as const)));
  const [first] = grid.data?.pages ?? [];
  const rows = grid.data?.pages.flatMap(({ items }) => items) ?? [];
  const isThere = first !== undefined && standings.data !== undefined;
  return {
    data: isThere ? { periods: first.periods, schools: rows.map((row) => ({ row, standing: standingOf.get(row.school.id) })) } : undefined,
    error: grid.error ?? standings.error,
    refetch: () => {
      void grid.refetch();
      void standings.refetch();
    },
  };
}

function useAll<Query extends { readonly hasNextPage: boolean; readonly isFetching: boolean; readonly fetchNextPage: () => unknown }>(
  query: Query,
): Query {
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  return query;
}

/** Whether a school has what is filtered by. */
export function fits({ row, standing }: School, { city, state }: Pick<Looking, 'city' | 'state'>): boolean {
  if (city !== undefined && row.city?.id !== city) return false;
  if (state === undefined) return true;
  if (state === 'flagged') return standing !== undefined && (standing.view === 'flagged' || standing.case !== undefined);
  const cells = Object.values(row.cells);
  return state === 'appealed' ? cells.some(({ appeal }) => appeal === 'filed') : cells.some((cell) => cell.state === state);
}

/** Which places among the periods are joined: each run of misses that a school is flagged for, from its first to its last. */
export function runsOf({ row, standing }: School, periods: Grid['periods'], report: string): readonly { from: number; to: number }[] {
  const placeOf = new Map(periods.map(({ key }, place) => [key, place]));
  return (standing?.causes ?? []).flatMap(({ kind, obligations }) => {
    const places = obligations.flatMap(({ report: about, period }) => (about === report ? (placeOf.get(period) ?? []) : []));
    const isShown = kind === 'misses' && places.length > 0 && Object.keys(row.cells).length > 0;
    return isShown ? [{ from: Math.min(...places), to: Math.max(...places) }] : [];
  });
}
