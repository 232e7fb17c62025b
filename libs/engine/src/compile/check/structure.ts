import type { Text } from '../../definition/basics.ts';
import { type Problem, problem } from '../../problem.ts';
import { canEnd, completionArrows, entered, leavingArrows, reachable, targetPlaces } from '../reach.ts';
import { type Arrow, arrowsOf, called, type Place, resolveTarget, type Tree, targetsOf } from '../tree.ts';

const isLeaf = (place: Place): boolean => place.type === 'atomic';

/** Everything about the shape of the machine that would make XState throw, hang, or do something nobody wrote. */
export function checkStructure(tree: Tree): Problem[] {
  const local = tree.places.flatMap((place) => [...checkPlace(tree, place), ...checkArrows(tree, place)]);
  // Paths through a machine that is broken in itself would only repeat what is already said.
  return local.length > 0 ? local : [...checkPaths(tree), ...checkCycles(tree)];
}

function checkPlace(tree: Tree, place: Place): Problem[] {
  const { pointer } = place;
  const state = called([place]);
  const isMisplaced = place.step !== undefined && place.type !== 'atomic';
  return [
    ...(tree.byId.get(place.id) === place ? [] : [problem('state.id-taken', `${pointer}/id`, { id: place.id })]),
    ...checkInitial(place, state),
    ...misfitsOf(place).map((detail) => problem('state.shape', pointer, { state, detail })),
    ...(isMisplaced ? [problem('step.not-atomic', `${pointer}/meta/step`, { state })] : []),
  ];
}

function checkInitial({ type, node, children, pointer }: Place, state: Required<Text>): Problem[] {
  if (type !== 'compound') return [];
  if (node.initial === undefined) return [problem('state.initial-missing', pointer, { state })];
  const isKnown = children.some((child) => child.key === node.initial && child.type !== 'history');
  return isKnown ? [] : [problem('state.initial-unknown', `${pointer}/initial`, { state, initial: node.initial })];
}

/** What a state has that its type does not allow, or lacks that its type needs. */
function misfitsOf(place: Place): string[] {
  const { node, type, children, parent } = place;
  const isEmpty = children.length === 0;
  const isBranching = type === 'compound' || type === 'parallel';
  const hasArrows = arrowsOf(place).length > 0;
  const hasPassiveRegion = children.some((child) => child.type === 'final' || child.type === 'history');
  const checks: readonly (readonly [boolean, string])[] = [
    [type !== 'compound' && node.initial !== undefined, 'initial without states'],
    [isBranching && isEmpty, `${type} without states`],
    [!isBranching && !isEmpty, `${type} with states`],
    [type === 'final' && hasArrows, 'final with transitions'],
    [type === 'history' && (hasArrows || parent === undefined), 'history with transitions'],
    [type === 'parallel' && hasPassiveRegion, 'a region that is final or history'],
    [node.output !== undefined && type !== 'final', 'output on a state that is not final'],
    [node.onDone !== undefined && isEmpty, 'onDone without states'],
  ];
  return checks.flatMap(([isWrong, detail]) => (isWrong ? [detail] : []));
}

function checkArrows(tree: Tree, place: Place): Problem[] {
  const key = tree.root.key;
  const unknown = (source: Place, target: string, pointer: string) =>
    resolveTarget(tree, source, target) === undefined || resolveTarget(tree, source, target) === tree.root
      ? [problem('transition.target-unknown', pointer, { target, key })]
      : [];
  const historyTarget = place.node.target === undefined ? [] : unknown(place, place.node.target, `${place.pointer}/target`);
  return [
    ...historyTarget,
    ...arrowsOf(place).flatMap(({ transition, pointer }) => {
      const targets = targetsOf(transition).flatMap((target) => unknown(place, target, pointer));
      const isEmpty = transition.target === undefined && [transition.actions ?? []].flat().length === 0;
      return isEmpty ? [problem('transition.empty', pointer)] : targets;
    }),
  ];
}

function checkPaths(tree: Tree): Problem[] {
  const reached = reachable(tree);
  const able = canEnd(tree);
  return tree.places.flatMap((place) => {
    const state = called([place]);
    if (!reached.has(place)) return place.type === 'history' ? [] : [problem('state.unreachable', place.pointer, { state })];
    if (!isLeaf(place)) return [];
    if (leavingArrows(place).length === 0 && place.step === undefined) return [problem('state.dead-end', place.pointer, { state })];
    return able.has(place) ? [] : [problem('state.never-ends', place.pointer, { state })];
  });
}

/** Cycles that XState would run through within one macrostep; with `always` alone it would never come back. */
function checkCycles(tree: Tree): Problem[] {
  const next = (place: Place): Place[] => {
    const immediate = (arrow: Arrow) => arrow.trigger === 'always';
    const arrows = place.type === 'final' ? completionArrows(place) : leavingArrows(place).filter(immediate);
    return arrows
      .flatMap((arrow) => targetPlaces(tree, arrow))
      .flatMap((target) => entered(tree, target))
      .filter((target) => isLeaf(target) || target.type === 'final');
  };
  const done = new Set<Place>();
  const visit = (place: Place, trail: readonly Place[]): Problem[] => {
    const start = trail.indexOf(place);
    if (start >= 0) {
      const cycle = called([...trail.slice(start), place], ' → ');
      return [problem('cycle.immediate', place.pointer, { state: called([place]), cycle })];
    }
    if (done.has(place)) return [];
    done.add(place);
    return next(place).flatMap((target) => visit(target, [...trail, place]));
  };
  return tree.places.filter((place) => isLeaf(place) || place.type === 'final').flatMap((place) => visit(place, []));
}
