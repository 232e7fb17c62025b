import { useQueries } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { present } from '../session/session.ts';
import type { SpecialDays } from './working-days.ts';
import { dayOf } from './zone.ts';

/** The official calendar of this year and the next, as far as it is known; it changes a few times a year. */
export function useSpecialDays(): SpecialDays {
  const year = Number(dayOf(present()).slice(0, 4));
  return useQueries({
    queries: [year, year + 1].map((asked) => ({
      ...api.queryOptions('get', '/api/calendars/{year}', { params: { path: { year: asked } } }),
      staleTime: 3_600_000,
    })),
    combine: combined,
  });
}

const combined = (answers: readonly { readonly data?: { readonly days: readonly { date: string; isOffDay: boolean }[] } | undefined }[]) =>
  new Map(answers.flatMap(({ data }) => data?.days ?? []).map(({ date, isOffDay }) => [date, isOffDay]));
