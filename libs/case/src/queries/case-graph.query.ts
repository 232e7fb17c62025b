import { type Caller, namedPost, type PostCatalogue } from '#directory';
import { type Graph, type GraphEdge, type GraphNode, graphOf, type Text } from '#engine';
import { type Database, isId, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import type { Histories, HistoryLine } from './history.query.ts';
import { stateTitle } from './titles.ts';
import { mayRead, readerOf } from './visibility.ts';

/** That a case was somewhere. Instants are ISO 8601 in UTC. */
interface Visit {
  readonly enteredAt: string;
  /** Absent while it is there still. */
  readonly leftAt?: string;
  /** By whom and with what it was left; absent where the system did it. */
  readonly by?: { readonly id: string; readonly name: string };
  readonly outcome?: string;
}

/** A place of the picture as it concerns one case. */
export interface CaseGraphNode {
  readonly path: string;
  readonly title: Text;
  readonly kind: GraphNode['kind'];
  /** Posts that the definition asks there; empty where it is the applicant, or nobody. */
  readonly posts: readonly { readonly key: string; readonly title: Text }[];
  readonly isApplicants: boolean;
  /** Whether the case stands there, may come there from where it stands, has only been there, or will not come there any more. */
  readonly standing: 'here' | 'ahead' | 'behind' | 'beside';
  /** Whether all that has to be said on the way there is yes. */
  readonly isOnTheWay: boolean;
  readonly visits: readonly Visit[];
}

export interface CaseGraphEdge extends Omit<GraphEdge, 'kind'> {
  readonly kind: GraphEdge['kind'] | 'by-hand';
  /** When it was last gone along. */
  readonly takenAt?: string;
  /** Whether the case may still go along it. */
  readonly isAhead: boolean;
}

/** The machine of a case as a picture: where it has been, where it stands, what may come. */
export interface CaseGraph {
  readonly nodes: readonly CaseGraphNode[];
  readonly edges: readonly CaseGraphEdge[];
}

interface GraphRow {
  readonly definition_key: string;
  readonly definition_version: number;
  readonly standing: readonly string[];
}

const readGraph = statement(
  'instance.graph',
  `SELECT i.definition_key, i.definition_version, i.standing FROM instance i WHERE i.tenant = $1 AND i.id = $5 AND ${mayRead}`,
);

interface CaseGraphsParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly histories: Histories;
  readonly posts: PostCatalogue;
}

/** Draws a case's machine from its definition and its history. */
export class CaseGraphs {
  constructor(private readonly parts: CaseGraphsParts) {}

  /** Undefined when there is no such case, or the caller may not see it. */
  async read(caller: Caller, instance: string): Promise<CaseGraph | undefined> {
    if (!isId(instance)) return undefined;
    const { database, workflows, histories, posts } = this.parts;
    const [row] = await database.query<GraphRow & Record<string, unknown>>(readGraph, [
      caller.tenant,
      ...readerOf(caller, posts),
      instance,
    ]);
    const lines = await histories.read(caller, instance);
    if (row === undefined || lines === undefined) return undefined;
    const published = await workflows.get(caller.tenant, row.definition_key, row.definition_version);
    if (published === undefined) throw new Error(`version ${row.definition_version} of ${row.definition_key} is gone`);
    const { definition } = published.workflow;
    const graph = withPlaces(graphOf(definition), row.standing, (path) => stateTitle(definition, path));
    const walked = walk(graph, lines);
    const ahead = follow(graph.edges, row.standing, isForward);
    const mayReturn = new Set(
      edgesFrom(graph.edges, [...row.standing, ...ahead]).flatMap(({ kind, to }) => (kind === 'return' ? [to] : [])),
    );
    const onTheWay = follow(graph.edges, row.standing, ({ kind }) => kind === 'pass');
    const edges = [...graph.edges, ...walked.byHand].map((edge) => edgeOf(edge, { walked, standing: row.standing, ahead }));
    const standingOf = (path: string): CaseGraphNode['standing'] => {
      if (row.standing.includes(path)) return 'here';
      if (ahead.has(path) || (mayReturn.has(path) && !walked.visits.has(path))) return 'ahead';
      return walked.visits.has(path) ? 'behind' : 'beside';
    };
    const nodes = graph.nodes.map(({ assignees, ...node }) => ({
      ...node,
      posts: assignees.flatMap((rule) => ('post' in rule ? [namedPost(posts, rule.post)] : [])),
      isApplicants: assignees.some((rule) => 'applicant' in rule),
      standing: standingOf(node.path),
      isOnTheWay: onTheWay.has(node.path),
      visits: walked.visits.get(node.path) ?? [],
    }));
    const drawn = edges.filter(({ kind, takenAt }) => !isRare(kind) || takenAt !== undefined);
    const isReached = (path: string): boolean => drawn.some(({ from, to }) => from === path || to === path);
    return { nodes: nodes.filter(({ path, visits }) => visits.length > 0 || isReached(path)), edges: drawn };
  }
}

