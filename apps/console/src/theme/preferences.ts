import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Preferences {
  readonly isCompact: boolean;
  readonly setCompact: (isCompact: boolean) => void;
}

/** What somebody has chosen on this machine. */
export const usePreferences = create<Preferences>()(
  persist((set) => ({ isCompact: false, setCompact: (isCompact) => set({ isCompact }) }), { name: 'shenpi.preferences' }),
);
