import { called } from '../../compile/tree.ts';
import { type Duration, longestOf } from '../../duration/duration.ts';
import { type Finding, finding } from '../finding.ts';
import type { Inspection } from '../inspection.ts';

/** A case may begin before any holiday: the first of each month, and the fifteenth. */
const beginnings = Array.from({ length: 24 }, (_, half) => {
  const month = String(Math.floor(half / 2) + 1).padStart(2, '0');
  return `2024-${month}-${half % 2 === 0 ? '01' : '15'}T01:00:00.000Z`;
});

/** Where a definition states how long its cases may take, none takes longer. */
export function checkDuration(inspection: Inspection): Finding[] {
  const { definition, workflow, tree } = inspection;
  if (definition.longest === undefined) return [];
  const { within, returns = 0 } = definition.longest;
  for (const from of beginnings) {
    const found = longestOf(inspection, from, { returns });
    if (found.kind === 'unbounded') return [unbounded(found, inspection)];
    if (found.until <= workflow.dueTime.after(within, from)) continue;
    const path = called(
      found.path.flatMap(({ state }) => tree.byPath.get(state) ?? []),
      ' → ',
    );
    const parameters = { from: workflow.dueTime.onTheWall(from), until: workflow.dueTime.onTheWall(found.until), path };
    return [finding('duration.exceeded', '/longest/within', { parameters })];
  }
  return [];
}

function unbounded({ because, state }: Extract<Duration, { kind: 'unbounded' }>, { tree }: Inspection): Finding {
  const parameters = { state: called([tree.byPath.get(state) ?? tree.root]) };
  return finding(because === 'round' ? 'duration.rounds' : 'duration.unbounded', '/longest', { parameters });
}
