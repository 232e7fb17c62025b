import type { TimerKey } from '../store/timer.store.ts';

interface Setback {
  readonly timer: TimerKey;
  readonly failures: number;
  readonly pausedUntil: number;
}

const firstPause = 2_000;
const longestPause = 300_000;

/**
 * Timers that could not be fired, and until when they are let alone: twice as long after each failure. Pauses run in
 * real time, by a clock that is never set back, also where the domain's clock is turned.
 */
export class Setbacks {
  private readonly setbacks = new Map<string, Setback>();

  /** @returns how often it has failed in a row. */
  add({ tenant, instance, number }: TimerKey): number {
    const timer = { tenant, instance, number };
    const failures = (this.setbacks.get(keyOf(timer))?.failures ?? 0) + 1;
    const pausedUntil = performance.now() + Math.min(firstPause * 2 ** (failures - 1), longestPause);
    this.setbacks.set(keyOf(timer), { timer, failures, pausedUntil });
    return failures;
  }

  clear(timer: TimerKey): void {
    this.setbacks.delete(keyOf(timer));
  }

  /** The timers to be let alone now. What has not come up again long after its pause is gone, and is forgotten. */
  paused(): TimerKey[] {
    const now = performance.now();
    for (const [key, { pausedUntil }] of this.setbacks) if (pausedUntil + longestPause < now) this.setbacks.delete(key);
    return [...this.setbacks.values()].filter(({ pausedUntil }) => pausedUntil > now).map(({ timer }) => timer);
  }
}

export const keyOf = ({ tenant, instance, number }: TimerKey): string => `${tenant}/${instance}/${number}`;
