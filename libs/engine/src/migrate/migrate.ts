import type { Step } from '../definition/step.ts';
import type { Migrate } from '../run/command.ts';
import type { Effect } from '../run/effect.ts';
import { refused } from '../run/refusal.ts';
import type { Advanced, Result, World } from '../run/result.ts';
import { Halt } from '../run/scope.ts';
import type { CaseState, Instant, OpenStep } from '../run/state.ts';
import { momentOf } from '../run/step-clocks.ts';
import type { StepTimer } from '../run/step-timer.ts';
import { Turn } from '../run/turn.ts';
import { concernsOthers } from '../run/undo.ts';
import { carriedOver } from './carried.ts';
import { Crossing, type Editions } from './crossing.ts';
import { machineAcross } from './remembered-across.ts';
import { isDueAsBefore, newClocks, newDelays } from './timers-across.ts';

/**
 * Moves a case onto another version of its process. Whatever is the same there goes on: open tasks with all that was said
 * in them, delays with the time they have left, child cases and calls that are waited for, what is remembered for returns.
 * A step that asks other people, or decides by another rule, is opened anew; a state that is new begins. Nothing that a
 * version does on the way into a state or out of it is done.
 *
 * @returns as `advance` does. Why a case cannot go: `migration.unmapped`, `migration.position`, `migration.state-unknown`,
 *   `migration.form-invalid`, `migration.data-invalid`, `migration.errand-lost`.
 */
export function migrate(editions: Editions, state: CaseState, command: Migrate, world: World): Result {
  const { id, at, by, comment, from, to, mapping } = command;
  if (state.applied.includes(id)) return refused('command.repeated');
  if (state.machine.status === 'done') return refused('case.finished');
  if (comment.trim() === '') return refused('comment.required', { params: { outcome: 'migrate' } });
  try {
    const crossing = new Crossing(editions, state, mapping);
    const carried = carriedOver(crossing);
    const turn = new Turn(editions.to, { ...carried.state, machine: state.machine }, { at, world });
    turn.machine = machineAcross(crossing);
    openAnew(turn, crossing);
    for (const { event, dueAt } of carried.renamed) turn.timers.set(event, dueAt);
    for (const event of newDelays(crossing)) turn.timers.set(event, turn.dues.ofTimer(event));
    for (const path of crossing.keptSteps.keys()) setClocks(turn, crossing, path, at);
    turn.send(settling);
    turn.remember(id);
    turn.record({ kind: 'migrated', author: { kind: 'person', person: by.person }, comment, migration: { from, to, mapping } });
    return reversible(turn.finish(), carried.effects, state, from);
  } catch (error) {
    if (error instanceof Halt) return error.result;
    throw error;
  }
}

/** Nothing listens to it, so that only what follows by itself happens. */
const settling = 'migrated';

/** Opens what was not open, or is another step now. */
function openAnew(turn: Turn, { position, keptSteps, keptErrands }: Crossing): void {
  const kept = new Set([...keptSteps.values(), ...keptErrands]);
  for (const { path, step, errand } of position.active) {
    if (kept.has(path)) continue;
    if (step !== undefined) turn.steps.enter(path);
    else if (errand !== undefined) turn.errands.enter(path);
  }
}

/** Has a step that goes on fall due as it does now, with the reminders and rungs that are new. */
function setClocks(turn: Turn, crossing: Crossing, path: string, at: Instant): void {
  const target = crossing.keptSteps.get(path) ?? path;
  const step = crossing.to.steps.get(target)?.step;
  const was = turn.steps.get(target);
  if (step === undefined || was === undefined || was.waitsFor !== undefined) return;
  const isAsBefore = isDueAsBefore(crossing, path);
  if (!isAsBefore && step.due !== undefined) turn.steps.changeDue(target, turn.dues.of(step.due, was.openedAt));
  const open = turn.steps.get(target) ?? was;
  // What is due at another time has all its clocks set anew by that.
  if (open.dueAt !== was.dueAt) return;
  for (const clock of isAsBefore ? newClocks(crossing, path) : allClocks(step)) setClock(turn, open, clock, at);
}

type Clock = Pick<StepTimer, 'kind' | 'index'>;

/** What should have been said before is not said at all. */
function setClock(turn: Turn, { step, visit, dueAt }: OpenStep, { kind, index }: Clock, at: Instant): void {
  if (dueAt === undefined) return;
  const timer: StepTimer = { kind, step, visit, index, round: 1 };
  const moment = momentOf(turn.workflow, timer, dueAt);
  const reminder = kind === 'remind' ? turn.workflow.steps.get(step)?.step.remind?.[index] : undefined;
  if (reminder === undefined || 'after' in reminder || moment > at) turn.clocks.set(timer, moment);
}

const allClocks = ({ remind = [], escalate = [] }: Step): Clock[] => [
  ...remind.map((_reminder, index) => ({ kind: 'remind' as const, index })),
  ...escalate.map((_rung, index) => ({ kind: 'escalate' as const, index })),
];

/** Until anything else happens the case can be put back, unless others have been told something by it. */
function reversible(advanced: Advanced, before: readonly Effect[], was: CaseState, from: number): Advanced {
  const effects = [...before, ...advanced.effects];
  if (advanced.state.machine.status === 'done' || effects.some(concernsOthers)) return { ...advanced, effects };
  const { form: _form, migration: _migration, ...kept } = was;
  const errands = Object.fromEntries(
    before.flatMap((effect) => (effect.kind === 'rename-errands' ? Object.entries(effect.paths).map(([path, now]) => [now, path]) : [])),
  );
  const migration = { from, before: kept, ...(Object.keys(errands).length > 0 && { errands }) };
  return { ...advanced, effects, state: { ...advanced.state, migration } };
}
