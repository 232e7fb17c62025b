import type { Transition } from '../definition/machine.ts';
import { outcomesOf } from '../definition/outcomes.ts';
import type { Reentry } from '../definition/step.ts';
import { type StepPlace, stepPlaces } from './check/steps.ts';
import { resumeKey } from './events.ts';
import { targetPlaces } from './reach.ts';
import { ancestry, arrowsOf, asList, commonAncestor, isWithin, type Place, type Tree } from './tree.ts';

/**
 * How one step may send the case back to another.
 *
 * - Where the target is outside every parallel state that holds the returner, or in its own region, the case simply
 *   goes there. Under `restart` everything after it is done again. Under `resume`, when the target passes, the case
 *   goes straight back to the returner, and the regions beside it stand where they stood.
 * - Where the target is in a sibling region (`across`), only that region goes back. Under `restart` every other
 *   region begins anew. Under `resume` the others stand where they are with their tasks and clocks, and the returner
 *   waits: it opens again when the target is left.
 */
export interface ReturnPlan {
  readonly from: StepPlace;
  readonly to: StepPlace;
  readonly reentry: Reentry;
  readonly across: boolean;
  /** Whether the decider names the target, or the document's own `return` transition leads there. */
  readonly chosen: boolean;
}

export function returnPlans(tree: Tree): ReturnPlan[] {
  return stepPlaces(tree).flatMap((from) => {
    const rule = from.step.return;
    if (rule === undefined) return [];
    const plan = (chosen: boolean) => (to: Place) =>
      to.step === undefined ? [] : [{ from, to: to as StepPlace, reentry: rule.reentry, across: isAcross(from, to), chosen }];
    const written = ancestry(from)
      .flatMap(arrowsOf)
      .filter((arrow) => arrow.trigger === 'on' && arrow.name === 'return')
      .flatMap((arrow) => targetPlaces(tree, arrow));
    const named = (rule.to ?? []).flatMap((path) => tree.byPath.get(path) ?? []);
    return [...written.flatMap(plan(false)), ...named.flatMap(plan(true))];
  });
}

const isAcross = (from: Place, to: Place): boolean => commonAncestor(from, to)?.type === 'parallel';

const link = (place: Place): string => `#${place.id}`;
const linkToMemory = (place: Place): string => (place.children.length > 0 ? `${link(place)}.${resumeKey}` : link(place));

/** Where a chosen return leads: to the target, and across regions under `resume` also back into every other region. */
export function returnTargets({ from, to, reentry, across }: ReturnPlan): string[] {
  if (!across || reentry === 'restart') return [link(to)];
  const regions = commonAncestor(from, to)?.children ?? [];
  return regions.map((region) => (isWithin(to, region) ? link(to) : linkToMemory(region)));
}

/** Whether a place is in a region that a return across regions leaves as it is. */
export function standsStill({ from, to, reentry, across }: ReturnPlan, place: Place): boolean {
  if (!across || reentry === 'restart') return false;
  const regions = commonAncestor(from, to)?.children ?? [];
  return regions.some((region) => isWithin(place, region) && !isWithin(to, region));
}

/** Where the case goes when the target of a `resume` passes: to the returner, through its parallel state's memory. */
function resumeTarget({ from, to }: ReturnPlan): string {
  const outermost = ancestry(from).findLast((place) => place.type === 'parallel' && !isWithin(to, place));
  return outermost === undefined ? link(from) : linkToMemory(outermost);
}

/** Places that need a history state for the plans to work. */
export function rememberingPlaces(plans: readonly ReturnPlan[]): ReadonlySet<Place> {
  const resuming = plans.filter(({ reentry }) => reentry === 'resume');
  return new Set(
    resuming.flatMap((plan) => {
      if (plan.across) return (commonAncestor(plan.from, plan.to)?.children ?? []).filter(({ children }) => children.length > 0);
      return ancestry(plan.from)
        .filter((place) => place.type === 'parallel' && !isWithin(plan.to, place))
        .slice(-1);
    }),
  );
}

export interface Resumption {
  readonly outcome: string;
  readonly transitions: readonly Transition[];
}

/** The target's passing transitions, guards and all, redirected to the returner. */
export function resumptions(plan: ReturnPlan): Resumption[] {
  if (plan.reentry === 'restart' || plan.across) return [];
  return outcomesOf(plan.to.step.decide)
    .filter(({ kind }) => kind === 'pass')
    .map(({ name }) => ({
      outcome: name,
      transitions: ancestry(plan.to)
        .flatMap(({ node }) => asList(node.on?.[name]))
        .map((transition) => ({ ...transition, target: resumeTarget(plan) })),
    }));
}
