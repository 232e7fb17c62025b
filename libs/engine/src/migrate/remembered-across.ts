import { resumeKey } from '../compile/events.ts';
import { rememberingPlaces, returnPlans } from '../compile/returns.ts';
import { isWithin } from '../compile/tree.ts';
import { isSame } from '../run/sheet.ts';
import { leavesOf } from '../run/snapshot.ts';
import type { CaseState, Passed, Returned, SavedMachine, Undo } from '../run/state.ts';
import { stepTimerOf } from '../run/step-timer.ts';
import { movedBack, reachedAfter } from '../run/undo.ts';
import type { Crossing } from './crossing.ts';
import { treeOf } from './layout.ts';
import { isReturnKept } from './verdict.ts';

type Memory = Pick<CaseState, 'returns' | 'visits'> & Partial<Pick<CaseState, 'undo' | 'reached' | 'passed' | 'returned'>>;

/** What a case remembers, with the states it names where they are now; what is about states that are gone is forgotten. */
export function memoryAcross(crossing: Crossing): Memory {
  const { state, to } = crossing;
  const reached = reachedAcross(crossing);
  const passed = (state.passed ?? []).flatMap((each) => passedAcross(crossing, each));
  const returned = (state.returned ?? []).flatMap((each) => returnedAcross(crossing, each));
  const undo = (state.undo ?? []).filter((each) => canBeUndone(crossing, each));
  return {
    returns: state.returns.flatMap((pending) => {
      const mapped = { from: crossing.pathOf(pending.from), to: crossing.pathOf(pending.to) };
      const { from: returner, to: target } = mapped;
      return returner === undefined || target === undefined || !isReturnKept(to, mapped) ? [] : [{ from: returner, to: target }];
    }),
    visits: visitsAcross(crossing),
    ...(reached.length > 0 && { reached }),
    ...(passed.length > 0 && { passed }),
    ...(returned.length > 0 && { returned }),
    ...(undo.length > 0 && { undo }),
  };
}

/** How often each step has been opened: no opening has the number of an earlier one. */
function visitsAcross(crossing: Crossing): CaseState['visits'] {
  const visits: Record<string, number> = {};
  for (const [path, count] of Object.entries(crossing.state.visits)) {
    const target = crossing.pathOf(path) ?? path;
    visits[target] = Math.max(visits[target] ?? 0, count);
  }
  return visits;
}

function reachedAcross(crossing: Crossing): readonly string[] {
  const { state, to, position } = crossing;
  const known = (state.reached ?? []).map((path) => crossing.pathOf(path) ?? path);
  return reachedAfter(to.definition, known, position.value);
}

function passedAcross(crossing: Crossing, passed: Passed): Passed[] {
  const step = crossing.to.steps.get(crossing.pathOf(passed.step) ?? '');
  const led = passed.led.flatMap((path) => crossing.pathOf(path) ?? []);
  if (step === undefined || !step.outcomes.has(passed.outcome) || led.length < passed.led.length) return [];
  return [{ ...passed, step: step.path, led }];
}

function returnedAcross(crossing: Crossing, returned: Returned): Returned[] {
  const [from, to] = [crossing.pathOf(returned.from), crossing.pathOf(returned.to)];
  const areSteps = crossing.to.steps.has(from ?? '') && crossing.to.steps.has(to ?? '');
  return from === undefined || to === undefined || !areSteps ? [] : [{ ...returned, from, to }];
}

/** A decision can be taken back as before where nothing that it did is different. */
function canBeUndone(crossing: Crossing, undo: Undo): boolean {
  const { from, to, state, position, keptSteps } = crossing;
  const isAsItWas = (path: string) => {
    const [was, is] = [from.steps.get(path), to.steps.get(path)];
    return is !== undefined && isSame(was?.step, is.step);
  };
  const isClockKnown = (event: string) => stepTimerOf(event) !== undefined || to.delays.has(event);
  const before = leavesOf(movedBack(state.machine, undo).value);
  return (
    isSame(position.value, state.machine.value) &&
    [...keptSteps].every(([was, is]) => was === is) &&
    Object.keys(state.steps).every((path) => keptSteps.has(path)) &&
    before.every((path) => to.leaves.has(path) && crossing.pathOf(path) === path) &&
    Object.keys(undo.steps).every(isAsItWas) &&
    [...Object.keys(undo.cleared), ...undo.set].every(isClockKnown) &&
    isSame(memoriesAcross(crossing, undo.remembered ?? {}), undo.remembered ?? {})
  );
}

type Memories = Readonly<Record<string, readonly string[] | null>>;

/** Where the machine stands, with what its history states remember. */
export function machineAcross(crossing: Crossing): SavedMachine {
  const { machine } = crossing.state;
  const remembered = memoriesAcross(crossing, machine.historyValue ?? {}) as NonNullable<SavedMachine['historyValue']>;
  const { value } = crossing.position;
  return {
    value: isSame(value, machine.value) ? machine.value : value,
    status: 'active',
    ...(Object.keys(remembered).length > 0 && { historyValue: remembered }),
  };
}

/** A memory of which a part is gone is none. */
function memoriesAcross(crossing: Crossing, memories: Memories): Memories {
  const found = Object.entries(memories).flatMap(([id, nodes]) => {
    const place = historyAcross(crossing, id);
    if (place === undefined) return [];
    const targets = nodes?.map((node) => crossing.placeOf(treeOf(crossing.from).byId.get(node)?.path ?? '$'));
    const ids = targets?.flatMap((target) => (target !== undefined && isWithin(target, place.holder) ? [target.id] : []));
    return ids?.length === nodes?.length ? [[place.id, ids ?? null] as const] : [];
  });
  return Object.fromEntries(found);
}

/** A history state by its id, in the other version: one of the document, or one that the compiler adds for returns. */
function historyAcross({ from, to }: Crossing, id: string) {
  const suffix = `.${resumeKey}`;
  const isAdded = id.endsWith(suffix);
  const was = treeOf(from).byId.get(isAdded ? id.slice(0, -suffix.length) : id);
  const is = was && treeOf(to).byPath.get(was.path);
  const holder = isAdded ? is : is?.parent;
  if (is === undefined || holder === undefined || is.type !== was?.type) return undefined;
  const added = `${is.id}${suffix}`;
  if (!isAdded) return { id: is.id, holder };
  return rememberingPlaces(returnPlans(treeOf(to))).has(is) ? { id: added, holder } : undefined;
}
