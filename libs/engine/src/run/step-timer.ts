import type { Instant } from './state.ts';

/** A timer of a step: which reminder or rung it is, of which opening of the step. */
export interface StepTimer {
  readonly kind: 'remind' | 'escalate';
  readonly step: string;
  readonly visit: number;
  /** Its place among the step's reminders or rungs. */
  readonly index: number;
  /** Of a reminder that repeats, the how manieth time, from 1. */
  readonly round: number;
}

/** The timer's event names all that makes it one of its kind, its due time included: what has it has one effect. */
export const nameOf = ({ kind, step, visit, index, round }: StepTimer, dueAt: Instant): string =>
  `${kind}:${step}:${visit}:${index}:${round}:${dueAt}`;

/** The opposite of `nameOf`; undefined for a timer of the machine. */
export function stepTimerOf(event: string): StepTimer | undefined {
  const [kind, step = '', visit, index, round] = event.split(':', 5);
  if (kind !== 'remind' && kind !== 'escalate') return undefined;
  return { kind, step, visit: Number(visit), index: Number(index), round: Number(round) };
}
