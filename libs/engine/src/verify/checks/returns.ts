import { called, commonAncestor, type Place } from '../../compile/tree.ts';
import { after } from '../behaviour/trail.ts';
import { type Finding, finding } from '../finding.ts';
import type { Inspection } from '../inspection.ts';

/** Every return comes to somebody who can mend the case, and to a place it has been before. */
export const checkReturns = (inspection: Inspection): Finding[] =>
  inspection.reached.flatMap((place) => [...checkWritten(inspection, place), ...checkChosen(inspection, place)]);

function checkWritten(inspection: Inspection, place: Place): Finding[] {
  return inspection.ways.from(place).flatMap((way) => {
    const { happening, arrow, landings } = way;
    if (happening?.kind !== 'decide' || happening.outcome !== 'return' || arrow === undefined) return [];
    return landings
      .filter(({ leaves }) => !comesToSomebody(inspection, leaves))
      .map((landing) => {
        const parameters = { step: called([place]), target: called(landing.leaves) };
        const counterExample = inspection.example(after(inspection.trailTo(place), way, landing), landing.leaves);
        return finding('return.no-step', arrow.pointer, { parameters, counterExample });
      });
  });
}

/** Whether somebody is asked there, or at once after. */
function comesToSomebody(inspection: Inspection, leaves: readonly Place[]): boolean {
  const seen = new Set(leaves);
  for (const place of seen) {
    if (place.step !== undefined || place.errand !== undefined) return true;
    const immediate = inspection.ways.from(place).filter(({ happening }) => happening === undefined);
    for (const { landings } of immediate) for (const landing of landings) for (const leaf of landing.leaves) seen.add(leaf);
  }
  return false;
}

function checkChosen(inspection: Inspection, place: Place): Finding[] {
  return (place.step?.return?.to ?? []).flatMap((path, index) => {
    const target = inspection.tree.byPath.get(path);
    if (target === undefined || canComeBefore(inspection, target, place)) return [];
    const pointer = `${place.pointer}/meta/step/return/to/${index}`;
    const parameters = { step: called([place]), target: called([target]) };
    return [finding('return.not-before', pointer, { parameters, counterExample: inspection.exampleOf(place) })];
  });
}

/** Whether a case may have been at one place when it is at the other: before it, or beside it in another region. */
function canComeBefore(inspection: Inspection, earlier: Place, later: Place): boolean {
  if (!inspection.reached.includes(earlier)) return false;
  return commonAncestor(earlier, later)?.type === 'parallel' || comesFrom(inspection, earlier, later);
}

/** By ways that the later place did not open itself: a return to a place is not how one comes there first. */
function comesFrom(inspection: Inspection, earlier: Place, later: Place): boolean {
  if (!inspection.reachableFrom([earlier]).has(later)) return false;
  const found = new Set<Place>(inspection.firstPlaces);
  for (const place of found) if (place !== later) for (const next of inspection.after(place)) found.add(next);
  return found.has(earlier);
}
