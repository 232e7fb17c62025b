import { useQuery } from '@tanstack/react-query';
import { server } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];
export type Plan = Schemas['MigrationPlan'];
export type Preview = Schemas['MigrationPreview'];
export type CaseVerdict = Preview['cases'][number];

/** What would become of each case; nothing is changed. */
export const useMigrationPreview = (key: string, plan: Plan) =>
  useQuery<Preview, ProblemError>({
    queryKey: ['migration', key, plan],
    queryFn: async () => {
      const { data } = await server.POST('/api/definitions/{key}/migrations/preview', { params: { path: { key } }, body: plan });
      return data as Preview;
    },
    // What was shown stays until the next preview is there.
    placeholderData: (before) => before,
    gcTime: 0,
  });

/** One case before and after. */
export const useCasePreview = (key: string, plan: Plan, instance: string) =>
  useQuery<Schemas['CaseMigrationPreview'], ProblemError>({
    queryKey: ['migration', key, plan, instance],
    queryFn: async () => {
      const { data } = await server.POST('/api/definitions/{key}/migrations/preview/{instance}', {
        params: { path: { key, instance } },
        body: plan,
      });
      return data as Schemas['CaseMigrationPreview'];
    },
    gcTime: 0,
  });
