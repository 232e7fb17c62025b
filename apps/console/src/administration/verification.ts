import { useRef, useState } from 'react';
import { server } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';

type VerifiedCase = components['schemas']['VerifiedCase'];

/** Cases that are asked about at once. */
const pageLength = 20;

/** Whether a history is what it was when it was written, and comes to the case as it is. */
export const isSound = ({ isIntact, isRebuilt }: VerifiedCase): boolean => isIntact && isRebuilt !== false;

/** Goes through all cases, page by page, for as long as it is looked at and not stopped. */
export function useVerification() {
  const [state, setState] = useState<'not-begun' | 'running' | 'stopped' | 'done'>('not-begun');
  const [verified, setVerified] = useState<readonly VerifiedCase[]>([]);
  const [error, setError] = useState<unknown>(null);
  const run = useRef(0);
  const stop = (): void => {
    run.current += 1;
    setState('stopped');
  };
  const start = async (): Promise<void> => {
    run.current += 1;
    const mine = run.current;
    setState('running');
    setVerified([]);
    setError(null);
    try {
      let after: string | undefined;
      do {
        const { data } = await server.GET('/api/operations/histories', { params: { query: { limit: pageLength, after } } });
        if (run.current !== mine) return;
        setVerified((before) => [...before, ...(data?.items ?? [])]);
        after = data?.next;
      } while (after !== undefined);
      setState('done');
    } catch (failure) {
      setError(failure);
      setState('stopped');
    }
  };
  return { state, verified, error, start, stop };
}
