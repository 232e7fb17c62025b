import type { CaseState, Instant } from './state.ts';
import { stepTimerOf } from './step-timer.ts';

/** When the case's machine moves on by itself, whoever has decided or not: the first of its delays. Undefined where none runs. */
export function limitOf({ timers }: Pick<CaseState, 'timers'>): Instant | undefined {
  const limits = Object.entries(timers).flatMap(([event, { dueAt }]) => (stepTimerOf(event) === undefined ? [dueAt] : []));
  return limits.sort()[0];
}
