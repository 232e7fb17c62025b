import type { Effect } from '../run/effect.ts';
import type { CaseState, Frozen, OpenCall, OpenChildren, OpenStep, RunningTimer, Suspension } from '../run/state.ts';
import type { Crossing } from './crossing.ts';
import { memoryAcross } from './remembered-across.ts';
import { clockAcross, eventAcross, isDueAsBefore } from './timers-across.ts';

export interface Carried {
  readonly state: CaseState;
  readonly effects: readonly Effect[];
  readonly renamed: readonly { readonly event: string; readonly dueAt: string }[];
}

/** The case with what of it is found again, and what has to be closed and cleared of the rest. */
export function carriedOver(crossing: Crossing): Carried {
  const { state } = crossing;
  const effects: Effect[] = [];
  const { undo: _undo, reached: _reached, passed: _passed, returned: _returned, suspension, migration: _migration, ...rest } = state;
  const { timers, renamed } = timersAcross(crossing, effects);
  const paths = asksOthers(state) ? crossing.errandPaths() : {};
  if (Object.keys(paths).length > 0) effects.push({ kind: 'rename-errands', paths });
  return {
    effects,
    renamed,
    state: {
      ...rest,
      ...memoryAcross(crossing),
      steps: stepsAcross(crossing, effects),
      timers,
      ...(state.children !== undefined && { children: errandsAcross(crossing, state.children, effects) }),
      ...(state.calls !== undefined && { calls: errandsAcross(crossing, state.calls, effects) }),
      ...(suspension !== undefined && { suspension: suspensionAcross(crossing, suspension) }),
    },
  };
}

const asksOthers = ({ lastChild, lastCall }: CaseState): boolean => lastChild !== undefined || lastCall !== undefined;

function stepsAcross(crossing: Crossing, effects: Effect[]): CaseState['steps'] {
  const steps = Object.entries(crossing.state.steps).flatMap(([path, open]): [string, OpenStep][] => {
    const step = crossing.keptSteps.get(path);
    if (step === undefined) {
      for (const { number, ballot } of open.tasks)
        if (ballot === undefined) effects.push({ kind: 'close-task', task: number, because: 'left' });
      if (open.held) effects.push({ kind: 'close-incident', step: path });
      return [];
    }
    if (open.held && step !== path)
      effects.push({ kind: 'close-incident', step: path }, { kind: 'open-incident', step, code: 'nobody-to-assign' });
    return [[step, stepAcross(crossing, open, effects)]];
  });
  return Object.fromEntries(steps);
}

function stepAcross(crossing: Crossing, { had, waitsFor, ...open }: OpenStep, effects: Effect[]): OpenStep {
  const step = crossing.keptSteps.get(open.step) ?? open.step;
  const effective = (had ?? []).flatMap((event) => clockAcross(crossing, event) ?? []);
  return {
    ...dueAcross(crossing, open, effects),
    step,
    ...(effective.length > 0 && { had: effective }),
    ...(waitsFor !== undefined && { waitsFor: crossing.pathOf(waitsFor) ?? waitsFor }),
  };
}

/** A step that is not due any more, or only for what is to be mended in it. */
function dueAcross(crossing: Crossing, open: OpenStep, effects: Effect[]): OpenStep {
  const { dueAt, ...rest } = open;
  const isDropped = crossing.to.steps.get(crossing.keptSteps.get(open.step) ?? '')?.step.due === undefined;
  if (!isDropped || dueAt === undefined || dueAt === open.itemsDue) return open;
  const left = open.itemsDue ?? null;
  for (const { number, ballot } of open.tasks) if (ballot === undefined) effects.push({ kind: 'change-due', task: number, dueAt: left });
  return left === null ? rest : { ...rest, dueAt: left };
}

function errandsAcross<Open extends OpenChildren | OpenCall>(
  crossing: Crossing,
  errands: Readonly<Record<string, Open>>,
  effects: Effect[],
) {
  const moved = Object.entries(errands).map(([path, open]) => {
    const target = crossing.pathOf(path) ?? path;
    const code = 'total' in open ? 'child-failed' : 'call-failed';
    if (open.held !== undefined && target !== path)
      effects.push({ kind: 'close-incident', step: path }, { kind: 'open-incident', step: target, code });
    return [target, open] as const;
  });
  return Object.fromEntries(moved);
}

/** Timers by the events they have now: those whose event is the same are left alone, so that nothing has to be set. */
function timersAcross(crossing: Crossing, effects: Effect[]) {
  const timers: Record<string, RunningTimer> = {};
  const renamed = new Map<string, string>();
  const inOrder = Object.entries(crossing.state.timers).toSorted(([, one], [, other]) => one.dueAt.localeCompare(other.dueAt));
  for (const [event, { number, dueAt }] of inOrder) {
    const now = eventAcross(crossing, event);
    if (now === event) continue;
    effects.push({ kind: 'clear-timer', timer: number });
    // Where two states have become one, what would come first comes.
    if (now !== undefined && !renamed.has(now)) renamed.set(now, dueAt);
  }
  for (const [event, timer] of Object.entries(crossing.state.timers)) if (eventAcross(crossing, event) === event) timers[event] = timer;
  return { timers, renamed: [...renamed].flatMap(([event, dueAt]) => (event in timers ? [] : [{ event, dueAt }])) };
}

function suspensionAcross(crossing: Crossing, { since, steps, timers }: Suspension): Suspension {
  const frozen = Object.entries(timers).flatMap(([event, left]): [string, Frozen][] => {
    const now = eventAcross(crossing, event);
    return now === undefined ? [] : [[now, left]];
  });
  const dues = Object.entries(steps).flatMap(([path, left]) => {
    const step = crossing.keptSteps.get(path);
    return step === undefined || !isDueAsBefore(crossing, path) ? [] : [[step, left] as const];
  });
  return { since, steps: Object.fromEntries(dues), timers: Object.fromEntries(frozen) };
}
