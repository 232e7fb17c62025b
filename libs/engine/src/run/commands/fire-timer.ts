import type { Reminder, Rung } from '../../definition/reminder.ts';
import type { CompiledStep } from '../../workflow.ts';
import { escalationText, reminderText } from '../clock-texts.ts';
import type { FireTimer } from '../command.ts';
import type { Entry } from '../entry.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { OpenStep } from '../state.ts';
import type { RunningStepTimer } from '../step-clocks.ts';
import { stepTimerOf } from '../step-timer.ts';
import type { Turn } from '../turn.ts';

/** A timer falls due: one of the machine, or a reminder or a rung of a step that is open. */
export function fireTimer(turn: Turn, { timer }: FireTimer): void {
  const event = turn.timers.eventOf(timer);
  if (event === undefined) throw new Halt(refused('timer.not-running', { params: { timer } }));
  const running = stepTimerOf(event) && turn.clocks.running().find((other) => other.event === event);
  if (running === undefined) return fireDelay(turn, event);
  const open = turn.steps.get(running.step);
  const step = turn.workflow.steps.get(running.step);
  if (open === undefined || step === undefined) throw new Error(`timer ${event} runs beside its step`);
  if (running.kind === 'remind') remind(turn, step, open, running);
  else climb(turn, step, open, running);
}

/** A delay that the machine does not listen to any more is used up without effect. */
function fireDelay(turn: Turn, event: string): void {
  turn.timers.clear(event);
  turn.send(event);
  turn.record({ kind: 'timer-fired', author: { kind: 'system' }, cause: event });
}

/** However many of a step's reminders to the same people have come due meanwhile, they are told once. */
function remind(turn: Turn, step: CompiledStep, open: OpenStep, fired: RunningStepTimer): void {
  const reminders = step.step.remind ?? [];
  const to = reminders[fired.index]?.to;
  const isAlike = (reminder: Reminder | undefined) => JSON.stringify(reminder?.to) === JSON.stringify(to);
  const alike = turn.clocks.dueWith(fired).filter(({ index, event }) => event !== fired.event && isAlike(reminders[index]));
  for (const timer of [fired, ...alike]) {
    const reminder = reminders[timer.index];
    if (reminder !== undefined) turn.clocks.useUp(timer, reminder);
  }
  turn.steps.noteEffect(
    step.path,
    [fired, ...alike].map(({ event }) => event),
  );
  turn.tellOf(open, { notice: 'reminder', text: reminderText, ...(to !== undefined && { to }) });
  turn.record({ kind: 'reminded', author: { kind: 'system' }, step: step.path, cause: fired.event });
}

/** A rung takes effect, and before it those below it that should have: after an outage the ladder is climbed in order. */
function climb(turn: Turn, step: CompiledStep, { visit }: OpenStep, fired: RunningStepTimer): void {
  const below = turn.clocks.dueWith(fired).filter(({ index }) => index < fired.index);
  for (const timer of [...below, fired]) {
    turn.timers.clear(timer.event);
    const open = turn.steps.get(step.path);
    const rung = step.step.escalate?.[timer.index];
    if (rung === undefined || open?.visit !== visit) continue;
    turn.steps.noteEffect(step.path, [timer.event]);
    const came = takeEffect(turn, step, open, rung);
    turn.record({ kind: 'escalated', author: { kind: 'system' }, step: step.path, cause: timer.event, measure: rung.do, ...came });
  }
}

function takeEffect(turn: Turn, step: CompiledStep, open: OpenStep, rung: Rung): Partial<Entry> {
  switch (rung.do) {
    case 'remind':
      turn.tellOf(open, { notice: 'escalation', text: escalationText, to: turn.steps.named(step.path, rung.to) });
      return {};
    case 'assign':
      turn.steps.reassign(step.path, rung.to);
      return {};
    case 'add':
      turn.steps.add(step.path, rung.to);
      return {};
    case 'pass':
      return pass(turn, step, rung);
  }
}

/** The system decides. Where a rule forbids it even now, the step stays as it is and the history says which. */
function pass(turn: Turn, { path }: CompiledStep, { outcome, basis = [] }: Extract<Rung, { do: 'pass' }>): Partial<Entry> {
  const said = { outcome, basis };
  const { isTaken, rules } = turn.steps.settling(path, () => turn.attempt(turn.eventOf(path, outcome)));
  return isTaken ? { ...said, settled: outcome } : { ...said, brokenRules: rules };
}
