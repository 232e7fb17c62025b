import { MutationCache, QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem.ts';

const isWorthRetrying = (error: unknown): boolean => error instanceof ProblemError && error.isUnanswered;

/** Whatever was changed may stand in any list that is open, so all that are looked at are asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (failures, error) => failures < 2 && isWorthRetrying(error) },
    // With the key of the first try, see intents.ts.
    mutations: { retry: (failures, error) => failures < 2 && isWorthRetrying(error), networkMode: 'always' },
  },
  // When all is done, not only answered: after signing in, what is asked anew goes out by the new session.
  mutationCache: new MutationCache({ onSettled: (_data, error) => void (error === null && queries.invalidateQueries()) }),
});
