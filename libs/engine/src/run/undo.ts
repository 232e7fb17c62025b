import type { Definition } from '../definition/definition.ts';
import type { Effect } from './effect.ts';
import { leavesOf } from './snapshot.ts';
import type { CaseState, Json, OpenStep, SavedMachine, Undo } from './state.ts';
import { stepTimerOf } from './step-timer.ts';

type Decided = Pick<Undo, 'task' | 'by'>;

/** What a command did besides what the case shows. */
interface Deed {
  readonly settledBy: Decided | undefined;
  readonly undone: Undo | undefined;
  readonly touched: ReadonlySet<string>;
  readonly effects: readonly Effect[];
}

/** The decisions that can be taken back after a command. What another case has been told, and an end, cannot. */
export function undosAfter(before: CaseState, state: CaseState, { settledBy, undone, touched, effects }: Deed): readonly Undo[] {
  if (state.machine.status === 'done') return [];
  const kept = (before.undo ?? []).filter((undo) => undo !== undone && isUntouched(undo, before, state, touched));
  if (settledBy === undefined || effects.some(concernsOthers)) return kept;
  return [...kept, undoOf(before, state, settledBy)];
}

/** What a decision did to its case, out of the case before and after it. */
function undoOf(before: CaseState, after: CaseState, { task, by }: Decided): Undo {
  const paths = [...new Set([...Object.keys(before.steps), ...Object.keys(after.steps)])];
  const changed = paths.filter((path) => !isSameOpening(before.steps[path], after.steps[path]));
  // Due times beside it may have followed the form, and their clocks with them; those stay.
  const isOfIt = ([event]: readonly [string, unknown]) => {
    const step = stepTimerOf(event)?.step;
    return step === undefined || changed.includes(step);
  };
  const isRunning = (state: CaseState, event: string, number: number) => state.timers[event]?.number === number;
  const remembered = memoriesOf(before.machine, after.machine);
  const reached = (after.reached ?? []).filter((state) => !before.reached?.includes(state));
  return {
    task,
    by,
    moves: movesOf(before.machine.value, after.machine.value),
    ...(Object.keys(remembered).length > 0 && { remembered }),
    steps: Object.fromEntries(changed.map((path) => [path, before.steps[path] ?? null])),
    cleared: Object.fromEntries(
      Object.entries(before.timers)
        .filter(isOfIt)
        .flatMap(([event, { number, dueAt }]) => (isRunning(after, event, number) ? [] : [[event, dueAt]])),
    ),
    set: Object.entries(after.timers)
      .filter(isOfIt)
      .flatMap(([event, { number }]) => (isRunning(before, event, number) ? [] : [event])),
    ...(before.data !== after.data && { data: before.data }),
    expected: after.returns.filter((pending) => !before.returns.includes(pending)),
    answered: before.returns.filter((pending) => !after.returns.includes(pending)),
    ...(reached.length > 0 && { reached }),
    ...memoryOf(before, after),
  };
}

/** What was known before by each key under which something else is known now. */
function changedIn<T>(was: readonly T[] = [], is: readonly T[] = [], keyOf: (each: T) => string): Record<string, T | null> | undefined {
  const [earlier, later] = [was, is].map((list) => new Map(list.map((each) => [keyOf(each), each])));
  const keys = [...new Set([...was, ...is].map(keyOf))].filter((key) => earlier?.get(key) !== later?.get(key));
  return keys.length === 0 ? undefined : Object.fromEntries(keys.map((key) => [key, earlier?.get(key) ?? null]));
}

/** What a decision did to what is known of steps that were passed, or sent it back. */
function memoryOf(before: CaseState, after: CaseState): Pick<Undo, 'passed' | 'returned' | 'round'> {
  const [was, is] = [before.round ?? 0, after.round ?? 0];
  const passed = changedIn(before.passed, after.passed, ({ step }) => step);
  const returned = changedIn(before.returned, after.returned, ({ from }) => from);
  return {
    ...(passed !== undefined && { passed }),
    ...(returned !== undefined && { returned }),
    ...(was !== is && { round: { was, is } }),
  };
}

/**
 * Whether a decision can be taken back after a later command as it could before: nobody has touched what it opened, and
 * the case has not moved on from there. Remarks, reminders and what goes on in regions beside it do not matter.
 */
function isUntouched(undo: Undo, before: CaseState, after: CaseState, touched: ReadonlySet<string>): boolean {
  return (
    before.recused === after.recused &&
    Object.keys(undo.steps).every((path) => !touched.has(path) && isSameOpening(before.steps[path], after.steps[path])) &&
    undo.moves.every(({ path, is }) => isSame(at(after.machine.value, path), is)) &&
    (undo.data === undefined || before.data === after.data)
  );
}

/** What other cases and systems have been told or asked cannot be made unsaid. */
export const concernsOthers = ({ kind }: Effect): boolean => othersConcern.has(kind);
const othersConcern: ReadonlySet<Effect['kind']> = new Set(['signal', 'start-child', 'end-child', 'tell-parent', 'call', 'cancel-call']);

/** The machine where it stood before the decision, apart from what other regions have done since. */
export function movedBack(machine: SavedMachine, { moves, remembered = {} }: Undo): SavedMachine {
  const memories = Object.entries({ ...machine.historyValue, ...remembered }).filter(
    (entry): entry is [string, readonly string[]] => entry[1] !== null,
  );
  const { historyValue: _historyValue, ...rest } = machine;
  return {
    ...rest,
    value: moves.reduce((value, { path, was }) => put(value, path, was), machine.value),
    ...(memories.length > 0 && { historyValue: Object.fromEntries(memories) }),
  };
}

/** Which of the states that end withdrawing the case has come to: those before, and those it stands in now. */
export function reachedAfter({ withdraw }: Definition, reached: readonly string[], value: Json): readonly string[] {
  if (withdraw === undefined) return reached;
  const isReached = (state: string) => leavesOf(value).some((leaf) => leaf === state || leaf.startsWith(`${state}.`));
  return withdraw.until.filter((state) => reached.includes(state) || isReached(state));
}

/** Its due time may be another and somebody may have been urged: nobody has done anything in it. */
const isSameOpening = (one: OpenStep | undefined, other: OpenStep | undefined): boolean =>
  acted.every((what) => one?.[what] === other?.[what]);
const acted = ['visit', 'tasks', 'queue', 'waitsFor', 'groups'] as const;

/** The smallest parts of the machine's position that are different, so that regions can be moved back one by one. */
function movesOf(was: Json, is: Json, path: readonly string[] = []): Undo['moves'] {
  if (isSame(was, is)) return [];
  if (!isRecord(was) || !isRecord(is) || Object.keys(was).join() !== Object.keys(is).join()) return [{ path, was, is }];
  return Object.keys(was).flatMap((key) => movesOf(was[key] ?? null, is[key] ?? null, [...path, key]));
}

function memoriesOf(before: SavedMachine, after: SavedMachine): NonNullable<Undo['remembered']> {
  const changed = Object.entries(after.historyValue ?? {}).filter(
    ([id, nodes]) => !isSame([...nodes], [...(before.historyValue?.[id] ?? [])]),
  );
  return Object.fromEntries(changed.map(([id]) => [id, before.historyValue?.[id] ?? null]));
}

const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isSame = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one) === JSON.stringify(other);

const at = (value: Json, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((inner, key) => (inner !== undefined && isRecord(inner) ? inner[key] : undefined), value);

function put(value: Json, [key, ...rest]: readonly string[], part: Json): Json {
  if (key === undefined || !isRecord(value)) return part;
  return { ...value, [key]: put(value[key] ?? null, rest, part) };
}
