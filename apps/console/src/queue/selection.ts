import { useState } from 'react';

/** Which of these are selected; one that is not there any more is not selected either. */
export function useSelection(present: readonly string[]) {
  const [chosen, put] = useState<readonly string[]>([]);
  const selected: ReadonlySet<string> = new Set(chosen.filter((key) => present.includes(key)));
  const toggle = (key: string): void =>
    put((before) => (before.includes(key) ? before.filter((other) => other !== key) : [...before, key]));
  return { selected, toggle, put };
}
