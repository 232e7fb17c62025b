import type { ReactNode } from 'react';
import { Failed } from './failed.tsx';
import { Loading } from './loading.tsx';

/** As much of a react-query result as is needed to show it. */
export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface AnswerProps<Data> {
  readonly of: Asked<Data>;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** What was asked for, or in its place that it is on its way or why it cannot be had. What is there stays when asking anew fails. */
export function Answer<Data>({ of: { data, error, refetch }, lines = 6, children }: AnswerProps<Data>) {
  if (data !== undefined) return children(data);
  return error === null ? <Loading lines={lines} /> : <Failed error={error} retry={() => void refetch()} />;
}
