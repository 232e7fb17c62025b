import { create } from 'zustand';
import type { components } from '../api/schema.d.ts';

export type Session = components['schemas']['Session'];

interface SessionState {
  /** Who is signed in; null before anybody is. */
  readonly session: Session | null;
  readonly csrfToken: string;
  /** How far the server's clock is ahead of this machine's, in milliseconds. */
  readonly ahead: number;
  /** The session has run out while its pages were open. */
  readonly isExpired: boolean;
  readonly begin: (session: Session) => void;
  readonly expire: () => void;
  readonly end: () => void;
}

export const useSession = create<SessionState>((set) => ({
  session: null,
  csrfToken: '',
  ahead: 0,
  isExpired: false,
  begin: (session) => set({ session, csrfToken: session.csrfToken, ahead: Date.parse(session.present) - Date.now(), isExpired: false }),
  expire: () => set(({ session }) => ({ isExpired: session !== null })),
  end: () => set({ session: null, csrfToken: '', isExpired: false }),
}));

/** Who is signed in, for everything that stands behind the sign-in. */
export function useMe(): Session {
  const session = useSession((state) => state.session);
  if (session === null) throw new Error('nobody is signed in');
  return session;
}

/** The present by the server's clock, in milliseconds. */
export const present = (): number => Date.now() + useSession.getState().ahead;
