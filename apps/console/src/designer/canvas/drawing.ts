import { leadsOn, type OutlinePlace, type OutlineWay } from '#engine';
import { laidOut, type Point } from '../../case/path/layout.ts';
import { routed } from './route.ts';

/** A box, a bar at which ways part or come together, or the frame around regions side by side. */
export interface DrawnNode {
  readonly id: string;
  readonly kind: 'place' | 'fork' | 'join' | 'frame';
  readonly place: OutlinePlace;
  readonly at: Point;
  readonly width: number;
  readonly height: number;
}

export interface DrawnEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** Of the outcome it begins at; undefined where it begins at the whole. */
  readonly handle: string | undefined;
  readonly way: OutlineWay | undefined;
  readonly kind: 'pass' | 'return' | 'refuse' | 'other';
  /** Between the handle it leaves by, below a box, and the one it arrives at, above another. */
  readonly bends: readonly Point[];
}

export interface Drawing {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
}

const bar = { width: 160, height: 10 };
const around = 18;

/** Ways that begin at the same handle: those of one event. */
export const handleOf = ({ trigger, name }: Pick<OutlineWay, 'trigger' | 'name'>): string => `${trigger}:${name}`;

export function handlesOf({ ways }: OutlinePlace): readonly OutlineWay[] {
  return [...new Map(ways.map((way) => [handleOf(way), way])).values()];
}

const isBox = ({ kind }: OutlinePlace): boolean => kind !== 'process' && kind !== 'group' && kind !== 'branches';

function sizeOf(place: OutlinePlace): { width: number; height: number } {
  if (place.kind === 'end' || place.kind === 'history') return { width: 132, height: 44 };
  return { width: Math.max(196, handlesOf(place).length * 68 + 16), height: 88 };
}

/** The canvas of an outline: what holds other states is a bar where its regions part and another where they meet. */
export function drawn(outline: readonly OutlinePlace[]): Drawing {
  const byPath = new Map(outline.map((place) => [place.path, place]));
  const nodes = outline.flatMap((place, index) => [...nodesOf(place), ...joinsAfter(outline, index)]);
  const known = new Set(nodes.map(({ id }) => id));
  const edges = outline.flatMap((place) => edgesOf(place, byPath)).filter(({ from, to }) => known.has(from) && known.has(to));
  const layout = laidOut({ nodes: nodes.map((node) => ({ ...node, path: node.id })), edges: edges.filter(({ from, to }) => from !== to) });
  const placed = nodes.map((node): DrawnNode => ({ ...node, at: layout.places.get(node.id) ?? { x: 0, y: 0 } }));
  const frames = outline.filter(({ kind }) => kind === 'branches').map((place) => frameOf(place, placed));
  return {
    nodes: [...frames, ...placed],
    edges: edges.map((edge) => ({ ...edge, bends: routed(edge, layout.bends.get(`${edge.from} ${edge.to}`) ?? [], placed) })),
  };
}

function nodesOf(place: OutlinePlace): Omit<DrawnNode, 'at'>[] {
  if (place.kind === 'branches') return [{ id: place.path, kind: 'fork', place, ...bar }];
  return isBox(place) ? [{ id: place.path, kind: 'place', place, ...sizeOf(place) }] : [];
}

/** Regions meet after all they hold, the inner ones first: what is listed before is drawn above. */
function joinsAfter(outline: readonly OutlinePlace[], index: number): Omit<DrawnNode, 'at'>[] {
  const isLastOf = ({ path }: OutlinePlace): boolean => outline.findLastIndex((each) => each.path.startsWith(`${path}.`)) === index;
  return outline
    .filter((place) => place.kind === 'branches' && isLastOf(place))
    .toReversed()
    .map((place) => ({ id: joinOf(place.path), kind: 'join', place, ...bar }));
}

const joinOf = (path: string): string => `${path}#join`;

/** Where a way arrives that leads to a state. */
function entryOf(path: string, byPath: ReadonlyMap<string, OutlinePlace>): string {
  if (byPath.get(path)?.kind !== 'group') return path;
  const first = [...byPath.values()].find(({ parent, isInitial }) => parent === path && isInitial);
  return first === undefined ? path : entryOf(first.path, byPath);
}

/** Where a way begins: what is done when the regions have met begins where they meet. */
function exitsOf(place: OutlinePlace, way: OutlineWay, byPath: ReadonlyMap<string, OutlinePlace>): string[] {
  if (place.kind === 'branches') return [way.trigger === 'onDone' ? joinOf(place.path) : place.path];
  if (place.kind !== 'group') return [place.path];
  if (way.trigger !== 'onDone') return [entryOf(place.path, byPath)];
  return [...byPath.values()].filter(({ parent, kind }) => parent === place.path && kind === 'end').map(({ path }) => path);
}

function edgesOf(place: OutlinePlace, byPath: ReadonlyMap<string, OutlinePlace>): Omit<DrawnEdge, 'bends'>[] {
  if (place.kind === 'process') return [];
  const ways = place.ways.flatMap((way) =>
    exitsOf(place, way, byPath).flatMap((from) =>
      way.targets.map((target, index) => ({
        id: `${from} ${way.pointer} ${index}`,
        from,
        to: entryOf(target, byPath),
        handle: isBox(place) && place.kind !== 'end' ? handleOf(way) : undefined,
        way,
        kind: kindOf(way),
      })),
    ),
  );
  return [...ways, ...implied(place, byPath)];
}

/** What nobody writes: regions begin together, and wait for each other in the end. */
function implied(place: OutlinePlace, byPath: ReadonlyMap<string, OutlinePlace>): Omit<DrawnEdge, 'bends'>[] {
  const nothing = { handle: undefined, way: undefined, kind: 'pass' as const };
  const parent = byPath.get(place.parent ?? '');
  const begun =
    place.kind === 'group' && parent?.kind === 'branches'
      ? [{ ...nothing, id: `${parent.path} ${place.path}`, from: parent.path, to: entryOf(place.path, byPath) }]
      : [];
  const region = byPath.get(parent?.parent ?? '');
  const met =
    place.kind === 'end' && parent?.kind === 'group' && region?.kind === 'branches'
      ? [{ ...nothing, id: `${place.path} ${joinOf(region.path)}`, from: place.path, to: joinOf(region.path) }]
      : [];
  return [...begun, ...met];
}

function kindOf(way: OutlineWay): DrawnEdge['kind'] {
  if (way.outcome !== undefined) return way.outcome.kind;
  return leadsOn(way) ? 'pass' : 'other';
}

function frameOf(place: OutlinePlace, nodes: readonly DrawnNode[]): DrawnNode {
  const inside = nodes.filter(({ id }) => id === place.path || id === joinOf(place.path) || id.startsWith(`${place.path}.`));
  const left = Math.min(...inside.map(({ at }) => at.x)) - around;
  const top = Math.min(...inside.map(({ at }) => at.y)) - around;
  const right = Math.max(...inside.map(({ at, width }) => at.x + width)) + around;
  const bottom = Math.max(...inside.map(({ at, height }) => at.y + height)) + around;
  return { id: `${place.path}#frame`, kind: 'frame', place, at: { x: left, y: top }, width: right - left, height: bottom - top };
}
