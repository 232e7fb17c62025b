import { useMutation } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { server } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import { useSaid } from '../state/failed.tsx';
import { type Finding, type FindingDraft, useDrafts, useFindings } from './findings.ts';
import { type Item, type Meeting, show } from './meetings.ts';
import { findingOf, statedOf } from './stating.ts';

/** How long until the server is tried again, in milliseconds, when there is no word from it. */
const patience = 5_000;

interface Sent {
  readonly task: string;
  readonly draft: FindingDraft;
  readonly body: Finding;
}

/** Sends what is ready, one after the other; what did not arrive goes out again, what was refused waits for its secretary. */
export function useSending(meeting: Meeting): { readonly sent: string | undefined; readonly waiting: number } {
  const said = useSaid();
  const { write, drop } = useFindings.getState();
  const drafts = useDrafts(meeting.id);
  const [tries, again] = useReducer((count: number) => count + 1, 0);
  const ready = meeting.items.flatMap((item) => readyOf(item, drafts[item.task.id]) ?? []);
  const { mutate, isPending, variables } = useMutation({
    mutationFn: async ({ task, body }: Sent) => {
      const { data } = await server.PUT('/api/meetings/{id}/items/{task}', { params: { path: { id: meeting.id, task } }, body });
      return data as Meeting;
    },
    retry: false,
    onSuccess: (answer, { task, draft }) => {
      show(answer);
      drop(meeting.id, task, draft);
    },
    onError: (error, { task }) => {
      if (error instanceof ProblemError && !error.isUnanswered) write(meeting.id, task, { isReady: false, fault: said(error) });
      else setTimeout(again, patience);
    },
  });
  const [next] = ready;
  useEffect(() => {
    if (next !== undefined && !isPending) mutate(next);
    // What is next may stay the same while it is tried again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [next?.task, next?.draft, isPending, tries]);
  useEffect(() => {
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  }, []);
  return { sent: isPending ? variables.task : undefined, waiting: ready.length };
}

function readyOf(item: Item, draft: FindingDraft | undefined): Sent | undefined {
  if (draft?.isReady !== true) return undefined;
  const body = findingOf(statedOf(item, draft), item.formVersion);
  return body && { task: item.task.id, draft, body };
}
