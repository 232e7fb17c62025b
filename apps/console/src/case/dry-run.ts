import { useQuery } from '@tanstack/react-query';
import { server } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { useSettled } from '../state/settled.ts';
import type { Draft } from './drafts.ts';
import type { Case, OwnTask } from './form-fields.ts';

export type Preview = components['schemas']['Preview'];
export type Decision = components['schemas']['Decision'];

export function decisionOf({ form: { version } }: Case, { outcome = '', comment = '', returnTo, fields }: Draft): Decision {
  return {
    outcome,
    formVersion: version,
    ...(comment.trim() !== '' && { comment: comment.trim() }),
    ...(returnTo !== undefined && { returnTo }),
    ...(fields !== undefined && { fields }),
  };
}

/** What the decision would do now, or why it cannot be made; its words change nothing in that. */
export function useDryRun(of: Case, task: OwnTask, draft: Draft) {
  const { outcome, returnTo, fields } = draft;
  const settled = useSettled(JSON.stringify({ outcome, returnTo, fields }));
  return useQuery<Preview, ProblemError>({
    queryKey: ['dry run', task.id, of.sequence, settled],
    queryFn: async () => {
      const body = decisionOf(of, { ...(JSON.parse(settled) as Draft), comment: '…' });
      const { data } = await server.POST('/api/tasks/{id}/decisions', {
        params: { path: { id: task.id }, query: { dryRun: 'true' } },
        body,
      });
      return data as Preview;
    },
    enabled: outcome !== undefined,
    retry: false,
  });
}
