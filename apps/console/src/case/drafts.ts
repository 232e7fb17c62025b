import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { components } from '../api/schema.d.ts';

/** One thing that is to be mended, as it is being written: its day such as 2026-04-02, or empty. */
export interface Deficiency {
  readonly fields: readonly string[];
  readonly text: string;
  readonly day: string;
}

/** What somebody is about to say of a task, and has not yet. */
export interface Draft {
  readonly outcome?: string;
  readonly comment?: string;
  readonly returnTo?: string;
  readonly fields?: NonNullable<components['schemas']['Decision']['fields']>;
  /** With a return, what is to be mended. */
  readonly items?: readonly Deficiency[];
  /** What is said to what was to be mended, by its number. */
  readonly answers?: Readonly<Record<string, string>>;
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

interface LeftOver {
  readonly task: string;
  readonly comment: string;
  readonly drop: () => void;
}

/** What was written for a task of a case that is not open to the writer any more. */
export function useLeftOver(instance: string, open: readonly string[]): LeftOver | undefined {
  const byTask = useDrafts((state) => state.byTask);
  const drop = useDrafts((state) => state.drop);
  const [task, draft] =
    Object.entries(byTask).find(([id, { comment = '' }]) => id.startsWith(`${instance}.`) && !open.includes(id) && comment.trim() !== '') ??
    [];
  return task === undefined ? undefined : { task, comment: draft?.comment ?? '', drop: () => drop(task) };
}
