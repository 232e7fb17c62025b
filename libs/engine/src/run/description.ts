import { terminatedState } from '../compile/events.ts';
import type { Definition } from '../definition/definition.ts';
import type { Scope, Standing } from './scope.ts';
import { valueOrNothing } from './sheet.ts';
import type { CaseState, SavedMachine } from './state.ts';

/** The title and the unique key follow the form; with the form unchanged they are what they were. */
export function describe(
  { summary, title, unique }: Definition,
  before: CaseState,
  machine: SavedMachine,
  { standing, scope }: { readonly standing: Standing; readonly scope: Scope },
): Pick<CaseState, 'title' | 'uniqueKey'> {
  const isReleased = unique !== undefined && machine.status === 'done' && unique.releasedBy.includes(endOf(machine));
  if (standing.form === before.form) {
    const key = isReleased ? undefined : before.uniqueKey;
    return { title: before.title, ...(key !== undefined && { uniqueKey: key }) };
  }
  const filled = valueOrNothing(() => scope.fillIn(summary, standing)) ?? title;
  const parts = valueOrNothing(() => unique?.by.map((source) => String(scope.evaluate(source, standing))));
  return { title: filled, ...(parts !== undefined && !isReleased && { uniqueKey: parts.join('|') }) };
}

const endOf = ({ value }: SavedMachine): string => (value === terminatedState ? 'terminated' : typeof value === 'string' ? value : '');
