import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { server } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { Failed } from '../state/failed.tsx';
import { Loading } from '../state/loading.tsx';
import { useSession } from './session.ts';
import { SignInPage } from './sign-in-page.tsx';

/** Lets nobody in who is not signed in, and asks once, when the page is opened, who that is. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const { session, begin } = useSession();
  const { error, refetch, isPending } = useQuery({
    queryKey: ['session at the beginning'],
    queryFn: async () => {
      const { data } = await server.GET('/api/session');
      if (data !== undefined) begin(data);
      return data !== undefined;
    },
    enabled: session === null,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });
  if (session !== null) return children;
  if (error instanceof ProblemError && error.status === 401) return <SignInPage />;
  if (error !== null) return <Failed error={error} retry={() => void refetch()} />;
  return isPending ? <Loading /> : <SignInPage />;
}
