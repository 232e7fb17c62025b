import { type Problem, problem } from '../../problem.ts';
import { canEnd, completionArrows, entered, leavingArrows, reachable, targetPlaces } from '../reach.ts';
import { type Arrow, arrowsOf, type Place, resolveTarget, type Tree, targetsOf } from '../tree.ts';

const isLeaf = (place: Place): boolean => place.type === 'atomic';

/** Everything about the shape of the machine that would make XState throw, hang, or do something nobody wrote. */
export function checkStructure(tree: Tree): Problem[] {
  const local = tree.places.flatMap((place) => [...checkPlace(tree, place), ...checkArrows(tree, place)]);
  // Paths through a machine that is broken in itself would only repeat what is already said.
  return local.length > 0 ? local : [...checkPaths(tree), ...checkCycles(tree)];
}

function checkPlace(tree: Tree, place: Place): Problem[] {
  const { node, pointer, path, children } = place;
  const state = path === '' ? place.key : path;
  const problems: Problem[] = [];
  const shape = (detail: string) => problems.push(problem('state.shape', pointer, { state, detail }));
  if (tree.byId.get(place.id) !== place) problems.push(problem('state.id-taken', `${pointer}/id`, { id: place.id }));
  if (place.type === 'compound') {
    if (node.initial === undefined) problems.push(problem('state.initial-missing', pointer, { state }));
    else if (!children.some((child) => child.key === node.initial && child.type !== 'history')) {
      problems.push(problem('state.initial-unknown', `${pointer}/initial`, { state, initial: node.initial }));
    }
  } else if (node.initial !== undefined) shape('initial without states');
  if ((place.type === 'compound' || place.type === 'parallel') && children.length === 0) shape(`${place.type} without states`);
  if (['atomic', 'final', 'history'].includes(place.type) && children.length > 0) shape(`${place.type} with states`);
  if (place.type === 'final' && arrowsOf(place).length > 0) shape('final with transitions');
  if (place.type === 'history' && (arrowsOf(place).length > 0 || place.parent === undefined)) shape('history with transitions');
  if (place.type === 'parallel' && children.some(({ type }) => type === 'final' || type === 'history')) {
    shape('a region that is final or history');
  }
  if (node.output !== undefined && place.type !== 'final') shape('output on a state that is not final');
  if (node.onDone !== undefined && children.length === 0) shape('onDone without states');
  if (place.step !== undefined && place.type !== 'atomic') problems.push(problem('step.not-atomic', `${pointer}/meta/step`, { state }));
  return problems;
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
    const state = place.path;
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
      const cycle = [...trail.slice(start), place].map(({ path }) => path).join(' → ');
      return [problem('cycle.immediate', place.pointer, { state: place.path, cycle })];
    }
    if (done.has(place)) return [];
    done.add(place);
    return next(place).flatMap((target) => visit(target, [...trail, place]));
  };
  return tree.places.filter((place) => isLeaf(place) || place.type === 'final').flatMap((place) => visit(place, []));
}
