import type { Settlement, Tally } from './policy.ts';

/**
 * 会签 and 依次: everyone has to pass it. The first outcome that does not pass settles the step at once and the others
 * are not asked any more; if all pass, the outcome is what the last of them said. 依次 differs only in that the next
 * assignee is asked when the one before has passed.
 */
export function all({ cast, waiting }: Tally, isPass: (outcome: string) => boolean): Settlement {
  const against = cast.find(({ outcome }) => !isPass(outcome));
  if (against) return against.outcome;
  return waiting.length === 0 ? cast.at(-1)?.outcome : undefined;
}
