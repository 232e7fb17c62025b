import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { type Bounds, type BpmnDiagram, bpmnDiagramOf, type Definition, layoutOf, type Point } from '#engine';
import { writeBpmn } from '../../../apps/console/src/exchange/bpmn/write-bpmn.ts';
import { posts } from '../../../config/posts.ts';
import { workflowCatalogue } from '../../../workflows/catalogue.ts';
import { arbitraryProcess } from '../../support/arbitrary-process.ts';

const titles = Object.fromEntries(Object.entries(posts).map(([post, { title }]) => [post, title]));
const drawn = (definition: Definition) => bpmnDiagramOf(definition, { language: 'zh', posts: titles });

const apart = (one: Bounds, other: Bounds) =>
  one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y;

async function expectReadable(diagram: BpmnDiagram): Promise<void> {
  const { warnings } = await new BpmnModdle().fromXML(await writeBpmn(diagram));
  expect(warnings).toEqual([]);
}

/** Tokens flow: everything but the start is come to, everything but an end is left, and nothing is twice. */
function expectConnected({ nodes, flows }: BpmnDiagram): void {
  const ids = nodes.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(flows.flatMap(({ from, to }) => [from, to]).filter((end) => !ids.includes(end))).toEqual([]);
  const come = new Set(flows.map(({ to }) => to));
  const left = new Set(flows.map(({ from }) => from));
  expect(nodes.filter(({ id, kind, on }) => !come.has(id) && !kind.startsWith('start') && on === undefined)).toEqual([]);
  expect(nodes.filter(({ id, kind }) => !left.has(id) && kind !== 'end' && kind !== 'terminate')).toEqual([]);
}

function expectLaidOut(diagram: BpmnDiagram): void {
  const { shapes, lanes, routes } = layoutOf(diagram);
  const standing = diagram.nodes.filter(({ on }) => on === undefined).map(({ id }) => shapes.get(id) as Bounds);
  const overlapping = standing.filter((one, index) => standing.slice(index + 1).some((other) => !apart(one, other)));
  const astray = diagram.nodes.filter(({ id, lane = '' }) => {
    const [shape, held] = [shapes.get(id) as Bounds, lanes.get(lane) as Bounds];
    return shape.y < held.y || shape.y + shape.height > held.y + held.height;
  });
  const cores = standing.map(({ x, y, width, height }) => ({ x: x + 1, y: y + 1, width: width - 2, height: height - 2 }));
  const crooked = diagram.flows.filter(({ id, to }) => {
    const points = routes.get(id) ?? [];
    const target = shapes.get(to) as Bounds;
    const lines = points.slice(1).map((point, index) => lineOf(points[index] as Point, point));
    const end = points.at(-1);
    return (
      end?.x !== target.x ||
      end.y !== target.y + target.height / 2 ||
      lines.some(({ width, height }) => width > 0 && height > 0) ||
      lines.some((line) => cores.some((core) => !apart(core, line)))
    );
  });
  expect({ overlapping, astray, crooked }).toEqual({ overlapping: [], astray: [], crooked: [] });
}

const lineOf = (from: Point, to: Point): Bounds => ({
  x: Math.min(from.x, to.x),
  y: Math.min(from.y, to.y),
  width: Math.abs(from.x - to.x),
  height: Math.abs(from.y - to.y),
});

const stepsOf = ({ states = {} }: Definition['machine'], path = ''): string[] =>
  Object.entries(states).flatMap(([name, state]) => [...(state.meta?.step ? [path + name] : []), ...stepsOf(state, `${path}${name}.`)]);

/** Every step is there, as a task of somebody's lane. */
function expectEveryStep(definition: Definition, { nodes }: BpmnDiagram): void {
  const tasks = nodes.filter(({ kind }) => kind === 'userTask').map(({ id }) => id.replace('task_', ''));
  expect(tasks.toSorted()).toEqual(stepsOf(definition.machine).toSorted());
}

describe('a definition as BPMN 2.0', () => {
  it.each(workflowCatalogue.map((definition) => [definition.key, definition] as const))('%s is drawn whole', async (_, definition) => {
    const diagram = drawn(definition);
    expectEveryStep(definition, diagram);
    expectConnected(diagram);
    expectLaidOut(diagram);
    await expectReadable(diagram);
  });

  it('is connected and without lines through shapes, whatever the process', () => {
    fc.assert(
      fc.property(arbitraryProcess, (definition) => {
        const diagram = drawn(definition);
        expectEveryStep(definition, diagram);
        expectConnected(diagram);
        expectLaidOut(diagram);
      }),
      { numRuns: 60 },
    );
  });

  it('is readable, whatever the process', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProcess, (definition) => expectReadable(drawn(definition))),
      { numRuns: 5 },
    );
  });
});
