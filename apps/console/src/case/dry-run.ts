import { useQuery } from '@tanstack/react-query';
import { server } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { useSettled } from '../state/settled.ts';
import type { Deficiency, Draft } from './drafts.ts';
import type { Case, OwnTask } from './form-fields.ts';

export type Preview = components['schemas']['Preview'];
export type Decision = components['schemas']['Decision'];

export function decisionOf({ form: { version } }: Case, { outcome = '', comment = '', returnTo, fields, items, answers }: Draft): Decision {
  return {
    outcome,
    formVersion: version,
    ...(comment.trim() !== '' && { comment: comment.trim() }),
    ...(returnTo !== undefined && { returnTo }),
    ...(fields !== undefined && { fields }),
    ...(items !== undefined && items.length > 0 && { items: items.map(itemOf) }),
    ...(answers !== undefined && { answers: Object.entries(answers).map(([item, note]) => ({ item: Number(item), note })) }),
  };
}

/** A day lasts until it is over where the offices are. */
const itemOf = ({ fields, text, day }: Deficiency) => ({
  text: text.trim(),
  ...(fields.length > 0 && { fields: [...fields] }),
  ...(day !== '' && { dueAt: `${day}T23:59:59+08:00` }),
});

/** What the decision would do now, or why it cannot be made; its words change nothing in that. */
export function useDryRun(of: Case, task: OwnTask, draft: Draft) {
  const { outcome, returnTo, fields, answers } = draft;
  const items = outcome === 'return' ? draft.items : undefined;
  const written = JSON.stringify({ outcome, returnTo, fields, items, answers });
  const settled = useSettled(written);
  const query = useQuery<Preview, ProblemError>({
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
  // What is being typed at this moment has not been foretold yet.
  return { ...query, isSettled: settled === written };
}
