import type { Children } from '../../definition/children.ts';
import { childResultFields } from '../../expression/variables.ts';
import { type Problem, pointerTo, problem } from '../../problem.ts';
import { type ErrandEvent, errandEvents, isErrandEvent } from '../events.ts';
import { asList, called, type Errand, type Place, resolveTarget, type Tree, targetsOf } from '../tree.ts';

/** What keeps a state that waits for child cases or for a webhook from ever waiting in vain. */
export const checkErrands = (tree: Tree): Problem[] =>
  tree.places.flatMap((place) => {
    const strays = Object.keys(place.node.on ?? {}).filter((name) => isErrandEvent(name) && errandEvents[name].of !== place.errand?.of);
    return [
      ...strays.map((event) => problem('event.unknown', `${place.pointer}/on${pointerTo(event)}`, { event })),
      ...(place.errand === undefined ? [] : checkPlace(tree, place, place.errand)),
    ];
  });

function checkPlace(tree: Tree, place: Place, errand: Errand): Problem[] {
  const { pointer, node, type, step } = place;
  const state = called([place]);
  const isAlone = type === 'atomic' && step === undefined && (node.meta?.children === undefined || node.meta.call === undefined);
  return [
    ...(isAlone ? [] : [problem('errand.not-alone', `${pointer}/meta`, { state })]),
    ...needed(errand)
      .filter((event) => !Object.hasOwn(node.on ?? {}, event))
      .map((event) => problem('errand.without-transition', `${pointer}/on`, { state, event })),
    ...Object.keys(node.on ?? {})
      .filter(isErrandEvent)
      .flatMap((event) => checkWayOut(tree, place, event)),
    ...(errand.of === 'children' ? checkChildren(errand.children, `${pointer}/meta/children`) : []),
  ];
}

/** Without a transition for what fails for good, a call is an incident; child cases have nobody to retry them. */
function needed(errand: Errand): ErrandEvent[] {
  if (errand.of === 'call') return ['callDone'];
  const { passes, wait } = errand.children;
  return passes === undefined && wait === 'all' ? ['childrenDone'] : ['childrenDone', 'childrenFailed'];
}

/** It comes once: whatever the rules say then, some transition has to lead out of the state. */
function checkWayOut(tree: Tree, place: Place, event: ErrandEvent): Problem[] {
  const { node, pointer } = place;
  const transitions = asList(node.on?.[event]);
  const stays = transitions.some(
    (transition) => transition.reenter !== true && targetsOf(transition).every((target) => resolveTarget(tree, place, target) === place),
  );
  const leadsOut = !stays && transitions.some(({ guard }) => guard === undefined);
  return leadsOut ? [] : [problem('errand.no-way-out', `${pointer}/on${pointerTo(event)}`, { event })];
}

function checkChildren({ wait, output = {} }: Children, pointer: string): Problem[] {
  const share = typeof wait === 'object' && typeof wait.atLeast === 'string' ? wait.atLeast : undefined;
  const [numerator = 0, denominator = 1] = (share ?? '1/1').split('/').map(Number);
  return [
    ...(numerator > denominator ? [problem('policy.fraction', `${pointer}/wait`, { fraction: share ?? '' })] : []),
    ...Object.keys(output)
      .filter((name) => Object.hasOwn(childResultFields, name))
      .map((name) => problem('errand.output-taken', `${pointer}/output${pointerTo(name)}`, { name })),
  ];
}
