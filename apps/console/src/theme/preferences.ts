import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Preferences {
  readonly isCompact: boolean;
  readonly setCompact: (isCompact: boolean) => void;
  /** Of the queue as a table; null before any were chosen. */
  readonly columns: readonly string[] | null;
  readonly setColumns: (columns: readonly string[]) => void;
}

/** What somebody has chosen on this machine. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      isCompact: false,
      setCompact: (isCompact) => set({ isCompact }),
      columns: null,
      setColumns: (columns) => set({ columns }),
    }),
    { name: 'shenpi.preferences' },
  ),
);
