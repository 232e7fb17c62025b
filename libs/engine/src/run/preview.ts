import type { Text } from '../definition/basics.ts';
import { type ClosedBecause, type Effect, type NoticeKind, ofKind } from './effect.ts';
import type { Entry } from './entry.ts';
import type { Advanced } from './result.ts';
import { leavesOf } from './snapshot.ts';
import type { Assignee, CaseState, Instant, OpenStep, PersonId } from './state.ts';
import { stepTimerOf } from './step-timer.ts';

/** A clock as people know it: a delay of the machine, or a reminder or a rung of a step. */
export interface PreviewedTimer {
  readonly kind: 'delay' | 'remind' | 'escalate';
  /** Of a reminder or a rung; a delay belongs to a state of the machine and has the name of its event. */
  readonly step?: string;
  readonly name: string;
  readonly dueAt: Instant;
}

export interface PreviewedStep {
  readonly step: string;
  readonly visit: number;
}

/** A task of somebody who is asked, or is not asked any more. */
export interface PreviewedTask {
  readonly step: string;
  readonly assignee: Assignee;
}

/** What a command would do to a case, for somebody who has not sent it yet. */
export interface Preview {
  /** Paths of the innermost states after it. */
  readonly states: readonly string[];
  readonly isFinished: boolean;
  readonly left: readonly PreviewedStep[];
  readonly entered: readonly (PreviewedStep & { readonly dueAt?: Instant; readonly isHeld: boolean })[];
  readonly asked: readonly (PreviewedTask & { readonly dueAt?: Instant })[];
  /** Tasks that would be closed undecided: because their step was settled without them, or left. */
  readonly cancelled: readonly (PreviewedTask & { readonly task: number; readonly because: ClosedBecause })[];
  readonly timersSet: readonly PreviewedTimer[];
  readonly timersCleared: readonly PreviewedTimer[];
  /** Open tasks that would be due at another time. */
  readonly dues: readonly { readonly task: number; readonly dueAt: Instant }[];
  readonly notices: readonly { readonly to: readonly Assignee[]; readonly notice: NoticeKind; readonly message: Text }[];
  readonly signals: readonly { readonly instance: string; readonly signal: string }[];
  /** Child cases that would begin: of which definition and how many. */
  readonly childrenStarted: readonly { readonly definition: string; readonly count: number }[];
  /** How many child cases would be ended, because nobody waits for them any more. */
  readonly childrenEnded: number;
  /** Keys of the webhooks that would be called. */
  readonly calls: readonly string[];
  /** Steps that would be passed by the system: for want of people, or by what these people had approved before. */
  readonly passed: readonly PreviewedPassing[];
}

export interface PreviewedPassing {
  readonly step: string;
  readonly because: 'skipped' | 'approved-earlier' | 'carried';
  readonly people: readonly PersonId[];
}

/** What would come of a command, out of what the engine says it comes to. Before its beginning a case has no steps. */
export function previewOf(before: Pick<CaseState, 'steps' | 'timers'>, { state, effects, entries }: Advanced): Preview {
  const isNew = ({ step, visit }: OpenStep) => before.steps[step]?.visit !== visit;
  const isGone = ({ step, visit }: OpenStep) => state.steps[step]?.visit !== visit;
  const tasks = new Map(
    Object.values(before.steps).flatMap(({ step, tasks }) => tasks.map(({ number, assignee }) => [number, { step, assignee }] as const)),
  );
  const running = new Map(Object.entries(before.timers).map(([event, timer]) => [timer.number, timerOf(event, timer.dueAt)]));
  return {
    states: leavesOf(state.machine.value),
    isFinished: state.machine.status === 'done',
    left: Object.values(before.steps)
      .filter(isGone)
      .map(({ step, visit }) => ({ step, visit })),
    entered: Object.values(state.steps)
      .filter(isNew)
      .map(({ step, visit, dueAt, held }) => ({ step, visit, ...(dueAt !== undefined && { dueAt }), isHeld: held === true })),
    asked: [
      ...ofKind(effects, 'open-task').map(({ step, assignee, dueAt }) => ({ step, assignee, ...(dueAt !== undefined && { dueAt }) })),
      ...ofKind(effects, 'reopen-task').flatMap(({ task }) => reopened(state, task)),
    ],
    cancelled: ofKind(effects, 'close-task').flatMap(({ task, because }) => {
      const known = because === 'decided' ? undefined : tasks.get(task);
      return known === undefined ? [] : [{ task, ...known, because }];
    }),
    timersSet: ofKind(effects, 'set-timer').map(({ event, dueAt }) => timerOf(event, dueAt)),
    timersCleared: ofKind(effects, 'clear-timer').flatMap(({ timer }) => running.get(timer) ?? []),
    dues: ofKind(effects, 'change-due').flatMap(({ task, dueAt }) => (dueAt === null ? [] : [{ task, dueAt }])),
    notices: ofKind(effects, 'notify').map(({ to, notice, message }) => ({ to, notice, message })),
    signals: ofKind(effects, 'signal').map(({ instance, signal }) => ({ instance, signal })),
    childrenStarted: startedOf(effects),
    childrenEnded: ofKind(effects, 'end-child').length,
    calls: ofKind(effects, 'call').map(({ to }) => to),
    passed: entries.flatMap(passingOf),
  };
}

function startedOf(effects: readonly Effect[]): Preview['childrenStarted'] {
  const counts = new Map<string, number>();
  for (const { definition } of ofKind(effects, 'start-child')) counts.set(definition, (counts.get(definition) ?? 0) + 1);
  return [...counts].map(([definition, count]) => ({ definition, count }));
}

function passingOf({ kind, step, settled, earlier = [] }: Entry): PreviewedPassing[] {
  const isAlone = kind === 'skipped' || kind === 'approved-earlier' || kind === 'carried';
  return isAlone && step !== undefined && settled !== undefined
    ? [{ step, because: kind, people: earlier.map(({ person }) => person) }]
    : [];
}

const reopened = ({ steps }: CaseState, number: number): Preview['asked'] =>
  Object.values(steps).flatMap(({ step, dueAt, tasks }) =>
    tasks.filter((task) => task.number === number).map(({ assignee }) => ({ step, assignee, ...(dueAt !== undefined && { dueAt }) })),
  );

function timerOf(event: string, dueAt: Instant): PreviewedTimer {
  const timer = stepTimerOf(event);
  if (timer === undefined) return { kind: 'delay', name: event, dueAt };
  return { kind: timer.kind, step: timer.step, name: `${timer.kind}-${timer.index + 1}`, dueAt };
}
