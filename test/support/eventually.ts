import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until an expectation holds; what it fails with in the end is what it says. */
export async function eventually<T>(expectation: () => T | Promise<T>, milliseconds = 60_000): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (performance.now() > end) throw error;
      await sleep(20);
    }
  }
}
