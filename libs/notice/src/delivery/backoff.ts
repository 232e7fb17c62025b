const second = 1_000;
const first = 30 * second;
const longest = 30 * 60 * second;

/**
 * Milliseconds until the next attempt: each pause twice as long as the one before, up to half an hour, and up to a fifth
 * more or less, so that what failed together does not come back together.
 * @param failures in a row, from 1. @param chance from 0 up to 1. @param atLeast seconds the receiver asks for.
 */
export function pauseAfter(failures: number, chance: number, atLeast = 0): number {
  const pause = Math.min(first * 2 ** Math.min(failures - 1, 20), longest);
  return Math.max(pause * (0.8 + 0.4 * chance), atLeast * second);
}
