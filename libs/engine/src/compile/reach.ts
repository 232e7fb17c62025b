import { type Arrow, ancestry, arrowsOf, isWithin, type Place, resolveTarget, type Tree, targetsOf } from './tree.ts';

/** Everything that becomes active when a state is entered: what holds it, and where entering it leads by default. */
export function entered(tree: Tree, target: Place): Place[] {
  const active = new Set<Place>();
  const down = (place: Place): void => {
    if (active.has(place)) return;
    active.add(place);
    if (place.type === 'parallel') place.children.forEach(down);
    if (place.type === 'compound') place.children.filter((child) => child.key === place.node.initial).forEach(down);
    if (place.type === 'history') for (const remembered of historyDefaults(tree, place)) down(remembered);
  };
  for (const place of ancestry(target).slice(1)) {
    active.add(place);
    if (place.type === 'parallel') place.children.filter((region) => !isWithin(target, region)).forEach(down);
  }
  down(target);
  return [...active];
}

/** What a history state may lead to: where it says when it remembers nothing, and anything beside it when it does. */
function historyDefaults(tree: Tree, place: Place): Place[] {
  if (place.node.target !== undefined) {
    const target = resolveTarget(tree, place, place.node.target);
    return target ? [target] : [];
  }
  return place.parent?.children.filter((child) => child.type !== 'history') ?? [];
}

export const targetPlaces = (tree: Tree, arrow: Arrow): Place[] =>
  targetsOf(arrow.transition)
    .map((target) => resolveTarget(tree, arrow.source, target))
    .filter((place) => place !== undefined);

/** Where a step may send the case by a return of its own choosing. */
const returnPlaces = (tree: Tree, place: Place): Place[] =>
  (place.step?.return?.to ?? []).map((path) => tree.byPath.get(path)).filter((target) => target !== undefined);

/** Every place that some run of the process can be in; or that it can come to from these, which are active now. */
export function reachable(tree: Tree, from: readonly Place[] = entered(tree, tree.root)): ReadonlySet<Place> {
  const found = new Set<Place>();
  const open = [...from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (found.has(place)) continue;
    found.add(place);
    for (const arrow of arrowsOf(place)) for (const target of targetPlaces(tree, arrow)) open.push(...entered(tree, target));
    for (const target of returnPlaces(tree, place)) open.push(...entered(tree, target));
  }
  return found;
}

/** The arrows that may be taken while a place is active: its own and those of everything that holds it. */
export const leavingArrows = (place: Place): Arrow[] =>
  ancestry(place)
    .flatMap(arrowsOf)
    .filter((arrow) => arrow.trigger !== 'onDone');

/** The arrows taken because a final state inside another was entered. */
export function completionArrows(place: Place): Arrow[] {
  if (place.type !== 'final') return [];
  const holders = place.parent?.parent?.type === 'parallel' ? [place.parent, place.parent.parent] : [place.parent];
  return holders
    .filter((holder) => holder !== undefined)
    .flatMap((holder) => arrowsOf(holder).filter(({ trigger }) => trigger === 'onDone'));
}

/** Whether entering this final state can end the whole process. */
const endsProcess = (tree: Tree, place: Place): boolean =>
  place.type === 'final' && (place.parent === tree.root || (tree.root.type === 'parallel' && place.parent?.parent === tree.root));

/** Every place from which the end of the process can be reached. */
export function canEnd(tree: Tree): ReadonlySet<Place> {
  const able = new Set(tree.places.filter((place) => endsProcess(tree, place)));
  const leadsOn = (place: Place): boolean => {
    const arrows = [...leavingArrows(place), ...completionArrows(place)];
    const targets = [...arrows.flatMap((arrow) => targetPlaces(tree, arrow)), ...returnPlaces(tree, place)];
    return targets.some((target) => entered(tree, target).some((next) => able.has(next)));
  };
  for (let before = -1; before !== able.size; ) {
    before = able.size;
    for (const place of tree.places) if (!able.has(place) && leadsOn(place)) able.add(place);
  }
  return able;
}
