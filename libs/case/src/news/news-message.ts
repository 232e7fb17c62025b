import { z } from 'zod';
import { newsMessage } from '#platform';
import type { Commit, OutboxWrite } from '../store/commit.store.ts';

const NewsOfCase = z.object({ instance: z.uuid(), opened: z.array(z.int()), changed: z.array(z.int()) });

/** What a message says: cases that changed with their tasks by number, and people, by their keys, who were sent a notice. */
const NewsPayload = z.object({ cases: z.array(NewsOfCase).default([]), readers: z.array(z.string()).default([]) });

/** A case that changed, and the numbers of the tasks in it that are new or not what they were. */
export type NewsOfCase = z.infer<typeof NewsOfCase>;

/** Nothing for a payload that does not fit: another version's, whose servers see to it themselves. */
export const newsIn = (payload: unknown): z.infer<typeof NewsPayload> => NewsPayload.safeParse(payload).data ?? { cases: [], readers: [] };

/** What a commit tells people's screens: one message for all cases of a tenant that share it. */
export function newsOf({ started, moved, openedTasks, changedTasks }: Commit): OutboxWrite[] {
  const tenants = new Map<string, { readonly at: string; readonly cases: Map<string, NewsOfCase> }>();
  for (const { tenant, id, changed_at } of [...started, ...moved]) {
    const found = tenants.get(tenant) ?? { at: changed_at, cases: new Map<string, NewsOfCase>() };
    tenants.set(tenant, found);
    found.cases.set(id, { instance: id, opened: [], changed: [] });
  }
  for (const { tenant, instance_id, number } of openedTasks) tenants.get(tenant)?.cases.get(instance_id)?.opened.push(number);
  for (const { tenant, instance_id, number } of changedTasks) tenants.get(tenant)?.cases.get(instance_id)?.changed.push(number);
  return [...tenants].map(([tenant, { at, cases }]) => ({
    tenant,
    job: newsMessage,
    payload: { cases: [...cases.values()] },
    created_at: at,
  }));
}
