import { isErrandEvent } from '../compile/events.ts';
import { completionArrows, entered, targetPlaces } from '../compile/reach.ts';
import { type Arrow, ancestry, arrowsOf, buildTree, commonAncestor, type Place, type Tree } from '../compile/tree.ts';
import type { AssigneeRule } from '../definition/assignee.ts';
import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import { type OutcomeSpecification, outcomesOf } from '../definition/outcomes.ts';

/** A place a case can stand at, as people know it. */
export interface GraphNode {
  readonly path: string;
  readonly title: Text;
  /** Where people act, where others are waited for, where nothing is asked of anybody, where it ends. */
  readonly kind: 'step' | 'errand' | 'state' | 'end';
  /** Whom the definition asks there. */
  readonly assignees: readonly AssigneeRule[];
}

/** What leads from one place to another: what somebody says, or that a time has come, or what others have to tell. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: OutcomeSpecification['kind'] | 'withdraw' | 'time' | 'other';
  /** The outcome, where it is one. */
  readonly outcome?: string;
  /** Of the outcome, or of the signal. */
  readonly title?: Text;
}

/** A process as a picture: its nodes in the order in which a case comes to them when all goes well, its ends last. */
export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/**
 * The picture of a definition that compiles. What holds other states is left out, and so is a state without a title in
 * which nobody acts: arrows go on through it. Arrows of what holds everything, which leave every state alike, are left out too.
 */
export function graphOf(definition: Definition): Graph {
  const tree = buildTree(definition.key, definition.machine);
  const shown = tree.places.filter(isShown);
  const edges = distinct(shown.flatMap((place) => edgesFrom(tree, place, definition)));
  const first = landings(tree, entered(tree, tree.root)).map(({ path }) => path);
  const order = inOrder(first, edges);
  const steps = shown.filter((place) => !isEnd(place)).toSorted((left, right) => order(left.path) - order(right.path));
  const ends = shown.filter(isEnd).toSorted((left, right) => order(left.path) - order(right.path));
  const nodes = [...steps, ...ends].map(nodeOf);
  return { nodes, edges };
}

const isEnd = (place: Place): boolean => place.type === 'final' && place.parent?.parent === undefined;

const isShown = (place: Place): boolean =>
  isEnd(place) ||
  (place.type === 'atomic' && (place.step !== undefined || place.errand !== undefined || place.node.meta?.title !== undefined));

const nodeOf = (place: Place): GraphNode => ({
  path: place.path,
  title: place.title ?? { zh: place.key },
  kind: placeKind(place),
  assignees: place.step?.assignees ?? [],
});

function placeKind(place: Place): GraphNode['kind'] {
  if (isEnd(place)) return 'end';
  if (place.step !== undefined) return 'step';
  return place.errand === undefined ? 'state' : 'errand';
}

/** Where a case stands that has come to these places, gone on through those that are not shown. */
function landings(tree: Tree, places: readonly Place[], gone = new Set<Place>()): Place[] {
  return places
    .filter((place) => place.type !== 'compound' && place.type !== 'parallel')
    .flatMap((place) => {
      if (isShown(place)) return [place];
      if (gone.has(place)) return [];
      gone.add(place);
      const onward = place.type === 'final' ? completionArrows(place) : arrowsOf(place);
      return onward.flatMap((arrow) => landings(tree, arrived(tree, arrow), gone));
    });
}

/** What becomes active by an arrow; regions beside the one it is drawn in stand where they stood. */
const arrived = (tree: Tree, arrow: Arrow): Place[] =>
  targetPlaces(tree, arrow).flatMap((target) =>
    entered(tree, target).filter((place) => ![arrow.source, target].every((end) => commonAncestor(end, place)?.type === 'parallel')),
  );

function edgesFrom(tree: Tree, place: Place, { signals = {} }: Definition): GraphEdge[] {
  const outcomes = new Map(place.step === undefined ? [] : outcomesOf(place.step.decide).map((outcome) => [outcome.name, outcome]));
  const named = (arrow: Arrow) => outcomes.get(arrow.trigger === 'on' ? arrow.name : '');
  const arrows = ancestry(place)
    .flatMap(arrowsOf)
    .filter((arrow) => arrow.trigger !== 'onDone' && (arrow.source === place || named(arrow) !== undefined));
  const written = arrows.flatMap((arrow) =>
    landings(tree, arrived(tree, arrow)).map((target) => ({
      from: place.path,
      to: target.path,
      ...kindOf(arrow, named(arrow), signals[arrow.name]?.title),
    })),
  );
  const chosen = (place.step?.return?.to ?? []).map((to): GraphEdge => {
    const outcome = outcomes.get('return');
    return { from: place.path, to, kind: 'return', outcome: 'return', ...(outcome && { title: outcome.title }) };
  });
  return [...written, ...chosen].filter(({ from, to }) => from !== to);
}

function kindOf(
  { trigger, name }: Arrow,
  outcome: OutcomeSpecification | undefined,
  signal: Text | undefined,
): Pick<GraphEdge, 'kind' | 'outcome' | 'title'> {
  if (outcome !== undefined) return { kind: outcome.kind, outcome: outcome.name, title: outcome.title };
  if (trigger === 'after') return { kind: 'time' };
  if (trigger === 'always' || (trigger === 'on' && isErrandEvent(name) && name.endsWith('Done'))) return { kind: 'pass' };
  return name === 'withdraw' ? { kind: 'withdraw' } : { kind: 'other', ...(signal !== undefined && { title: signal }) };
}

const distinct = (edges: readonly GraphEdge[]): GraphEdge[] => [
  ...new Map(edges.map((edge) => [[edge.from, edge.to, edge.kind, edge.outcome, edge.title?.zh].join(' '), edge])).values(),
];

/** How far along a place is: first by passing alone; what only other ways lead to comes after. */
function inOrder(first: readonly string[], edges: readonly GraphEdge[]): (path: string) => number {
  const order = new Map<string, number>();
  const follow = (from: readonly string[], isFollowed: (edge: GraphEdge) => boolean): void => {
    const open = [...from];
    for (let path = open.shift(); path !== undefined; path = open.shift()) {
      if (order.has(path)) continue;
      order.set(path, order.size);
      open.push(...edges.filter((edge) => edge.from === path && isFollowed(edge)).map(({ to }) => to));
    }
  };
  follow(first, ({ kind }) => kind === 'pass');
  const passed = new Set(order.keys());
  for (const { to } of edges.filter(({ from }) => passed.has(from))) follow([to], () => true);
  return (path) => order.get(path) ?? Number.MAX_SAFE_INTEGER;
}
