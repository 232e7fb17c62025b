import { useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
function useMedia(query: string): boolean {
  const media = matchMedia(query);
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => media.matches,
  );
}

/** A phone, or a window as narrow as one: the rail gives way to a bar at the bottom. */
export const usePhone = (): boolean => useMedia('(max-width: 767px)');

/** Room for a list and what is chosen in it, side by side. */
export const useWide = (): boolean => useMedia('(min-width: 1100px)');
