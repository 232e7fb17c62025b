import type { Clock } from '#platform';
import type { LatenessCount, LatenessStore } from '../store/lateness.store.ts';

/** In seconds. Close together where the target is, a quarter of a second. */
export const latenessBounds = [0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.35, 0.5, 1, 2.5, 5, 15, 60, 300, 3600, 86_400] as const;

/** Counts how late timers fired, and puts the counts down where every process sees them. */
export class Lateness {
  private counts = new Map<string, LatenessCount>();

  constructor(
    private readonly store: LatenessStore,
    private readonly clock: Clock,
  ) {}

  note(tenant: string, seconds: number): void {
    const minute = Math.floor(this.clock.now().getTime() / 60_000) * 60_000;
    const atMost = latenessBounds.find((bound) => seconds <= bound) ?? Number.POSITIVE_INFINITY;
    const key = `${tenant} ${minute} ${atMost}`;
    const count = this.counts.get(key) ?? { tenant, minute: new Date(minute), atMost, fired: 0 };
    this.counts.set(key, { ...count, fired: count.fired + 1 });
  }

  /** Those that cannot be put down are lost: they are figures, and the next ones count. */
  async putDown(): Promise<void> {
    if (this.counts.size === 0) return;
    const counts = [...this.counts.values()];
    this.counts = new Map();
    await this.store.add(counts);
  }
}
