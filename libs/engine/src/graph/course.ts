import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import type { Instant } from '../run/state.ts';
import { type Graph, type GraphEdge, type GraphNode, graphOf } from './graph.ts';

/** That a case was somewhere. */
export interface Visited {
  readonly enteredAt: Instant;
  /** Absent while it is there still. */
  readonly leftAt?: Instant;
  /** By whom and with what it was left; absent where the system did it. */
  readonly by?: { readonly id: string; readonly name: string };
  readonly outcome?: string;
}

/** A line of a case's history, as far as it says where the case went. */
export interface CourseLine {
  readonly at: Instant;
  readonly kind: string;
  readonly by?: { readonly id: string; readonly name: string };
  readonly outcome?: string;
  readonly settled?: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** With its first line a case is where it begins. */
  readonly isFirst?: boolean;
}

/** A place of the picture as it concerns one case. */
export interface CourseNode extends GraphNode {
  /** Whether the case stands there, may come there from where it stands, has only been there, or will not come there any more. */
  readonly standing: 'here' | 'ahead' | 'behind' | 'beside';
  /** Whether all that has to be said on the way there is yes. */
  readonly isOnTheWay: boolean;
  readonly visits: readonly Visited[];
}

export interface CourseEdge extends Omit<GraphEdge, 'kind'> {
  readonly kind: GraphEdge['kind'] | 'by-hand';
  /** When it was last gone along. */
  readonly takenAt?: Instant;
  /** Whether the case may still go along it. */
  readonly isAhead: boolean;
}

/** The machine of a case as a picture: where it has been, where it stands, what may come. */
export interface Course {
  readonly nodes: readonly CourseNode[];
  readonly edges: readonly CourseEdge[];
}

interface Told {
  readonly lines: readonly CourseLine[];
  /** Paths of the innermost states it stands in. */
  readonly standing: readonly string[];
  /** What people call a state that the picture does not have. */
  readonly titleOf: (path: string) => Text;
}

/** Draws the machine of a case from its definition and its history. */
export function courseOf(definition: Definition, { lines, standing, titleOf }: Told): Course {
  const graph = withPlaces(graphOf(definition), standing, titleOf);
  const walked = walk(graph, lines);
  const ahead = follow(graph.edges, standing, isForward);
  const mayReturn = new Set(edgesFrom(graph.edges, [...standing, ...ahead]).flatMap(({ kind, to }) => (kind === 'return' ? [to] : [])));
  const onTheWay = follow(graph.edges, standing, ({ kind }) => kind === 'pass');
  const standingOf = (path: string): CourseNode['standing'] => {
    if (standing.includes(path)) return 'here';
    if (ahead.has(path) || (mayReturn.has(path) && !walked.visits.has(path))) return 'ahead';
    return walked.visits.has(path) ? 'behind' : 'beside';
  };
  const nodes = graph.nodes.map((node) => ({
    ...node,
    standing: standingOf(node.path),
    isOnTheWay: onTheWay.has(node.path),
    visits: walked.visits.get(node.path) ?? [],
  }));
  const edges = [...graph.edges, ...walked.byHand].map((edge) => edgeOf(edge, { walked, standing, ahead }));
  const drawn = edges.filter(({ kind, takenAt }) => !isRare(kind) || takenAt !== undefined);
  const isReached = (path: string): boolean => drawn.some(({ from, to }) => from === path || to === path);
  return { nodes: nodes.filter(({ path, visits }) => visits.length > 0 || isReached(path)), edges: drawn };
}

const edgesFrom = (edges: readonly GraphEdge[], paths: readonly string[]): GraphEdge[] => edges.filter(({ from }) => paths.includes(from));

/** What may happen at almost any time is drawn only where it has. */
const isRare = (kind: CourseEdge['kind']): boolean => kind === 'withdraw' || kind === 'other';

const isForward = ({ kind }: GraphEdge): boolean => kind !== 'return' && !isRare(kind);

/** Where a case stands that the picture does not have: it was ended by hand. */
function withPlaces({ nodes, edges }: Graph, standing: readonly string[], titleOf: (path: string) => Text): Graph {
  const missing = standing.filter((path) => !nodes.some((node) => node.path === path));
  const added = missing.map((path): GraphNode => ({ path, title: titleOf(path), kind: 'end', assignees: [] }));
  return { nodes: [...nodes, ...added], edges };
}

