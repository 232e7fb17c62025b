import { useQuery } from '@tanstack/react-query';
import { server } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { useSettled } from '../state/settled.ts';

export type Beginning = components['schemas']['Start'];
export type Preview = components['schemas']['Preview'];

/** What starting would do now, or why it cannot be done; what was found last stays while it is asked anew. */
export function useStartDryRun(beginning: Beginning) {
  const settled = useSettled(JSON.stringify(beginning));
  return useQuery<Preview, ProblemError>({
    queryKey: ['dry run', 'start', settled],
    queryFn: async () => {
      const body = JSON.parse(settled) as Beginning;
      const { data } = await server.POST('/api/instances', { params: { query: { dryRun: 'true' } }, body });
      return data as Preview;
    },
    placeholderData: (previous) => previous,
    retry: false,
    gcTime: 60_000,
  });
}
