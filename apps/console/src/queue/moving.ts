import { useEffect, useRef } from 'react';
import { isTyping } from '../case/keys.ts';
import type { Look } from './looking.ts';
import type { RowContent } from './rows.tsx';

interface Moving {
  readonly rows: readonly RowContent[];
  readonly chosen: string | undefined;
  readonly look: Look;
  readonly isActive: boolean;
  /** J after the last: where there is more, it is fetched. */
  readonly onEnd?: (() => void) | undefined;
  /** What other keys do, by the key. */
  readonly others?: Readonly<Record<string, () => void>>;
}

/** J and K go down and up the list, wherever on the page one is not typing. */
export function useMoving({ rows, chosen, look, isActive, onEnd, others = {} }: Moving): void {
  // The address follows a moment later; two quick presses are two.
  const latest = useRef(chosen);
  useEffect(() => {
    latest.current = chosen;
  }, [chosen]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (isTyping(event)) return;
      const other = others[event.key];
      const target = isActive ? neighbour(rows, latest.current, event.key.toLowerCase()) : undefined;
      if (isActive && event.key.toLowerCase() === 'j' && target === rows.at(-1)?.instance) onEnd?.();
      if (other === undefined && target === undefined) return;
      event.preventDefault();
      if (other !== undefined) other();
      else {
        latest.current = target;
        look({ case: target }, true);
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}

function neighbour(rows: readonly RowContent[], chosen: string | undefined, key: string): string | undefined {
  if (key !== 'j' && key !== 'k') return undefined;
  const place = rows.findIndex(({ instance }) => instance === chosen);
  const next = place === -1 ? 0 : place + (key === 'j' ? 1 : -1);
  return rows[next]?.instance;
}
