import { delayOf } from '../../compile/check/delays.ts';
import { type StepPlace, stepPlaces } from '../../compile/check/steps.ts';
import { called, type Place } from '../../compile/tree.ts';
import { isInstant } from '../../definition/basics.ts';
import { pointerTo } from '../../problem.ts';
import { type Finding, finding } from '../finding.ts';
import type { Inspection } from '../inspection.ts';

/** Delays are compared from a Monday morning in the middle of nowhere. */
const someMonday = '2024-03-18T01:00:00.000Z';

/** Clocks tell when something is to happen, not that it has happened already. */
export const checkClocks = (inspection: Inspection): Finding[] => [
  ...inspection.tree.places.flatMap((place) => checkDelays(inspection, place)),
  ...stepPlaces(inspection.tree).flatMap((place) => checkReminders(inspection, place)),
];

function checkDelays({ definition, workflow }: Inspection, { node, pointer }: Place): Finding[] {
  return Object.keys(node.after ?? {}).flatMap((delay) => {
    const due = delayOf(definition, delay);
    const takesTime = due === undefined || isInstant(due) || workflow.dueTime.after(due, someMonday) > someMonday;
    return takesTime ? [] : [finding('delay.nothing', `${pointer}/after${pointerTo(delay)}`, { parameters: { delay } })];
  });
}

function checkReminders({ workflow: { dueTime } }: Inspection, place: StepPlace): Finding[] {
  const { due, remind = [] } = place.step;
  if (due === undefined || isInstant(due)) return [];
  const dueAt = dueTime.after(due, someMonday);
  return remind.flatMap((reminder, index) =>
    'before' in reminder && dueTime.tellBefore(reminder.before, dueAt) < someMonday
      ? [finding('reminder.too-early', `${place.pointer}/meta/step/remind/${index}`, { parameters: { step: called([place]) } })]
      : [],
  );
}
