import { createContext, useContext } from 'react';
import type { SurroundingsData } from '../definition/surroundings.ts';

/** What a definition is checked against: registers, posts, calendar. */
export const SurroundingsContext = createContext<SurroundingsData | undefined>(undefined);

export function useSurroundings(): SurroundingsData {
  const surroundings = useContext(SurroundingsContext);
  if (surroundings === undefined) throw new Error('there are no surroundings');
  return surroundings;
}

export const usePosts = (): SurroundingsData['posts'] => useSurroundings().posts;
