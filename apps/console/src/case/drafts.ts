import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { components } from '../api/schema.d.ts';

/** What somebody is about to say of a task, and has not yet. */
export interface Draft {
  readonly outcome?: string;
  readonly comment?: string;
  readonly returnTo?: string;
  readonly fields?: NonNullable<components['schemas']['Decision']['fields']>;
}

interface Drafts {
  readonly byTask: Readonly<Record<string, Draft>>;
  readonly write: (task: string, change: Draft) => void;
  readonly drop: (task: string) => void;
}

/** Kept on this machine until the task is decided, so that neither a reload nor somebody quicker loses a word. */
const useDrafts = create<Drafts>()(
  persist(
    (set) => ({
      byTask: {},
      write: (task, change) => set(({ byTask }) => ({ byTask: { ...byTask, [task]: { ...byTask[task], ...change } } })),
      drop: (task) => set(({ byTask }) => ({ byTask: Object.fromEntries(Object.entries(byTask).filter(([id]) => id !== task)) })),
    }),
    { name: 'shenpi.drafts' },
  ),
);

/** Chooses for somebody who has to confirm it all the same. */
export const foresee = (task: string, outcome: string): void => useDrafts.getState().write(task, { outcome });

const none: Draft = {};

export function useDraft(task: string): { readonly draft: Draft; readonly write: (change: Draft) => void; readonly drop: () => void } {
  const draft = useDrafts(({ byTask }) => byTask[task] ?? none);
  const write = useDrafts((state) => state.write);
  const drop = useDrafts((state) => state.drop);
  return { draft, write: (change) => write(task, change), drop: () => drop(task) };
}

/** What was written for tasks of a case that are not open to the writer any more. */
export const useLeftOver = (instance: string, open: readonly string[]): string | undefined =>
  useDrafts(
    ({ byTask }) =>
      Object.entries(byTask).find(([task, { comment }]) => task.startsWith(`${instance}.`) && !open.includes(task) && comment)?.[1].comment,
  );
