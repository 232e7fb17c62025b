import type { ReverseMigration } from '../run/command.ts';
import type { Effect, IncidentCode } from '../run/effect.ts';
import { refused } from '../run/refusal.ts';
import type { Advanced, Result } from '../run/result.ts';
import { leavesOf } from '../run/snapshot.ts';
import type { CaseState, Instant, RunningTimer } from '../run/state.ts';

type Before = NonNullable<CaseState['migration']>['before'];

/**
 * 撤销迁移: puts a case back to the version it came from, as it stood there, while nothing else has happened since. Numbers
 * that were given to tasks and timers in between are not given again.
 *
 * @param version of the workflow the case is on
 * @returns `migration.touched` where something has happened, or the case was not migrated
 */
export function reverseMigration(state: CaseState, { id, by, comment }: ReverseMigration, version: number): Result {
  if (state.applied.includes(id)) return refused('command.repeated');
  const { migration, applied } = state;
  if (migration === undefined) return refused('migration.touched');
  if (comment.trim() === '') return refused('comment.required', { params: { outcome: 'reverse-migration' } });
  const { before, from: earlier, errands } = migration;
  const { timers, effects: clocks, lastTimer } = timersBack(state, before);
  return {
    kind: 'advanced',
    state: {
      ...before,
      form: state.form,
      timers,
      visits: { ...before.visits, ...lasting(before.visits, state.visits) },
      lastTask: state.lastTask,
      lastTimer,
      applied: [...applied, id],
    },
    effects: [
      ...tasksBack(state, before),
      ...clocks,
      ...incidentsBack(state, before),
      ...(errands === undefined ? [] : [{ kind: 'rename-errands' as const, paths: errands }]),
    ],
    entries: [
      {
        kind: 'migration-reversed',
        author: { kind: 'person', person: by.person },
        comment,
        migration: { from: version, to: earlier, mapping: {} },
        formVersion: state.form.version,
        from: leavesOf(state.machine.value),
        to: leavesOf(before.machine.value),
      },
    ],
  } satisfies Advanced;
}

/** Openings that were given a number since are not counted again. */
const lasting = (was: CaseState['visits'], is: CaseState['visits']): CaseState['visits'] =>
  Object.fromEntries(Object.entries(is).flatMap(([path, count]) => (path in was ? [[path, Math.max(count, was[path] ?? 0)]] : [])));

const openTasks = ({ steps }: Pick<CaseState, 'steps'>): Map<number, Instant | null> =>
  new Map(
    Object.values(steps).flatMap(({ tasks, dueAt }) =>
      tasks.flatMap(({ number, ballot }) => (ballot === undefined ? [[number, dueAt ?? null] as const] : [])),
    ),
  );

function tasksBack(state: CaseState, before: Before): Effect[] {
  const [is, was] = [openTasks(state), openTasks(before)];
  return [
    ...[...is.keys()].flatMap((task): Effect[] => (was.has(task) ? [] : [{ kind: 'close-task', task, because: 'left' }])),
    ...[...was].flatMap(([task, dueAt]): Effect[] => {
      if (!is.has(task)) return [{ kind: 'reopen-task', task }];
      return is.get(task) === dueAt ? [] : [{ kind: 'change-due', task, dueAt }];
    }),
  ];
}

function timersBack(state: CaseState, before: Before) {
  const effects: Effect[] = [];
  const timers: Record<string, RunningTimer> = {};
  let lastTimer = state.lastTimer;
  const isRunning = (event: string, { number }: RunningTimer) => state.timers[event]?.number === number;
  for (const [event, timer] of Object.entries(state.timers))
    if (before.timers[event]?.number !== timer.number) effects.push({ kind: 'clear-timer', timer: timer.number });
  for (const [event, timer] of Object.entries(before.timers)) {
    if (!isRunning(event, timer)) {
      lastTimer += 1;
      effects.push({ kind: 'set-timer', timer: lastTimer, event, dueAt: timer.dueAt });
    }
    timers[event] = isRunning(event, timer) ? timer : { number: lastTimer, dueAt: timer.dueAt };
  }
  return { timers, effects, lastTimer };
}

function heldIn({ steps, children = {}, calls = {} }: Pick<CaseState, 'steps' | 'children' | 'calls'>): Map<string, IncidentCode> {
  const held = (open: Readonly<Record<string, { readonly held?: unknown }>>, code: IncidentCode) =>
    Object.entries(open).flatMap(([path, each]) => (each.held === undefined ? [] : [[path, code] as const]));
  return new Map([...held(steps, 'nobody-to-assign'), ...held(children, 'child-failed'), ...held(calls, 'call-failed')]);
}

function incidentsBack(state: CaseState, before: Before): Effect[] {
  const [is, was] = [heldIn(state), heldIn(before)];
  return [
    ...[...is.keys()].flatMap((step): Effect[] => (was.has(step) ? [] : [{ kind: 'close-incident', step }])),
    ...[...was].flatMap(([step, code]): Effect[] => (is.has(step) ? [] : [{ kind: 'open-incident', step, code }])),
  ];
}