const edgesFrom = (edges: readonly GraphEdge[], paths: readonly string[]): GraphEdge[] => edges.filter(({ from }) => paths.includes(from));

/** What may happen at almost any time is drawn only where it has. */
const isRare = (kind: CaseGraphEdge['kind']): boolean => kind === 'withdraw' || kind === 'other';

const isForward = ({ kind }: GraphEdge): boolean => kind !== 'return' && !isRare(kind);

/** Where a case stands that the picture does not have: it was ended by hand. */
function withPlaces({ nodes, edges }: Graph, standing: readonly string[], titleOf: (path: string) => Text): Graph {
  const missing = standing.filter((path) => !nodes.some((node) => node.path === path));
  const added = missing.map((path): GraphNode => ({ path, title: titleOf(path), kind: 'end', assignees: [] }));
  return { nodes: [...nodes, ...added], edges };
}

interface Walked {
  readonly visits: ReadonlyMap<string, readonly Visit[]>;
  /** When each arrow was last gone along, by its ends. */
  readonly takenAt: ReadonlyMap<string, string>;
  readonly outcomes: ReadonlyMap<string, string | undefined>;
  readonly byHand: readonly CaseGraphEdge[];
}

const ends = ({ from, to }: { readonly from: string; readonly to: string }): string => `${from} ${to}`;

/** Goes through a history from its beginning. Steps that were passed without anybody acting have no line of their own. */
function walk({ nodes, edges }: Graph, lines: readonly HistoryLine[]): Walked {
  const known = new Set(nodes.map(({ path }) => path));
  const visits = new Map<string, Visit[]>();
  const takenAt = new Map<string, string>();
  const outcomes = new Map<string, string | undefined>();
  const byHand: CaseGraphEdge[] = [];
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

/** Which places that are drawn were left and entered; with its first line a case is where it begins. */
function movesIn({ from, to, sequence }: HistoryLine, known: ReadonlySet<string>) {
  const [before, after] = [new Set(from.map(({ path }) => path)), new Set(to.map(({ path }) => path))];
  const left = [...before].filter((path) => known.has(path) && !after.has(path));
  const entered = [...after].filter((path) => known.has(path) && (sequence === 1 || !before.has(path)));
  return { left, entered };
}

function leave(visits: Map<string, Visit[]>, path: string, { at, by, settled, outcome }: HistoryLine): void {
  const [last, ...before] = (visits.get(path) ?? []).toReversed();
  if (last === undefined) return;
  const said = settled ?? outcome;
  const visit = { ...last, leftAt: at, ...(by && { by: { id: by.id, name: by.name } }), ...(said !== undefined && { outcome: said }) };
  visits.set(path, [...before.toReversed(), visit]);
}

/** The shortest way from one place to another; undefined where none is drawn, or it was not gone by the rules. */
function wayBetween(edges: readonly GraphEdge[], from: string, to: string, { kind }: HistoryLine): GraphEdge[] | undefined {
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
  edge: GraphEdge | CaseGraphEdge,
  { walked, standing, ahead }: { readonly walked: Walked; readonly standing: readonly string[]; readonly ahead: ReadonlySet<string> },
): CaseGraphEdge {
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
