import type { Reminder } from '../definition/reminder.ts';
import type { Workflow } from '../workflow.ts';
import type { OpenSteps } from './open-steps.ts';
import type { CaseState, Instant, OpenStep } from './state.ts';
import { nameOf, type StepTimer, stepTimerOf } from './step-timer.ts';
import type { Timers } from './timers.ts';

/** A running timer of a step. */
export interface RunningStepTimer extends StepTimer {
  readonly event: string;
  readonly dueAt: Instant;
}

/**
 * The reminders and ladders of the steps that are open: timers beside those of the machine. They are set when a step
 * opens or its due time changes, and cleared when it is left.
 */
export class StepClocks {
  constructor(
    private readonly workflow: Workflow,
    private readonly timers: Timers,
    private readonly at: Instant,
  ) {}

  /** Makes the timers those of the steps as they are now. */
  follow(before: CaseState['steps'], steps: OpenSteps): void {
    if (!this.workflow.hasClocks) return;
    const isAsBefore = ({ step, visit, dueAt }: OpenStep) => before[step]?.visit === visit && before[step]?.dueAt === dueAt;
    const live = steps.all().filter(({ waitsFor }) => waitsFor === undefined);
    const goingOn = new Map(live.filter(isAsBefore).map(({ step, visit }) => [step, visit]));
    for (const { event, step, visit } of this.running()) if (goingOn.get(step) !== visit) this.timers.clear(event);
    for (const open of live) if (!isAsBefore(open)) this.plan(open);
  }

  running(): RunningStepTimer[] {
    return this.timers.all().flatMap(([event, { dueAt }]) => {
      const timer = stepTimerOf(event);
      return timer === undefined ? [] : [{ ...timer, event, dueAt }];
    });
  }

  /** Those of the same step and kind that are due now, in order. */
  dueWith({ kind, step, visit }: StepTimer): RunningStepTimer[] {
    return this.running()
      .filter((other) => other.kind === kind && other.step === step && other.visit === visit && other.dueAt <= this.at)
      .sort((one, other) => one.index - other.index);
  }

  set(timer: StepTimer, dueAt: Instant): void {
    this.timers.set(nameOf(timer, dueAt), dueAt);
  }

  /** Uses a reminder up; one that repeats comes again, but never for times that have passed already. */
  useUp(timer: RunningStepTimer, reminder: Reminder): void {
    this.timers.clear(timer.event);
    if (!('after' in reminder) || reminder.every === undefined) return;
    let { dueAt, round } = timer;
    while (dueAt <= this.at || round === timer.round) {
      if (round >= (reminder.times ?? 1)) return;
      dueAt = this.workflow.dueTime.tellAfter(reminder.every, dueAt);
      round += 1;
    }
    this.set({ ...timer, round }, dueAt);
  }

  private plan({ step, visit, dueAt, had = [] }: OpenStep): void {
    const { remind = [], escalate = [] } = this.workflow.steps.get(step)?.step ?? {};
    if (dueAt === undefined) return;
    const plan = (kind: StepTimer['kind'], index: number) => {
      const timer = { kind, step, visit, index, round: 1 };
      const moment = momentOf(this.workflow, timer, dueAt);
      return { timer, moment, name: nameOf(timer, moment) };
    };
    const reminders = remind.map((reminder, index) => ({ ...plan('remind', index), reminder }));
    const rungs = [...escalate.keys()].map((index) => plan('escalate', index));
    for (const { timer, moment, name } of [...this.worthSaying(reminders), ...rungs]) if (!had.includes(name)) this.set(timer, moment);
  }

  /** What should have been said before the step was there is not said at all, and nobody is told twice at one moment. */
  private worthSaying<Planned extends { readonly moment: Instant; readonly reminder: Reminder }>(planned: readonly Planned[]): Planned[] {
    const occasions = new Map<string, Planned>();
    for (const each of planned) {
      const occasion = `${each.moment} ${JSON.stringify(each.reminder.to ?? null)}`;
      const isPast = !('after' in each.reminder) && each.moment <= this.at;
      if (!isPast && !occasions.has(occasion)) occasions.set(occasion, each);
    }
    return [...occasions.values()];
  }
}

/**
 * When a reminder or a rung takes effect, in a step that is due at `dueAt`.
 * @param since from when to count what comes after the due time, if not from it
 */
export function momentOf({ steps, dueTime }: Workflow, { kind, step, index }: StepTimer, dueAt: Instant, since = dueAt): Instant {
  const { remind, escalate } = steps.get(step)?.step ?? {};
  if (kind === 'escalate') return dueTime.after(escalate?.[index]?.after ?? 'PT0S', since);
  const reminder = remind?.[index] ?? { at: 'due' };
  if ('after' in reminder) return dueTime.tellAfter(reminder.after, since);
  return dueTime.tellBefore('before' in reminder ? reminder.before : 'PT0S', dueAt);
}
