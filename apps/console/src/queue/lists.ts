import { api } from '../api/client.ts';
import { present } from '../session/session.ts';
import { useSpecialDays } from '../time/calendar.ts';
import { nextWorkingDay } from '../time/working-days.ts';
import { dayOf } from '../time/zone.ts';
import type { Looking } from './looking.ts';

const pageLength = 50;
const byCursor = {
  pageParamName: 'after',
  // Left out of the address; undefined would become 0.
  initialPageParam: null,
  getNextPageParam: ({ next }: { readonly next?: string | undefined }) => next,
};

/** What narrows the tasks to those of a deadline, for a list and for its count alike. */
export function useDueFilter(): (due: Looking['due']) => { readonly overdue?: 'true'; readonly dueUntil?: string } {
  const special = useSpecialDays();
  return (due) => {
    if (due === 'any') return {};
    return due === 'overdue' ? { overdue: 'true' } : { dueUntil: `${nextWorkingDay(dayOf(present()), special)}T23:59:59+08:00` };
  };
}

const narrowed = ({ definition, step, organisation, q }: Looking) => ({
  limit: pageLength,
  ...(definition !== undefined && { definition }),
  ...(step !== undefined && { step }),
  ...(organisation !== undefined && { organisation }),
  ...(q !== undefined && { query: q }),
});

/** Of what reaches me through my posts. */
const narrowedToMine = (looking: Looking) => ({
  ...narrowed(looking),
  ...(looking.through !== undefined && { through: looking.through }),
});

export function useOpenTasks(looking: Looking) {
  const filterOf = useDueFilter();
  const { due, order } = looking;
  const query = { ...narrowedToMine(looking), ...filterOf(due), order };
  return api.useInfiniteQuery('get', '/api/tasks', { params: { query } }, byCursor);
}

export const useDecidedTasks = (looking: Looking) =>
  api.useInfiniteQuery('get', '/api/tasks/decided', { params: { query: narrowedToMine(looking) } }, byCursor);

export const useStartedCases = (looking: Looking) =>
  api.useInfiniteQuery('get', '/api/instances', { params: { query: narrowed(looking) } }, byCursor);

export const useCopiedCases = (looking: Looking) =>
  api.useInfiniteQuery('get', '/api/instances/copied', { params: { query: narrowedToMine(looking) } }, byCursor);
