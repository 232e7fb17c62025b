import { targetPlaces } from '../../compile/reach.ts';
import { type Arrow, ancestry, arrowsOf, called, commonAncestor, isWithin, type Place } from '../../compile/tree.ts';
import { settlementsOf } from '../../definition/outcomes.ts';
import { after } from '../behaviour/trail.ts';
import { type Finding, finding } from '../finding.ts';
import { grouped } from '../grouped.ts';
import type { Inspection } from '../inspection.ts';

/** Every transition may be taken, and does what its writer means. */
export const checkTransitions = (inspection: Inspection): Finding[] =>
  inspection.tree.places.flatMap((place) => [
    ...checkOrder(inspection, place),
    ...arrowsOf(place).flatMap((arrow) => checkJump(inspection, arrow)),
    ...checkPassing(inspection, place),
    ...checkStaying(inspection, place),
  ]);

/** The first whose guard holds is taken: what stands after one that always is never comes to its turn. */
function checkOrder({ conditions }: Inspection, place: Place): Finding[] {
  const lists = grouped(arrowsOf(place), ({ trigger, name }) => `${trigger} ${name}`);
  return lists.flatMap((arrows) =>
    arrows.flatMap(({ transition: { guard }, pointer }, index) => {
      if (conditions.never(guard)) return [finding('guard.never', `${pointer}/guard`)];
      const before = arrows.slice(0, index).map(({ transition }) => transition.guard);
      const guarded = before.flatMap((one) => one ?? []);
      const isCovered = before.some(conditions.always) || conditions.covers(guarded, false) || conditions.isWithin(guard, guarded);
      return isCovered ? [finding('transition.shadowed', pointer)] : [];
    }),
  );
}

/** A return may go to another region; anything else that does throws away what the regions have done. */
function checkJump({ tree }: Inspection, arrow: Arrow): Finding[] {
  if (arrow.name === 'return') return [];
  return targetPlaces(tree, arrow)
    .filter((target) => commonAncestor(arrow.source, target)?.type === 'parallel' && !isWithin(arrow.source, target))
    .filter((target) => commonAncestor(arrow.source, target) !== arrow.source)
    .map((target) => finding('transition.into-region', arrow.pointer, { parameters: { target: called([target]) } }));
}

function checkPassing(inspection: Inspection, place: Place): Finding[] {
  if (place.step === undefined && place.errand === undefined) return [];
  const immediate = inspection.isPassing(place) ? inspection.ways.from(place).find(({ happening }) => happening === undefined) : undefined;
  const [landing] = immediate?.landings ?? [];
  if (immediate === undefined || landing === undefined) return [];
  const trail = after(inspection.trailTo(place), immediate, landing);
  const counterExample = inspection.example(trail, [place, ...landing.leaves]);
  return [finding('step.passed-over', place.pointer, { parameters: { step: called([place]) }, counterExample })];
}

/** A decision closes its step's tasks: a transition that leaves the step as it is would leave it without any. */
function checkStaying(inspection: Inspection, place: Place): Finding[] {
  const { step } = place;
  if (step === undefined) return [];
  return inspection.ways.from(place).flatMap(({ happening, landings, arrow }) => {
    if (happening?.kind !== 'decide' || arrow === undefined || landings.length > 0) return [];
    const { outcome } = happening;
    const isOwn = ancestry(place).includes(arrow.source);
    if (!isOwn) return [];
    const { moves, about } = inspection.exampleOf(place);
    const counterExample = { moves: [...moves, { ...happening, to: moves.at(-1)?.to ?? [] }], about };
    const title = settlementsOf(step.decide).find(({ name }) => name === outcome)?.title;
    return [finding('outcome.stays', arrow.pointer, { parameters: { step: called([place]), outcome: title ?? outcome }, counterExample })];
  });
}
