import type { Delay } from '../definition/basics.ts';
import { isInstant } from '../definition/basics.ts';
import type { Reminder } from '../definition/reminder.ts';
import type { Workflow } from '../workflow.ts';
import type { OpenSteps } from './open-steps.ts';
import type { Frozen, Instant, OpenStep, RunningTimer, Suspension } from './state.ts';
import { momentOf } from './step-clocks.ts';
import { nameOf, type StepTimer, stepTimerOf } from './step-timer.ts';
import type { Timers } from './timers.ts';

export interface Clocks {
  readonly workflow: Workflow;
  readonly steps: OpenSteps;
  readonly timers: Timers;
  readonly at: Instant;
}

/**
 * Stops every clock of a case. What is left of a delay is kept in the unit it was given in, so that working time stays
 * working time; what is due at an instant by itself, such as the end of a window, does not wait for anybody.
 *
 * Signals from other cases move a suspended case too: what they leave is forgotten, and what they begin stands still
 * from the start.
 */
export function freeze(clocks: Clocks, earlier: Suspension): Suspension {
  const { steps, timers } = clocks;
  const kept = Object.entries(earlier.timers).filter(([event]) => !timers.isTouched(event) && isAlive(event, steps));
  const stopped = timers.all().map(([event, timer]) => [event, frozen(clocks, event, timer)] as const);
  const dues = steps.all().flatMap((open) => {
    const known = earlier.steps[open.step];
    const left = known?.visit === open.visit ? known.left : leftOf(clocks, open);
    return left === undefined ? [] : [[open.step, { visit: open.visit, left }] as const];
  });
  timers.clearAll();
  return { since: earlier.since, steps: Object.fromEntries(dues), timers: Object.fromEntries([...kept, ...stopped]) };
}

/** Sets every clock of a case going again. */
export function thaw(clocks: Clocks, { steps, timers }: Suspension): void {
  const { dueTime } = clocks.workflow;
  for (const [path, { left }] of Object.entries(steps)) clocks.steps.changeDue(path, dueTime.after(left, clocks.at));
  for (const [event, frozen] of Object.entries(timers)) {
    const timer = stepTimerOf(event);
    if (timer === undefined) clocks.timers.set(event, 'left' in frozen ? dueTime.after(frozen.left, clocks.at) : untilOf(frozen, clocks));
    else {
      const dueAt = thawed(clocks, timer, frozen);
      clocks.timers.set(nameOf(timer, dueAt), dueAt);
    }
  }
}

function isAlive(event: string, steps: OpenSteps): boolean {
  const timer = stepTimerOf(event);
  return timer === undefined || isOpen(timer, steps);
}

function isOpen({ step, visit }: StepTimer, steps: OpenSteps): boolean {
  const open = steps.get(step);
  return open?.visit === visit && open.waitsFor === undefined;
}

/** Undefined where the due time does not move: an instant by itself, or one that has passed. */
function leftOf({ workflow, at }: Clocks, { step, dueAt, itemsDue }: OpenStep): Delay | undefined {
  const due = workflow.steps.get(step)?.step.due;
  if (due === undefined || dueAt === undefined || dueAt === itemsDue || isInstant(due) || dueAt <= at) return undefined;
  return workflow.dueTime.left(due, at, dueAt);
}

function frozen({ workflow, steps, at }: Clocks, event: string, { dueAt }: RunningTimer): Frozen {
  const timer = stepTimerOf(event);
  if (timer === undefined) {
    const delay = workflow.delays.get(event);
    return delay === undefined || isInstant(delay) ? { until: dueAt } : { left: workflow.dueTime.left(delay, at, dueAt) };
  }
  const stepDue = steps.get(timer.step)?.dueAt;
  return stepDue !== undefined && stepDue > at ? { fromDue: true } : { left: workflow.dueTime.left(unitOf(workflow, timer), at, dueAt) };
}

function unitOf(workflow: Workflow, { kind, step, index, round }: StepTimer): Delay {
  const { remind, escalate } = workflow.steps.get(step)?.step ?? {};
  const delay = kind === 'escalate' ? escalate?.[index]?.after : afterOf(remind?.[index], round);
  return delay ?? 'PT0S';
}

function afterOf(reminder: Reminder | undefined, round: number): Delay | undefined {
  if (reminder === undefined || !('after' in reminder)) return undefined;
  return round > 1 ? reminder.every : reminder.after;
}

const untilOf = (frozen: Frozen, { at }: Clocks): Instant => ('until' in frozen ? frozen.until : at);

/** When a reminder or a rung takes effect now. A step that fell due while nothing could be done is due since now. */
function thawed({ workflow, steps, at }: Clocks, timer: StepTimer, frozen: Frozen): Instant {
  const { after, tellAfter } = workflow.dueTime;
  if ('left' in frozen) return (timer.kind === 'escalate' ? after : tellAfter)(frozen.left, at);
  if ('until' in frozen) return frozen.until;
  const dueAt = steps.get(timer.step)?.dueAt ?? at;
  return momentOf(workflow, timer, dueAt, dueAt > at ? dueAt : at);
}
