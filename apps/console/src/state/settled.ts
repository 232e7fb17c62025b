import { useEffect, useState } from 'react';

/** How long typing has to pause before anything is asked. */
const pause = 300;

/** What was typed, once nothing more is. */
export function useSettled(value: string): string {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
