import type { BpmnDiagram, BpmnFlow, BpmnKind, BpmnNode } from './diagram.ts';
import { ranksOf } from './ranks.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything in a diagram is, in pixels. */
export interface BpmnLayout {
  readonly pool: Bounds;
  readonly lanes: ReadonlyMap<string, Bounds>;
  readonly shapes: ReadonlyMap<string, Bounds>;
  readonly routes: ReadonlyMap<string, readonly Point[]>;
  /** Below all lanes: one box for each thing that may happen at any time. */
  readonly anyTime: ReadonlyMap<string, Bounds>;
  readonly anyTimeLane: Bounds | undefined;
}

const margin = { x: 160, y: 80 } as const;
const header = 30;
const column = 120;
const gap = { least: 80, each: 8 } as const;
/** The height of what is in a lane, one below another. */
const slot = { node: 110, event: 14, passing: 18, top: 15 } as const;
const anyTimeBox = { width: 260, height: 120, space: 20 } as const;

const sizes: Readonly<Partial<Record<BpmnKind, readonly [width: number, height: number]>>> = {
  userTask: [100, 80],
  serviceTask: [100, 80],
  callActivity: [100, 80],
  exclusive: [50, 50],
  parallel: [50, 50],
  eventBased: [50, 50],
};
export const sizeOf = (kind: BpmnKind): readonly [number, number] => sizes[kind] ?? [36, 36];

/**
 * Lays a diagram out: bodies in lanes from top to bottom, time from left to right, a column for each rank. A line that
 * passes a column has a place of its own there, below the nodes, so that no line runs through a shape.
 */
export function layoutOf(diagram: BpmnDiagram): BpmnLayout {
  return new Grid(diagram).layout();
}

/** One flow on its way from column to column: the gap it leaves by, and the heights it goes through them at. */
interface Course {
  readonly flow: BpmnFlow;
  /** Each gap in which it changes its height, by the rank to the left of it, with the height it goes on at. */
  readonly turns: { readonly gap: number; readonly y: number }[];
  readonly from: Bounds;
  readonly to: Bounds;
  readonly startsBelow: boolean;
}

class Grid {
  private readonly ranks: ReadonlyMap<string, number>;
  private readonly last: number;
  /** For each lane and rank: how much of its height is taken. */
  private readonly taken = new Map<string, number>();
  private readonly tops = new Map<string, number>();
  private readonly passing = new Map<string, { lane: string; y: number }>();
  private readonly events: ReadonlyMap<string, readonly BpmnNode[]>;

  constructor(private readonly diagram: BpmnDiagram) {
    this.ranks = ranksOf(diagram.nodes, diagram.flows);
    this.last = Math.max(0, ...this.ranks.values());
    const boundary = diagram.nodes.filter(({ on }) => on !== undefined);
    this.events = new Map(diagram.nodes.map(({ id }) => [id, boundary.filter(({ on }) => on === id)]));
  }

  layout(): BpmnLayout {
    const { nodes, flows, lanes } = this.diagram;
    for (const node of nodes.filter(({ on }) => on === undefined)) {
      const events = this.events.get(node.id)?.length ?? 0;
      this.tops.set(node.id, this.take(node.lane ?? '', this.rank(node.id), slot.node + events * slot.event));
    }
    for (const flow of flows) for (const rank of this.passed(flow)) this.pass(flow, rank);
    const laneTops = this.stack();
    const gaps = this.gapsOf(flows.map((flow) => this.turnsOf(flow, laneTops)));
    const lefts = this.columnsOf(gaps);
    const shapes = this.shapesOf(laneTops, lefts);
    const routes = this.routesOf(shapes, laneTops, lefts);
    return { shapes, routes, ...this.frame(lanes, laneTops, lefts[this.last + 1] ?? 0) };
  }

  private rank(id: string): number {
    return this.ranks.get(id) ?? 0;
  }

  private laneOf(id: string): string {
    return this.diagram.nodes.find((node) => node.id === id)?.lane ?? '';
  }

  private take(lane: string, rank: number, height: number): number {
    const key = `${lane} ${rank}`;
    const top = this.taken.get(key) ?? 0;
    this.taken.set(key, top + height);
    return top;
  }

  /** The columns a flow passes on its way: those between its ends, and those of its ends when it leads back. */
  private passed({ from, to }: BpmnFlow): number[] {
    const [start, end] = [this.rank(from), this.rank(to)];
    const [first, last] = end > start ? [start + 1, end - 1] : [end, start];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  }

  private pass(flow: BpmnFlow, rank: number): void {
    const lane = this.laneOf(flow.to);
    const top = this.take(lane, rank, slot.passing);
    this.passing.set(`${flow.id} ${rank}`, { lane, y: top + slot.passing / 2 });
  }

  private stack(): ReadonlyMap<string, number> {
    const tops = new Map<string, number>();
    let y: number = margin.y;
    for (const { id } of this.diagram.lanes) {
      tops.set(id, y);
      y += this.heightOf(id);
    }
    return tops;
  }

  private heightOf(lane: string): number {
    const heights = Array.from({ length: this.last + 1 }, (_, rank) => this.taken.get(`${lane} ${rank}`) ?? 0);
    return Math.max(slot.node, ...heights) + slot.top;
  }

  private centre(id: string, lanes: ReadonlyMap<string, number>): number {
    return (lanes.get(this.laneOf(id)) ?? 0) + slot.top + (this.tops.get(id) ?? 0) + 40;
  }

