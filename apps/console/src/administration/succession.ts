import { useQuery } from '@tanstack/react-query';
import { server } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';

type Schemas = components['schemas'];

/** To whom things go, as far as it has been chosen. */
export interface SuccessionDraft {
  readonly successor: string | undefined;
  readonly byDefinition: Readonly<Record<string, string>>;
  readonly byTask: Readonly<Record<string, string>>;
  readonly claimed: 'release' | 'transfer';
}

/** As the server takes it; undefined while nobody is chosen. */
export const successionOf = ({ successor, ...rest }: SuccessionDraft): Schemas['Succession'] | undefined =>
  successor === undefined ? undefined : { successor, ...rest };

/** What handing over would come to; nothing is changed. */
export const useHandoverPreview = (person: string, draft: SuccessionDraft) => {
  const body = successionOf(draft);
  return useQuery<Schemas['HandoverPreview'], ProblemError>({
    queryKey: ['hand-over', person, draft],
    queryFn: async () => {
      const { data } = await server.POST('/api/people/{person}/handover/preview', {
        params: { path: { person } },
        body: body ?? { successor: '' },
      });
      return data as Schemas['HandoverPreview'];
    },
    enabled: body !== undefined,
    // What was shown stays until the next preview is there.
    placeholderData: (before) => before,
    gcTime: 0,
  });
};
