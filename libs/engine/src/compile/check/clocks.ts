import type { Delay } from '../../definition/basics.ts';
import { settlementsOf } from '../../definition/outcomes.ts';
import type { Reminder, Rung } from '../../definition/reminder.ts';
import { type Problem, pointerTo, problem } from '../../problem.ts';
import type { DueTime } from '../../workflow.ts';
import { called, type Tree } from '../tree.ts';
import { type StepPlace, stepPlaces } from './steps.ts';

/** Delays of different units are compared from a Monday morning in the middle of nowhere. */
const someMonday = '2024-03-18T01:00:00.000Z';

/** Reminders and ladders that could never do what they say. */
export const checkClocks = (tree: Tree, dueTime: DueTime): Problem[] =>
  stepPlaces(tree).flatMap((place) => [...checkReminders(place, dueTime), ...checkLadder(place, dueTime)]);

function checkReminders(place: StepPlace, dueTime: DueTime): Problem[] {
  const { remind = [], due } = place.step;
  const at = `${place.pointer}/meta/step/remind`;
  if (due === undefined) return remind.length > 0 ? [problem('step.due-missing', at, { step: called([place]) })] : [];
  return remind.flatMap((reminder, index) =>
    isRepetition(reminder, dueTime) ? [] : [problem('reminder.repetition', `${at}${pointerTo(index)}`)],
  );
}

/** Whether its repetition, if it has one, gets on and ends. */
function isRepetition(reminder: Reminder, dueTime: DueTime): boolean {
  if (!('after' in reminder)) return true;
  const { every, times } = reminder;
  if (every === undefined || times === undefined) return every === times;
  return dueTime.after(every, someMonday) > someMonday;
}

function checkLadder(place: StepPlace, dueTime: DueTime): Problem[] {
  const { escalate = [], due } = place.step;
  const at = `${place.pointer}/meta/step/escalate`;
  if (due === undefined) return escalate.length > 0 ? [problem('step.due-missing', at, { step: called([place]) })] : [];
  const moment = (delay: Delay) => dueTime.after(delay, someMonday);
  return escalate.flatMap((rung, index) => {
    const before = escalate[index - 1];
    const isOutOfOrder = before !== undefined && moment(rung.after) < moment(before.after);
    return [
      ...(isOutOfOrder ? [problem('rung.order', `${at}${pointerTo(index)}/after`)] : []),
      ...checkRung(place, rung, `${at}${pointerTo(index)}`),
    ];
  });
}

function checkRung({ step }: StepPlace, rung: Rung, at: string): Problem[] {
  if (rung.do === 'add' && step.decide.by === 'sequence') return [problem('rung.add-in-sequence', `${at}/do`)];
  if (rung.do !== 'pass') return [];
  const { outcome, basis } = rung;
  const isPossible = settlementsOf(step.decide).some(({ name, kind }) => name === outcome && kind !== 'return');
  return [
    ...(isPossible ? [] : [problem('rung.outcome-unknown', `${at}/outcome`, { outcome })]),
    ...(basis === undefined ? [problem('rung.basis-missing', at, { outcome })] : []),
  ];
}
