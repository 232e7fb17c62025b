import { targetPlaces } from '../../compile/reach.ts';
import { type Arrow, ancestry, isWithin, type Place, resolveTarget, type Tree } from '../../compile/tree.ts';
import { type Spot, scopeOf, spotOf } from './spot.ts';

/** Where a transition leads. */
export interface Landing {
  /** What stands elsewhere afterwards: the whole case, or the innermost region that the transition does not leave. */
  readonly scope: Place;
  readonly spot: Spot;
  /** Everything within it is left, and these places are entered. */
  readonly domain: Place;
  readonly leaves: readonly Place[];
}

/** Where an arrow may lead: several places where a history state remembers, none where it leaves the state as it is. */
export function landingsOf(tree: Tree, arrow: Arrow): Landing[] {
  const targets = targetPlaces(tree, arrow);
  const isItself = targets.length === 1 && targets[0] === arrow.source && arrow.source.children.length === 0;
  if (targets.length === 0 || (isItself && arrow.transition.reenter !== true)) return [];
  return landingsAt(tree, arrow.source, targets, arrow.transition.reenter === true);
}

export function landingsAt(tree: Tree, source: Place, targets: readonly Place[], isExternal = true): Landing[] {
  const domain = domainOf(tree, source, targets, isExternal);
  return remembered(tree, targets).map((known) => {
    const leaves = enter(domain, known);
    const scope = scopeOf(domain);
    return { scope, spot: spotOf(scope, leaves), domain, leaves };
  });
}

/** By XState's rules: the innermost state that holds both ends and is neither, or the source where it only moves within itself. */
function domainOf({ root }: Tree, source: Place, targets: readonly Place[], isExternal: boolean): Place {
  if (!isExternal && source.children.length > 0 && targets.every((target) => isWithin(target, source))) return source;
  const holders = ancestry(source).slice(1);
  return holders.find((holder) => targets.every((target) => target !== holder && isWithin(target, holder))) ?? root;
}

/** The targets, with what each history state among them may remember. */
function remembered(tree: Tree, targets: readonly Place[]): Place[][] {
  const alternatives = targets.map((target) => (target.type === 'history' ? memoriesOf(tree, target) : [target]));
  return alternatives.reduce<Place[][]>((known, next) => known.flatMap((some) => next.map((one) => [...some, one])), [[]]);
}

function memoriesOf(tree: Tree, history: Place): Place[] {
  const written = history.node.target === undefined ? undefined : resolveTarget(tree, history, history.node.target);
  const beside = history.parent?.children.filter(({ type }) => type !== 'history') ?? [];
  return written === undefined ? beside : [written, ...beside.filter((place) => place !== written)];
}

/** What is entered within a state when these are the targets; where none is named, the default. */
function enter(place: Place, targets: readonly Place[]): Place[] {
  const inner = targets.filter((target) => target !== place && isWithin(target, place));
  if (place.type === 'parallel') return place.children.flatMap((region) => enter(region, inner));
  if (place.type !== 'compound') return [place];
  const [target] = inner;
  const next = place.children.find((child) => (target === undefined ? child.key === place.node.initial : isWithin(target, child)));
  return next === undefined ? [place] : enter(next, inner);
}

/** Where a case stands that has just begun. */
export const beginning = ({ root }: Tree): Place[] => enter(root, []);
