import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AnyStateNode, createMachine } from 'xstate';
import { arbitraryProcess } from '../../../../test/support/arbitrary-process.ts';
import { workflowCatalogue } from '../../../../workflows/catalogue.ts';
import { targetPlaces } from '../compile/reach.ts';
import { arrowsOf, buildTree } from '../compile/tree.ts';
import type { Definition } from '../definition/definition.ts';
import { type PlainNode, plainMachineOf } from './plain-machine.ts';

/** What leads where, as XState reads the plain config: `from event> to`. */
function edgesOfXState(definition: Definition): string[] {
  const machine = createMachine(plainMachineOf(definition) as never);
  const nodes: AnyStateNode[] = [...(machine as unknown as { idMap: Map<string, AnyStateNode> }).idMap.values()];
  const event = (type: string) =>
    type.replace(/^xstate\.after\.(.*)\.[^.]*$/, 'after').replace(/^xstate\.done\.state\..*$/, 'onDone') || 'always';
  return nodes
    .flatMap((node) => {
      const always = (node.always ?? []).map((transition) => ({ type: '', transition }));
      const others = [...node.transitions].flatMap(([type, list]) => list.map((transition) => ({ type, transition })));
      return [...always, ...others].map(({ type, transition }) => {
        const name = type.startsWith('xstate.after.') ? 'after' : event(type);
        const targets = (transition.target ?? []).map((target: AnyStateNode) => target.path.join('.'));
        return `${node.path.join('.')} ${name}> ${targets.toSorted().join(' ')}`;
      });
    })
    .toSorted();
}

function ourEdges(definition: Definition): string[] {
  const tree = buildTree(definition.key, definition.machine);
  return tree.places
    .flatMap((place) =>
      arrowsOf(place).map((arrow) => {
        const targets = targetPlaces(tree, arrow).map(({ path }) => path);
        return `${place.path} ${arrow.trigger === 'on' ? arrow.name : arrow.trigger}> ${targets.toSorted().join(' ')}`;
      }),
    )
    .toSorted();
}

const namesIn = (node: PlainNode): unknown[] => [
  ...[node.on, node.after].flatMap((lists) => Object.values(lists ?? {}).flat()),
  ...(node.always ?? []),
  ...(node.onDone ?? []),
  ...Object.values(node.states ?? {}).flatMap(namesIn),
];

describe('a machine as plain XState config', () => {
  it.each(workflowCatalogue.map((definition) => [definition.key, definition] as const))('%s leads where it led', (_, definition) => {
    expect(edgesOfXState(definition)).toEqual(ourEdges(definition));
  });

  it('leads where it led, whatever the process, and is the same when it has been a file', () => {
    fc.assert(
      fc.property(arbitraryProcess, (definition) => {
        expect(edgesOfXState(definition)).toEqual(ourEdges(definition));
        const plain = plainMachineOf(definition);
        expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  it('names guards and actions, with what each name stands for, and gives no two of them one name', () => {
    for (const definition of workflowCatalogue) {
      const plain = plainMachineOf(definition);
      const transitions = namesIn(plain) as { guard?: unknown; actions?: unknown[] }[];
      const { guards, actions } = (plain.meta as { names: { guards: object; actions: object } }).names;
      expect(transitions.flatMap(({ guard = [] }) => guard).every((name) => typeof name === 'string' && Object.hasOwn(guards, name))).toBe(
        true,
      );
      expect(transitions.flatMap(({ actions: list = [] }) => list).every((name) => Object.hasOwn(actions, name as string))).toBe(true);
      const contents = Object.values(guards).map((guard) => JSON.stringify(guard));
      expect(new Set(contents).size).toBe(contents.length);
    }
  });
});
