import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Preferences {
  readonly isCompact: boolean;
  readonly setCompact: (isCompact: boolean) => void;
  /** Of each list as a table, by its name; none before any were chosen. */
  readonly columnsOf: Readonly<Record<string, readonly string[]>>;
  readonly setColumns: (list: string, columns: readonly string[]) => void;
  /** The post that each person who signs in here looks through, by their ids. */
  readonly throughOf: Readonly<Record<string, string>>;
  readonly setThrough: (person: string, through: string | undefined) => void;
}

/** What somebody has chosen on this machine. */
export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      isCompact: false,
      setCompact: (isCompact) => set({ isCompact }),
      columnsOf: {},
      setColumns: (list, columns) => set(({ columnsOf }) => ({ columnsOf: { ...columnsOf, [list]: columns } })),
      throughOf: {},
      setThrough: (person, through) =>
        set(({ throughOf: { [person]: _before, ...others } }) => ({
          throughOf: through === undefined ? others : { ...others, [person]: through },
        })),
    }),
    { name: 'shenpi.preferences' },
  ),
);
