import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

export type StartForm = components['schemas']['StartForm'];
type Listed = components['schemas']['ListedDefinition'];

/** The processes I may start. */
export const useStartable = () =>
  api.useQuery('get', '/api/definitions', undefined, {
    staleTime: 300_000,
    select: ({ items }): readonly Listed[] => items.filter(({ startAt }) => startAt.length > 0),
  });
