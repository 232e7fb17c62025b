import { Graph as Drawing, layout } from '@dagrejs/dagre';

/** Of a place's box, in pixels. */
export const size = { width: 200, height: 78 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is to be laid out, its nodes in the order in which they are come to. */
interface Drawable {
  readonly nodes: readonly { readonly path: string; readonly width?: number; readonly height?: number }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly kind: string }[];
}

interface LaidOut {
  /** The upper left corner of each place. */
  readonly places: ReadonlyMap<string, Point>;
  /** The bends of each arrow, by its ends, around whatever is between. */
  readonly bends: ReadonlyMap<string, readonly Point[]>;
}

/** Where everything is drawn: from above down, as a case goes when all is agreed to. */
export function laidOut({ nodes, edges }: Drawable): LaidOut {
  const drawing = new Drawing();
  drawing.setGraph({ rankdir: 'TB', nodesep: 40, edgesep: 24, ranksep: 44 });
  drawing.setDefaultEdgeLabel(() => ({}));
  for (const { path, width = size.width, height = size.height } of nodes) drawing.setNode(path, { width, height });
  const order = new Map(nodes.map(({ path }, index) => [path, index]));
  for (const { from, to, kind } of edges) {
    // What leads back is laid out as if it led on, or it would turn the whole picture over.
    const isBack = (order.get(from) ?? 0) > (order.get(to) ?? 0);
    const [upper, lower] = isBack ? [to, from] : [from, to];
    if (!drawing.hasEdge(upper, lower)) drawing.setEdge(upper, lower, { weight: kind === 'pass' && !isBack ? 8 : 1 });
  }
  layout(drawing);
  const places = nodes.map(({ path, width = size.width, height = size.height }) => {
    const { x = 0, y = 0 } = drawing.node(path);
    return [path, { x: x - width / 2, y: y - height / 2 }] as const;
  });
  const bends = edges.map(({ from, to }) => {
    const [isOn, points] = drawing.hasEdge(from, to) ? [true, drawing.edge(from, to).points] : [false, drawing.edge(to, from).points];
    return [`${from} ${to}`, isOn ? (points ?? []) : (points ?? []).toReversed().map(beside)] as const;
  });
  return { places: new Map(places), bends: new Map(bends) };
}

/** What leads back is drawn beside what leads on. */
const beside = ({ x, y }: Point): Point => ({ x: x + 16, y });

/** Through the middle of each bend's neighbours, so that it is round. */
export function curveThrough([first, ...rest]: readonly Point[]): string {
  if (first === undefined) return '';
  const parts = rest.map((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) return `L ${point.x} ${point.y}`;
    return `Q ${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return [`M ${first.x} ${first.y}`, ...parts].join(' ');
}