  /** At which height a flow leaves: that of its node; of a boundary event, below the activity, each lower than the one before. */
  private leaving(id: string, lanes: ReadonlyMap<string, number>): number {
    const { on } = this.diagram.nodes.find((node) => node.id === id) ?? {};
    if (on === undefined) return this.centre(id, lanes);
    const index = this.events.get(on)?.findIndex((event) => event.id === id) ?? 0;
    return this.centre(on, lanes) + 40 + 18 + 8 + index * slot.event;
  }

  /** Each gap the flow changes its height in, with the height it goes on at. */
  private turnsOf(flow: BpmnFlow, lanes: ReadonlyMap<string, number>): Course['turns'] {
    const [start, end] = [this.rank(flow.from), this.rank(flow.to)];
    const heightAt = (rank: number): number => {
      const { lane, y } = this.passing.get(`${flow.id} ${rank}`) ?? { lane: '', y: 0 };
      return (lanes.get(lane) ?? 0) + slot.top + y;
    };
    const target = this.centre(flow.to, lanes);
    if (end > start) {
      const between = Array.from({ length: end - start - 1 }, (_, index) => ({ gap: start + 1 + index, y: heightAt(start + 1 + index) }));
      return [...between, { gap: end, y: target }];
    }
    const back = Array.from({ length: start - end + 1 }, (_, index) => ({ gap: start + 1 - index, y: heightAt(start - index) }));
    return [...back, { gap: end, y: target }];
  }

  /** The width of each gap, by the rank to its right. */
  private gapsOf(all: readonly Course['turns'][]): number[] {
    const turns = all.flat();
    return Array.from({ length: this.last + 2 }, (_, rank) => gap.least + gap.each * turns.filter((turn) => turn.gap === rank).length);
  }

  /** The left of each column, and last the right of everything. */
  private columnsOf(gaps: readonly number[]): number[] {
    let x = margin.x + header * 2;
    return gaps.map((width) => {
      x += width;
      const left = x;
      x += column;
      return left;
    });
  }

  private shapesOf(lanes: ReadonlyMap<string, number>, lefts: readonly number[]): ReadonlyMap<string, Bounds> {
    const shapes = new Map<string, Bounds>();
    for (const { id, kind, on } of this.diagram.nodes) {
      const [width, height] = sizeOf(kind);
      const left = lefts[this.rank(id)] ?? 0;
      if (on === undefined) {
        shapes.set(id, { x: left + (column - width) / 2, y: this.centre(id, lanes) - height / 2, width, height });
      } else {
        const index = this.events.get(on)?.findIndex((event) => event.id === id) ?? 0;
        const x = left + column - 10 - width - Math.min(index, 3) * 21 - 2;
        shapes.set(id, { x, y: this.centre(on, lanes) + 40 - height / 2, width, height });
      }
    }
    return shapes;
  }

  private routesOf(
    shapes: ReadonlyMap<string, Bounds>,
    lanes: ReadonlyMap<string, number>,
    lefts: readonly number[],
  ): ReadonlyMap<string, readonly Point[]> {
    const used = new Map<number, number>();
    const channel = (rank: number): number => {
      const index = used.get(rank) ?? 0;
      used.set(rank, index + 1);
      return (lefts[rank] ?? 0) - gap.least / 2 - gap.each * index;
    };
    const route = (flow: BpmnFlow): Point[] => {
      const [from, to] = [shapes.get(flow.from), shapes.get(flow.to)];
      if (from === undefined || to === undefined) return [];
      let y = this.leaving(flow.from, lanes);
      const isBoundary = y > from.y + from.height;
      const points: Point[] = isBoundary
        ? [
            { x: from.x + from.width / 2, y: from.y + from.height },
            { x: from.x + from.width / 2, y },
          ]
        : [{ x: from.x + from.width, y }];
      for (const turn of this.turnsOf(flow, lanes)) {
        if (turn.y === y) continue;
        const x = channel(turn.gap);
        points.push({ x, y }, { x, y: turn.y });
        y = turn.y;
      }
      return [...points, { x: to.x, y }];
    };
    return new Map(this.diagram.flows.map((flow) => [flow.id, route(flow)]));
  }

  private frame(lanes: BpmnDiagram['lanes'], tops: ReadonlyMap<string, number>, right: number): Omit<BpmnLayout, 'shapes' | 'routes'> {
    const { anyTime } = this.diagram;
    const left = margin.x + header;
    const needed = left + header + anyTime.length * (anyTimeBox.width + anyTimeBox.space) + anyTimeBox.space;
    const width = Math.max(right, needed) - left;
    const bottom = lanes.reduce<number>((y, { id }) => Math.max(y, (tops.get(id) ?? 0) + this.heightOf(id)), margin.y);
    const height = anyTime.length === 0 ? 0 : anyTimeBox.height + 2 * anyTimeBox.space;
    return {
      pool: { x: margin.x, y: margin.y, width: width + header, height: bottom - margin.y + height },
      lanes: new Map(lanes.map(({ id }) => [id, { x: left, y: tops.get(id) ?? 0, width, height: this.heightOf(id) }])),
      anyTimeLane: height === 0 ? undefined : { x: left, y: bottom, width, height },
      anyTime: new Map(
        anyTime.map(({ id }, index) => {
          const x = left + header + anyTimeBox.space + index * (anyTimeBox.width + anyTimeBox.space);
          return [id, { x, y: bottom + anyTimeBox.space, width: anyTimeBox.width, height: anyTimeBox.height }];
        }),
      ),
    };
  }
}
