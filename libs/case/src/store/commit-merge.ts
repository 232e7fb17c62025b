import type { ChildChange, ChildWrite, Commit, IncidentKey, IncidentWrite, TaskChange, TaskWrite } from './commit.store.ts';

/** Nothing to put down. */
export const emptyCommit: Commit = {
  started: [],
  moved: [],
  forms: [],
  openedTasks: [],
  changedTasks: [],
  history: [],
  setTimers: [],
  clearedTimers: [],
  openedIncidents: [],
  closedIncidents: [],
  outbox: [],
  withheld: [],
  dropped: [],
  receipts: [],
  attached: [],
  copies: [],
  children: [],
  changedChildren: [],
  calls: [],
  changedCalls: [],
  renamedErrands: [],
  audits: [],
};

/** What commands on different cases put down, together. */
export function together(commits: readonly Commit[]): Commit {
  const tables = Object.keys(emptyCommit) as (keyof Commit)[];
  return Object.fromEntries(
    tables.map((table) => [table, commits.flatMap((commit) => commit[table] as readonly unknown[])]),
  ) as unknown as Commit;
}

/**
 * What one command on a case puts down and then another, as if it had been one. The parts of a statement do not see each
 * other's rows, so whatever the later command does to a row of the earlier one is done here.
 */
export function followedBy(earlier: Commit, later: Commit): Commit {
  const isCleared = numbersOf(later.clearedTimers);
  const isNewTask = numbersOf(earlier.openedTasks);
  const isNewTimer = numbersOf(earlier.setTimers);
  const isNewCall = numbersOf(earlier.calls);
  const goesOn = stepsOf(later.openedIncidents);
  const wasClosed = stepsOf(earlier.closedIncidents);
  const wasOpened = stepsOf(earlier.openedIncidents);
  return {
    ...together([earlier, later]),
    moved: later.moved.length > 0 ? later.moved : earlier.moved,
    openedTasks: [...earlier.openedTasks.map((task) => changed(task, later)), ...later.openedTasks],
    changedTasks: changesTogether(
      earlier.changedTasks,
      later.changedTasks.filter((task) => !isNewTask(task)),
    ),
    setTimers: [...earlier.setTimers.filter((timer) => !isCleared(timer)), ...later.setTimers],
    clearedTimers: [...earlier.clearedTimers, ...later.clearedTimers.filter((timer) => !isNewTimer(timer))],
    openedIncidents: [
      ...earlier.openedIncidents.map((incident) => closed(incident, later.closedIncidents)),
      ...later.openedIncidents.filter((incident) => !wasClosed(incident)),
    ],
    closedIncidents: [
      // Closed and opened again: it simply goes on.
      ...earlier.closedIncidents.filter((incident) => !goesOn(incident)),
      ...later.closedIncidents.filter((incident) => !wasOpened(incident)),
    ],
    copies: [...new Map([...earlier.copies, ...later.copies].map((copy) => [copy.assignee, copy])).values()],
    children: [...earlier.children.map((child) => renamed(givenUp(child, later.changedChildren), later)), ...later.children],
    changedChildren: [
      ...earlier.changedChildren,
      ...later.changedChildren.filter((change) => !earlier.children.some((child) => isSameChild(child, change))),
    ],
    calls: [
      ...earlier.calls.map((call) => renamed({ ...call, ...later.changedCalls.find(({ number }) => number === call.number) }, later)),
      ...later.calls,
    ],
    changedCalls: [
      ...new Map(
        [...earlier.changedCalls, ...later.changedCalls.filter((call) => !isNewCall(call))].map((call) => [call.number, call]),
      ).values(),
    ],
    attached: [...new Map([...earlier.attached, ...later.attached].map((file) => [file.id, file])).values()],
  };
}

type Numbered = { readonly number: number };
type OfStep = { readonly step: string };

function numbersOf(rows: readonly Numbered[]): (row: Numbered) => boolean {
  const numbers = new Set(rows.map(({ number }) => number));
  return ({ number }) => numbers.has(number);
}

function stepsOf(rows: readonly OfStep[]): (row: OfStep) => boolean {
  const steps = new Set(rows.map(({ step }) => step));
  return ({ step }) => steps.has(step);
}

function changed(task: TaskWrite, { changedTasks }: Commit): TaskWrite {
  const change = changedTasks.find(({ number }) => number === task.number);
  if (change === undefined) return task;
  const { status, title_zh, title_en, outcome, decided_by, closed_at } = change;
  const due_at = endless(change.due_at ?? task.due_at);
  const limit_at = endless(change.limit_at ?? task.limit_at);
  const title = title_zh === null ? {} : { title_zh, title_en };
  const claimed_by = change.is_claim ? change.claimed_by : task.claimed_by;
  const recused = change.recused ?? task.recused;
  const place = { step: change.step ?? task.step, definition_version: change.definition_version ?? task.definition_version };
  return {
    ...task,
    ...title,
    ...place,
    due_at,
    limit_at,
    claimed_by,
    recused,
    ...(status !== null && { status, outcome, decided_by, closed_at }),
  };
}

const endless = (moment: string | null): string | null => (moment === 'infinity' ? null : moment);

/** What the later change leaves as it was is as the earlier one made it. */
function changeAfter(known: TaskChange, change: TaskChange): TaskChange {
  return {
    ...change,
    ...(change.title_zh === null && { title_zh: known.title_zh, title_en: known.title_en }),
    ...(change.status === null && {
      status: known.status,
      outcome: known.outcome,
      decided_by: known.decided_by,
      closed_at: known.closed_at,
    }),
    ...(!change.is_claim && { is_claim: known.is_claim, claimed_by: known.claimed_by }),
    recused: change.recused ?? known.recused,
    step: change.step ?? known.step,
    definition_version: change.definition_version ?? known.definition_version,
    due_at: change.due_at ?? known.due_at,
    limit_at: change.limit_at ?? known.limit_at,
  };
}

/** One change a task: what is closed or open again stays so, and what is closed takes the title it had when it was. */
function changesTogether(earlier: readonly TaskChange[], later: readonly TaskChange[]): TaskChange[] {
  const changes = new Map(earlier.map((change) => [change.number, change]));
  for (const change of later) {
    const known = changes.get(change.number);
    changes.set(change.number, known === undefined ? change : changeAfter(known, change));
  }
  return [...changes.values()];
}

/** One that was closed before and opened anew keeps the time it was closed at. */
const closed = (incident: IncidentWrite, closings: readonly IncidentKey[]): IncidentWrite => ({
  ...incident,
  closed_at: incident.closed_at ?? closings.find(({ step }) => step === incident.step)?.at ?? null,
});

const isSameChild = (one: ChildChange, other: ChildChange): boolean => one.parent_id === other.parent_id && one.number === other.number;

/** One that was asked for and given up before it could begin. */
const givenUp = (child: ChildWrite, changes: readonly ChildChange[]): ChildWrite => ({
  ...child,
  ended_because: child.ended_because ?? changes.find((change) => isSameChild(child, change))?.ended_because ?? null,
});

/** One that was asked for before its state had another path. */
const renamed = <Row extends { readonly state: string }>(row: Row, { renamedErrands }: Commit): Row => ({
  ...row,
  state: renamedErrands.reduce((state, { paths }) => paths[state] ?? state, row.state),
});
