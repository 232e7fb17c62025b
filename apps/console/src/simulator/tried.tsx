import { type ReactNode, useMemo } from 'react';
import type { Surroundings } from '#engine';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { surroundingsFrom } from '../definition/surroundings.ts';
import { Answer, type Asked } from '../state/answer.tsx';

/** What a process is tried in. */
export interface Around {
  readonly surroundings: Surroundings;
  readonly posts: components['schemas']['DefinitionSurroundings']['posts'];
}

interface TriedProps<Process> {
  readonly of: Asked<Process>;
  readonly children: (process: Process, around: Around) => ReactNode;
}

/** A process and what it is tried in, once both are there. */
export function Tried<Process>({ of, children }: TriedProps<Process>) {
  const asked = api.useQuery('get', '/api/definitions/surroundings');
  const around = useMemo(() => asked.data && { surroundings: surroundingsFrom(asked.data), posts: asked.data.posts }, [asked.data]);
  return (
    <Answer of={of} lines={12}>
      {(process) => (
        <Answer of={{ data: around, error: asked.error, refetch: asked.refetch }} lines={12}>
          {(found) => children(process, found)}
        </Answer>
      )}
    </Answer>
  );
}
