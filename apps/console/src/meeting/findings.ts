import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { components } from '../api/schema.d.ts';

export type Finding = components['schemas']['MeetingFinding'];
export type Outcome = Finding['outcome'];

/** By the keys 1 to 4. */
export const outcomes = ['passed', 'passed-with-conditions', 'deferred', 'not-passed'] as const satisfies readonly Outcome[];

/** What is about to be recorded of an item. */
export type FindingDraft = { readonly [Part in keyof Finding]?: Finding[Part] | undefined } & {
  /** Said and done: only the server does not have it yet. */
  readonly isReady?: boolean;
  /** Why the server did not take it. */
  readonly fault?: string | undefined;
};

interface Findings {
  /** By meeting, then by task. */
  readonly of: Readonly<Record<string, Readonly<Record<string, FindingDraft>>>>;
  readonly write: (meeting: string, task: string, change: FindingDraft) => void;
  /** Unless something else was said meanwhile. */
  readonly drop: (meeting: string, task: string, sent: FindingDraft) => void;
  readonly forget: (meeting: string) => void;
}

/** Kept on this machine until the server has it, so that neither a broken network nor a reload loses a decision. */
export const useFindings = create<Findings>()(
  persist(
    (set) => ({
      of: {},
      write: (meeting, task, change) =>
        set(({ of }) => ({ of: { ...of, [meeting]: { ...of[meeting], [task]: { ...of[meeting]?.[task], ...change } } } })),
      drop: (meeting, task, sent) =>
        set(({ of }) => {
          const { [task]: kept, ...others } = of[meeting] ?? {};
          return kept === sent ? { of: { ...of, [meeting]: others } } : {};
        }),
      forget: (meeting) =>
        set(({ of }) => {
          const { [meeting]: forgotten, ...others } = of;
          return forgotten === undefined ? {} : { of: others };
        }),
    }),
    { name: 'shenpi.findings' },
  ),
);

const none: Readonly<Record<string, FindingDraft>> = {};

export const useDrafts = (meeting: string): Readonly<Record<string, FindingDraft>> => useFindings(({ of }) => of[meeting] ?? none);
