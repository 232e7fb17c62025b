import type { TimerKey } from '../store/timer.store.ts';

interface Setback {
  readonly failures: number;
  /** By a clock that is never set back. */
  readonly at: number;
}

const firstPause = 2;
const longestPause = 300;
const memory = 3_600_000;

/** How often timers have failed in a row in this process, and so for how long each is let alone: twice as long after each failure. */
export class Setbacks {
  private readonly setbacks = new Map<string, Setback>();

  /** @returns how often it has failed, and for how many seconds it is to be let alone. */
  add(timer: TimerKey): { readonly failures: number; readonly seconds: number } {
    const failures = (this.setbacks.get(keyOf(timer))?.failures ?? 0) + 1;
    this.forgetOld();
    this.setbacks.set(keyOf(timer), { failures, at: performance.now() });
    return { failures, seconds: Math.min(firstPause * 2 ** (failures - 1), longestPause) };
  }

  clear(timer: TimerKey): void {
    if (this.setbacks.size > 0) this.setbacks.delete(keyOf(timer));
  }

  /** What has not failed for so long was fired by another process, or cleared. */
  private forgetOld(): void {
    for (const [key, { at }] of this.setbacks) if (performance.now() - at > memory) this.setbacks.delete(key);
  }
}

const keyOf = ({ tenant, instance, number }: TimerKey): string => `${tenant}/${instance}/${number}`;
