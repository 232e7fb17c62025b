import { type Assignee, type CaseState, type Definition, leavesOf, type Workflow } from '#engine';
import { type Titled, titled } from '../queries/titles.ts';

/** A clock of a case: a delay of a state by its name, or a reminder or a rung of its steps. */
export interface RunningClock {
  readonly kind: 'delay' | 'remind' | 'escalate';
  readonly name: string;
  readonly dueAt: string;
}

export const statesIn = (definition: Definition, { machine }: Pick<CaseState, 'machine'>): Titled[] =>
  leavesOf(machine.value).map((path) => titled(definition, path));

/** Tasks that are open. */
export const tasksIn = ({ steps }: CaseState): { readonly step: string; readonly assignee: Assignee; readonly dueAt?: string }[] =>
  Object.values(steps).flatMap(({ step, tasks, dueAt }) =>
    tasks.filter(({ ballot }) => ballot === undefined).map(({ assignee }) => ({ step, assignee, ...(dueAt !== undefined && { dueAt }) })),
  );

/** What runs, the first to fall due first. */
export const timersIn = ({ timers }: CaseState): RunningClock[] =>
  Object.entries(timers)
    .map(([event, { dueAt }]) => ({ ...clockOf(event), dueAt }))
    .toSorted((one, other) => one.dueAt.localeCompare(other.dueAt));

function clockOf(event: string): Pick<RunningClock, 'kind' | 'name'> {
  const [kind = '', step = ''] = event.split(':');
  if (kind === 'remind' || kind === 'escalate') return { kind, name: step };
  return { kind: 'delay', name: event.split('.')[2] ?? event };
}

/** The states that a case can be put at, in the order of the document. */
export function leafStates({ definition, leaves }: Workflow): Titled[] {
  const typeOf = (path: string) => {
    let node: Definition['machine'] | undefined = definition.machine;
    for (const key of path.split('.')) node = node?.states?.[key];
    return node?.type;
  };
  return [...leaves].filter((path) => !['final', 'history'].includes(typeOf(path) ?? '')).map((path) => titled(definition, path));
}
