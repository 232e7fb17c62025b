import { useEffect } from 'react';
import { create } from 'zustand';
import { queries } from '../api/query-client.ts';
import { useSession } from '../session/session.ts';

/** A stream that the server has refused, and not only lost, is asked for again after a while. */
const patience = 10_000;
/** Many things happen at once when one case moves. */
const gathering = 200;

/** Whether the stream is broken off, so that what is on the screen may not be the latest. */
export const useStream = create<{ readonly isCut: boolean }>(() => ({ isCut: false }));

/** Keeps what is on the screen as it is on the server: what the event stream tells of is asked for anew. It catches up by itself after a break. */
export function useLive(): void {
  const isExpired = useSession((state) => state.isExpired);
  useEffect(() => {
    if (isExpired) return undefined;
    let stream: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    let asking: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      asking ??= setTimeout(() => {
        asking = undefined;
        void queries.invalidateQueries({ predicate: changes });
      }, gathering);
    };
    const open = (): void => {
      stream = new EventSource('/api/events');
      stream.addEventListener('open', () => {
        // What happened meanwhile may have been told to nobody.
        if (useStream.getState().isCut) ask();
        useStream.setState({ isCut: false });
      });
      stream.addEventListener('news', ask);
      stream.addEventListener('reset', ask);
      stream.addEventListener('session-ended', () => useSession.getState().expire());
      stream.addEventListener('error', () => {
        useStream.setState({ isCut: true });
        if (stream.readyState === EventSource.CLOSED) again = setTimeout(open, patience);
      });
    };
    open();
    return () => {
      clearTimeout(again);
      clearTimeout(asking);
      stream.close();
      useStream.setState({ isCut: false });
    };
  }, [isExpired]);
}

/** Registers, calendars and the like are not what events are about. */
const changes = ({ queryKey: [, path] }: { readonly queryKey: readonly unknown[] }): boolean =>
  typeof path === 'string' && /^\/api\/(tasks|instances|notices|meetings|schools|report-grid|standings|follow-up)/.test(path);