interface Walked {
  readonly visits: ReadonlyMap<string, readonly Visited[]>;
  /** When each arrow was last gone along, by its ends. */
  readonly takenAt: ReadonlyMap<string, string>;
  readonly outcomes: ReadonlyMap<string, string | undefined>;
  readonly byHand: readonly CourseEdge[];
}

const ends = ({ from, to }: { readonly from: string; readonly to: string }): string => `${from} ${to}`;

/** Goes through a history from its beginning. Steps that were passed without anybody acting have no line of their own. */
function walk({ nodes, edges }: Graph, lines: readonly CourseLine[]): Walked {
  const known = new Set(nodes.map(({ path }) => path));
  const visits = new Map<string, Visited[]>();
  const takenAt = new Map<string, string>();
  const outcomes = new Map<string, string | undefined>();
  const byHand: CourseEdge[] = [];
  for (const line of lines) {
    const { left, entered } = movesIn(line, known);
    for (const path of left) leave(visits, path, line);
    for (const path of entered) visits.set(path, [...(visits.get(path) ?? []), { enteredAt: line.at }]);
    for (const source of left) {
      for (const target of entered) {
        const way = wayBetween(edges, source, target, line);
        if (way === undefined) {
          byHand.push({ from: source, to: target, kind: 'by-hand', takenAt: line.at, isAhead: false });
          continue;
        }
        for (const edge of way) takenAt.set(ends(edge), line.at);
        const [first] = way;
        if (first !== undefined) outcomes.set(ends(first), line.settled ?? line.outcome);
      }
    }
  }
  return { visits, takenAt, outcomes, byHand };
}

/** Which places that are drawn were left and entered. */
function movesIn({ from, to, isFirst }: CourseLine, known: ReadonlySet<string>) {
  const left = from.filter((path) => known.has(path) && !to.includes(path));
  const entered = to.filter((path) => known.has(path) && (isFirst === true || !from.includes(path)));
  return { left, entered };
}

function leave(visits: Map<string, Visited[]>, path: string, { at, by, settled, outcome }: CourseLine): void {
  const [last, ...before] = (visits.get(path) ?? []).toReversed();
  if (last === undefined) return;
  const said = settled ?? outcome;
  const visit = { ...last, leftAt: at, ...(by && { by }), ...(said !== undefined && { outcome: said }) };
  visits.set(path, [...before.toReversed(), visit]);
}

/** The shortest way from one place to another; undefined where none is drawn, or it was not gone by the rules. */
function wayBetween(edges: readonly GraphEdge[], from: string, to: string, { kind }: CourseLine): GraphEdge[] | undefined {
  if (kind === 'jumped' || kind === 'taken-back' || kind === 'terminated') return undefined;
  const ways = new Map<string, GraphEdge[]>([[from, []]]);
  const open = [from];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    for (const edge of edges.filter((each) => each.from === path && !ways.has(each.to))) {
      const way = [...(ways.get(path) ?? []), edge];
      if (edge.to === to) return way;
      // Whoever goes on without anybody acting has not gone back.
      if (isForward(edge)) open.push(edge.to);
      ways.set(edge.to, way);
    }
  }
  return undefined;
}

function edgeOf(
  edge: GraphEdge | CourseEdge,
  { walked, standing, ahead }: { readonly walked: Walked; readonly standing: readonly string[]; readonly ahead: ReadonlySet<string> },
): CourseEdge {
  if (edge.kind === 'by-hand') return { ...edge, kind: 'by-hand', isAhead: false };
  const takenAt = walked.takenAt.get(ends(edge));
  const said = walked.outcomes.get(ends(edge));
  const isTaken = takenAt !== undefined && (said === undefined || edge.outcome === undefined || said === edge.outcome);
  const isAhead = (standing.includes(edge.from) || ahead.has(edge.from)) && !isRare(edge.kind);
  return { ...(edge as GraphEdge), ...(isTaken && { takenAt }), isAhead };
}

/** Every place that some of the arrows lead to. */
function follow(edges: readonly GraphEdge[], from: readonly string[], isFollowed: (edge: GraphEdge) => boolean): Set<string> {
  const found = new Set<string>();
  const open = [...from];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    for (const edge of edges.filter((each) => each.from === path && isFollowed(each) && !found.has(each.to))) {
      found.add(edge.to);
      open.push(edge.to);
    }
  }
  return found;
}
