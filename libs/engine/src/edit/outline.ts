import { errandEvents } from '../compile/events.ts';
import { entered } from '../compile/reach.ts';
import { type Arrow, ancestry, arrowsOf, buildTree, type Place, resolveTarget, type Tree, targetsOf } from '../compile/tree.ts';
import type { AssigneeRule } from '../definition/assignee.ts';
import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import { type OutcomeSpecification, settlementsOf } from '../definition/outcomes.ts';
import { pointerTo } from '../problem.ts';

/** A way out of a state: one that is written, or one that an outcome still needs. */
export interface OutlineWay {
  readonly trigger: Arrow['trigger'];
  /** The event's or the delay's name; empty for `always` and `onDone`. */
  readonly name: string;
  /** Where it stands in the document, or would stand. */
  readonly pointer: string;
  readonly isWritten: boolean;
  /** What people say there, where it is that. */
  readonly outcome?: OutcomeSpecification;
  /** Paths of the states it leads to; none where it stays. */
  readonly targets: readonly string[];
  /** Whether it names a state that does not exist. */
  readonly isBroken: boolean;
  readonly isGuarded: boolean;
}

/** A state with its ways, for whoever edits a definition. */
export interface OutlinePlace {
  /** Keys from the root joined by dots; empty for the process itself. */
  readonly path: string;
  readonly key: string;
  readonly pointer: string;
  /** The path of the state that holds it; undefined for the process itself. */
  readonly parent: string | undefined;
  readonly title: Text;
  readonly kind: 'process' | 'step' | 'errand' | 'state' | 'end' | 'group' | 'branches' | 'history';
  /** Whether what holds it begins here. */
  readonly isInitial: boolean;
  readonly assignees: readonly AssigneeRule[];
  readonly ways: readonly OutlineWay[];
}

/**
 * Every state of a definition, broken or not, those that hold others before them, siblings in the order in which a case comes to them when
 * all goes well, ends last. The document has to have the format of a definition.
 */
export function outlineOf(definition: Definition): readonly OutlinePlace[] {
  const tree = buildTree(definition.key, definition.machine);
  const order = inOrder(tree);
  const below = (place: Place): Place[] => [
    place,
    ...place.children.toSorted((one, other) => rank(one) - rank(other) || order(one) - order(other)).flatMap(below),
  ];
  return below(tree.root).map((place) => outlined(tree, definition, place));
}

const rank = (place: Place): number => (place.type === 'final' ? 1 : 0);

/** How far along a place is: by passing alone first, then by whatever leads there; the rest as it is written. */
function inOrder(tree: Tree): (place: Place) => number {
  const found = new Map<Place, number>();
  const follow = (from: readonly Place[], isFollowed: (way: OutlineWay) => boolean): void => {
    const open = [...from];
    for (let place = open.shift(); place !== undefined; place = open.shift()) {
      if (found.has(place)) continue;
      found.set(place, found.size);
      const next = waysOf(tree, place)
        .filter(isFollowed)
        .flatMap(({ targets }) => targets);
      open.push(...next.flatMap((path) => entered(tree, tree.byPath.get(path) ?? tree.root)));
    }
  };
  follow(entered(tree, tree.root), leadsOn);
  const beside = [...found.keys()].flatMap((place) => waysOf(tree, place).flatMap(({ targets }) => targets));
  follow(
    beside.flatMap((path) => entered(tree, tree.byPath.get(path) ?? tree.root)),
    () => true,
  );
  return (place) => found.get(place) ?? found.size + tree.places.indexOf(place);
}

/** Whether a case goes this way when all is agreed to. */
export const leadsOn = ({ outcome, trigger, name }: OutlineWay): boolean =>
  outcome === undefined ? trigger === 'always' || trigger === 'onDone' || /^(children|call)Done$/.test(name) : outcome.kind === 'pass';

function outlined(tree: Tree, { title }: Definition, place: Place): OutlinePlace {
  const { path, key, pointer, parent, step, node } = place;
  return {
    path,
    key,
    pointer,
    parent: parent?.path,
    title: parent === undefined ? title : (place.title ?? { zh: key }),
    kind: kindOf(place),
    isInitial: parent?.type === 'parallel' || (parent !== undefined && parent.node.initial === key),
    assignees: step?.assignees ?? [],
    ways: node.type === 'history' ? [] : waysOf(tree, place),
  };
}

function kindOf({ parent, type, step, errand }: Place): OutlinePlace['kind'] {
  if (parent === undefined) return 'process';
  if (step !== undefined) return 'step';
  if (errand !== undefined) return 'errand';
  return ({ atomic: 'state', compound: 'group', parallel: 'branches', final: 'end', history: 'history' } as const)[type];
}

function waysOf(tree: Tree, place: Place): OutlineWay[] {
  const outcomes = place.step === undefined ? [] : settlementsOf(place.step.decide);
  const arrows = arrowsOf(place);
  const isOf = (arrow: Arrow, name: string): boolean => arrow.trigger === 'on' && arrow.name === name;
  const said = outcomes.flatMap((outcome) => {
    const own = arrows.filter((arrow) => isOf(arrow, outcome.name)).map((arrow) => written(tree, arrow, outcome));
    return own.length > 0 || isAnsweredAbove(place, outcome.name) ? own : [missing(place, outcome.name, outcome)];
  });
  const rest = arrows.filter((arrow) => !outcomes.some(({ name }) => isOf(arrow, name))).map((arrow) => written(tree, arrow));
  const awaited = Object.entries(errandEvents)
    .filter(([event, { of }]) => place.errand?.of === of && event.endsWith('Done') && !arrows.some((arrow) => isOf(arrow, event)))
    .map(([event]) => missing(place, event));
  return [...said, ...awaited, ...rest];
}

/** By what holds the place, or by the return of somebody's own choosing. */
const isAnsweredAbove = (place: Place, name: string): boolean =>
  ancestry(place)
    .slice(1)
    .some(({ node }) => Object.hasOwn(node.on ?? {}, name)) ||
  (name === 'return' && (place.step?.return?.to ?? []).length > 0);

function written(tree: Tree, { source, trigger, name, pointer, transition }: Arrow, outcome?: OutcomeSpecification): OutlineWay {
  const places = targetsOf(transition).map((target) => resolveTarget(tree, source, target));
  return {
    trigger,
    name,
    pointer,
    isWritten: true,
    ...(outcome && { outcome }),
    targets: places.flatMap((target) => (target === undefined ? [] : [target.path])),
    isBroken: places.includes(undefined),
    isGuarded: transition.guard !== undefined,
  };
}

const missing = ({ pointer }: Place, name: string, outcome?: OutcomeSpecification): OutlineWay => ({
  trigger: 'on',
  name,
  pointer: `${pointer}/on${pointerTo(name)}`,
  isWritten: false,
  ...(outcome && { outcome }),
  targets: [],
  isBroken: false,
  isGuarded: false,
});
