import { events } from '../compile/events.ts';
import type { Place } from '../compile/tree.ts';
import type { Due } from '../definition/basics.ts';
import type { Reminder, Rung } from '../definition/reminder.ts';
import { isSame } from '../run/sheet.ts';
import { stepTimerOf } from '../run/step-timer.ts';
import type { CompiledStep } from '../workflow.ts';
import type { Crossing } from './crossing.ts';
import { activeIn, kindOf, treeOf } from './layout.ts';

/** Whether a step that is open falls due as it did. */
export function isDueAsBefore({ from, to, keptSteps }: Crossing, path: string): boolean {
  const due = (step: CompiledStep | undefined): Due | undefined => step?.step.due;
  return isSame(due(from.steps.get(path)), due(to.steps.get(keptSteps.get(path) ?? '')));
}

/** The event of a running timer in the other version; undefined where there is none. */
export function eventAcross(crossing: Crossing, event: string): string | undefined {
  return stepTimerOf(event) === undefined ? delayAcross(crossing, event) : clockAcross(crossing, event);
}

/** A delay goes on where its state is found again and has one of that name. */
function delayAcross(crossing: Crossing, event: string): string | undefined {
  for (const place of treeOf(crossing.from).places) {
    const name = Object.keys(place.node.after ?? {}).find((each) => events.after(each, place.id) === event);
    if (name === undefined) continue;
    const target = continuationOf(crossing, place);
    return target?.node.after?.[name] === undefined ? undefined : events.after(name, target.id);
  }
  return undefined;
}

/** Where what is active goes on: a state that a case stands at where it is mapped to, what holds it where it was. */
function continuationOf(crossing: Crossing, place: Place): Place | undefined {
  const target = kindOf(place) === undefined ? treeOf(crossing.to).byPath.get(place.path) : crossing.placeOf(place.path);
  const isLike = (kindOf(place) === undefined) === (kindOf(target) === undefined);
  return target !== undefined && isLike && crossing.position.active.has(target) ? target : undefined;
}

/** The delays that have not been running for what is active there: their time begins now. */
export function newDelays(crossing: Crossing): string[] {
  const goingOn = new Set(
    [...activeIn(treeOf(crossing.from), crossing.state.machine.value)].flatMap((place) => {
      const target = continuationOf(crossing, place);
      return Object.keys(place.node.after ?? {}).flatMap((name) => (target === undefined ? [] : [events.after(name, target.id)]));
    }),
  );
  const all = [...crossing.position.active].flatMap(({ node, id }) => Object.keys(node.after ?? {}).map((name) => events.after(name, id)));
  return all.filter((event) => !goingOn.has(event));
}

type Clock = Reminder | Rung;
type ClockKind = 'remind' | 'escalate';

const clocksOf = (step: CompiledStep | undefined, kind: ClockKind): readonly Clock[] => step?.step[kind] ?? [];

/** Which of the new reminders or rungs is the old one: the same words at the same place, or anywhere. */
function placeAcross(was: readonly Clock[], is: readonly Clock[], index: number): number {
  const clock = was[index];
  if (clock === undefined || isSame(clock, is[index])) return clock === undefined ? -1 : index;
  return is.findIndex((each, place) => isSame(each, clock) && !isSame(each, was[place]));
}

/** A reminder or a rung goes on where its step is kept, falls due as before, and still has it. */
export function clockAcross(crossing: Crossing, event: string): string | undefined {
  const timer = stepTimerOf(event);
  const step = crossing.keptSteps.get(timer?.step ?? '');
  if (timer === undefined || step === undefined || !isDueAsBefore(crossing, timer.step)) return undefined;
  const { from, to } = crossing;
  const place = placeAcross(clocksOf(from.steps.get(timer.step), timer.kind), clocksOf(to.steps.get(step), timer.kind), timer.index);
  if (place < 0) return undefined;
  const [kind, , visit, , round, ...dueAt] = event.split(':');
  return [kind, step, visit, place, round, ...dueAt].join(':');
}

/** The reminders and rungs that a kept step did not have before. */
export function newClocks({ from, to, keptSteps }: Crossing, path: string): { readonly kind: ClockKind; readonly index: number }[] {
  return (['remind', 'escalate'] as const).flatMap((kind) => {
    const was = clocksOf(from.steps.get(path), kind);
    const is = clocksOf(to.steps.get(keptSteps.get(path) ?? ''), kind);
    const known = new Set([...was.keys()].map((index) => placeAcross(was, is, index)));
    return [...is.keys()].filter((index) => !known.has(index)).map((index) => ({ kind, index }));
  });
}
