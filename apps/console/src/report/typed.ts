import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { components } from '../api/schema.d.ts';

export type Fields = components['schemas']['ReportDraft']['fields'];

interface Typed {
  readonly byReport: Readonly<Record<string, Fields>>;
  readonly write: (report: string, fields: Fields) => void;
  readonly drop: (report: string) => void;
}

/** What was typed into reports and not saved yet, kept on this machine: neither a reload nor a lost session costs a word. */
const useStore = create<Typed>()(
  persist(
    (set) => ({
      byReport: {},
      write: (report, fields) => set(({ byReport }) => ({ byReport: { ...byReport, [report]: { ...byReport[report], ...fields } } })),
      drop: (report) =>
        set(({ byReport }) => ({ byReport: Object.fromEntries(Object.entries(byReport).filter(([key]) => key !== report)) })),
    }),
    { name: 'shenpi.reports' },
  ),
);

const none: Fields = {};

export function useTyped(report: string) {
  const typed = useStore(({ byReport }) => byReport[report] ?? none);
  const write = useStore((state) => state.write);
  const drop = useStore((state) => state.drop);
  return { typed, write: (fields: Fields) => write(report, fields), drop: () => drop(report) };
}
