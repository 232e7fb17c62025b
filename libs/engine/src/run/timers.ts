import type { Effect } from './effect.ts';
import type { CaseState, Instant, RunningTimer } from './state.ts';

/**
 * The running delays of a case, by the id XState gives them. XState cancels before it sets again when a state is
 * re-entered, with the same id both times, so these calls come in the order of its actions; every setting has a new
 * number, and clearing the old one never touches the new.
 */
export class Timers {
  private readonly running: Map<string, RunningTimer>;
  /** Events that were set or cleared, whether they were running or not. */
  private readonly touched = new Set<string>();

  constructor(
    before: Pick<CaseState, 'timers' | 'lastTimer'>,
    private readonly effects: Effect[],
    private last = before.lastTimer,
  ) {
    this.running = new Map(Object.entries(before.timers));
  }

  set(event: string, dueAt: Instant): void {
    this.clear(event);
    this.last += 1;
    this.running.set(event, { number: this.last, dueAt });
    this.effects.push({ kind: 'set-timer', timer: this.last, event, dueAt });
  }

  clear(event: string): void {
    this.touched.add(event);
    const timer = this.running.get(event);
    if (timer === undefined) return;
    this.running.delete(event);
    this.effects.push({ kind: 'clear-timer', timer: timer.number });
  }

  clearAll(): void {
    for (const event of Array.from(this.running.keys())) this.clear(event);
  }

  isTouched(event: string): boolean {
    return this.touched.has(event);
  }

  all(): [event: string, timer: RunningTimer][] {
    return Array.from(this.running);
  }

  eventOf(number: number): string | undefined {
    return [...this.running].find(([, timer]) => timer.number === number)?.[0];
  }

  after(): Pick<CaseState, 'timers' | 'lastTimer'> {
    return { timers: Object.fromEntries(this.running), lastTimer: this.last };
  }
}
