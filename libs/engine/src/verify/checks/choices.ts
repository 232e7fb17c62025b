import { type Arrow, arrowsOf, called, type Place } from '../../compile/tree.ts';
import { settlementsOf } from '../../definition/outcomes.ts';
import { endsScope } from '../behaviour/ability.ts';
import { isInterruption, type Way } from '../behaviour/way.ts';
import { type Finding, finding } from '../finding.ts';
import { grouped } from '../grouped.ts';
import type { Inspection } from '../inspection.ts';

/** Where nobody acts, whatever the conditions come to leads somewhere. */
export const checkChoices = (inspection: Inspection): Finding[] => [
  ...inspection.reached
    .filter((place) => place.step === undefined && place.errand === undefined && !endsScope(place))
    .filter((place) => mayStay(inspection, place))
    .map((place) =>
      finding('choice.no-way', place.pointer, { parameters: { state: called([place]) }, counterExample: inspection.exampleOf(place) }),
    ),
  ...inspection.tree.places
    .filter(({ type, node }) => type === 'parallel' && node.onDone !== undefined)
    .filter(
      (parallel) =>
        !isCovered(
          inspection,
          arrowsOf(parallel).filter(({ trigger }) => trigger === 'onDone'),
        ),
    )
    .filter((parallel) => !inspection.ways.from(parallel).some(isWayOut))
    .map((parallel) => finding('choice.no-way', `${parallel.pointer}/onDone`, { parameters: { state: called([parallel]) } })),
];

const isWayOut = (way: Way): boolean =>
  way.landings.length > 0 && !isInterruption(way) && (way.isCertain || way.happening?.kind === 'signal');

/** Whether every way on has a condition, and all of them may fail. A signal may come again, a delay does not. */
function mayStay(inspection: Inspection, place: Place): boolean {
  const ways = inspection.waysAround(place).filter((way) => way.landings.length > 0 && !isInterruption(way));
  if (ways.length === 0 || ways.some(isWayOut)) return false;
  const together = grouped(
    ways,
    ({ happening, arrow }) => `${JSON.stringify(happening)} ${happening?.kind === 'time' ? arrow?.source.path : ''}`,
  );
  return !together.some((alternatives) => isCovered(inspection, arrowsIn(alternatives)));
}

const isCovered = ({ conditions }: Inspection, arrows: readonly Arrow[]): boolean =>
  arrows.some(({ transition }) => conditions.always(transition.guard)) ||
  conditions.covers(
    arrows.flatMap(({ transition }) => transition.guard ?? []),
    false,
  );

/** What somebody may say in a step has somewhere to lead, whatever the case is like. */
export function checkOutcomeConditions(inspection: Inspection): Finding[] {
  return inspection.reached.flatMap((place) => {
    const { step, pointer } = place;
    if (step === undefined) return [];
    const settlements = settlementsOf(step.decide);
    const outcomes = settlements.map(({ name }) => name);
    const loose = settlements.filter(({ name }) => hasGap(inspection, place, name));
    const isHelpless = outcomes.every((name) => mayBeRefused(inspection, place, name)) && !canHelp(inspection, place, outcomes);
    const at = `${pointer}/meta/step/decide`;
    if (isHelpless)
      return [finding('outcome.refused', at, { parameters: { step: called([place]) }, counterExample: inspection.exampleOf(place) })];
    return loose.map(({ title }) =>
      finding('outcome.no-way', at, { parameters: { step: called([place]), outcome: title }, counterExample: inspection.exampleOf(place) }),
    );
  });
}

const waysOf = ({ ways }: Inspection, place: Place, outcome: string): Way[] =>
  ways.from(place).filter(({ happening }) => happening?.kind === 'decide' && happening.outcome === outcome);

/** Whether there are cases that none of an outcome's ways is for. */
function hasGap(inspection: Inspection, place: Place, outcome: string): boolean {
  const ways = waysOf(inspection, place, outcome);
  const guards = ways.map(({ arrow }) => arrow?.transition.guard);
  if (guards.length === 0 || guards.some((guard) => guard?.params.when === undefined)) return false;
  return !inspection.conditions.covers(
    guards.flatMap((guard) => guard ?? []),
    true,
  );
}

/** Whether there are cases in which it is refused, by a rule or because none of its ways is for them. */
function mayBeRefused(inspection: Inspection, place: Place, outcome: string): boolean {
  const ways = waysOf(inspection, place, outcome);
  return ways.length > 0 && ways.every(({ choices }) => choices.length > 0) && !isCovered(inspection, arrowsIn(ways));
}

const arrowsIn = (ways: readonly Way[]): Arrow[] => ways.flatMap(({ arrow }) => arrow ?? []);

/** Whether something about the case may be different later, so that what was refused once need not be again. */
function canHelp(inspection: Inspection, place: Place, outcomes: readonly string[]): boolean {
  const step = inspection.workflow.steps.get(place.path);
  if (step === undefined || step.mayWrite || step.step.supplement !== undefined) return true;
  const ways = inspection.waysAround(place);
  if (ways.some((way) => way.landings.length > 0 && !isInterruption(way) && way.happening?.kind !== 'decide')) return true;
  const guards = arrowsIn(outcomes.flatMap((outcome) => waysOf(inspection, place, outcome))).flatMap(
    ({ transition }) => transition.guard ?? [],
  );
  const sources = guards.flatMap(({ params }) => [params.when ?? '', ...params.all.map(({ when }) => when)]);
  return sources.some((source) => /\b(now|facts|data)\b/.test(source));
}
