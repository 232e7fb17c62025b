import { useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import { present } from '../session/session.ts';
import { useSpecialDays } from '../time/calendar.ts';
import { nextWorkingDay } from '../time/working-days.ts';
import { dayOf } from '../time/zone.ts';

export const listNames = ['open', 'decided', 'started', 'copied'] as const;
export type ListName = (typeof listNames)[number];

/** What the address says is looked at: it can be sent to somebody else, and the browser's Back leads to the one before. */
export interface Looking {
  readonly list: ListName;
  readonly definition: string | undefined;
  /** `soon`: by the end of the next working day, what is overdue included. */
  readonly due: 'any' | 'soon' | 'overdue';
  readonly order: 'due' | 'opened';
  /** The case that is chosen, if one is. */
  readonly chosen: string | undefined;
}

const dueNames = ['any', 'soon', 'overdue'] as const;

type Change = Readonly<Partial<Record<'list' | 'definition' | 'due' | 'order' | 'case', string | undefined>>>;

export function useLooking(): readonly [Looking, (change: Change, isReplaced?: boolean) => void] {
  const [address, setAddress] = useSearchParams();
  const named = listNames.find((name) => name === address.get('list')) ?? 'open';
  const looking: Looking = {
    list: named,
    definition: address.get('definition') ?? undefined,
    due: dueNames.find((name) => name === address.get('due')) ?? 'any',
    order: address.get('order') === 'opened' ? 'opened' : 'due',
    chosen: address.get('case') ?? undefined,
  };
  const look = (change: Change, isReplaced = false): void =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined) after.delete(name);
          else after.set(name, value);
        }
        return after;
      },
      { replace: isReplaced, preventScrollReset: true },
    );
  return [looking, look];
}

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

export function useOpenTasks({ definition, due, order }: Looking) {
  const filterOf = useDueFilter();
  const query = { limit: pageLength, order, ...(definition !== undefined && { definition }), ...filterOf(due) };
  return api.useInfiniteQuery('get', '/api/tasks', { params: { query } }, byCursor);
}

export const useDecidedTasks = ({ definition }: Looking) =>
  api.useInfiniteQuery('get', '/api/tasks/decided', { params: { query: { limit: pageLength, definition } } }, byCursor);

export const useStartedCases = ({ definition }: Looking) =>
  api.useInfiniteQuery('get', '/api/instances', { params: { query: { limit: pageLength, definition } } }, byCursor);

export const useCopiedCases = () =>
  api.useInfiniteQuery('get', '/api/instances/copied', { params: { query: { limit: pageLength } } }, byCursor);
