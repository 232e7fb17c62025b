import { ancestry, buildTree, called, type Place, type Tree } from '../compile/tree.ts';
import type { Text } from '../definition/basics.ts';
import { leavesOf } from '../run/snapshot.ts';
import type { Json } from '../run/state.ts';
import type { Workflow } from '../workflow.ts';

/** Which state of one version takes the place of which state of another, by their paths. */
export type Mapping = Readonly<Record<string, string>>;

/** What a case can stand at: people act, others are waited for, nothing but time or a signal moves it on, or it has ended. */
export type StandingKind = 'step' | 'children' | 'call' | 'waiting' | 'final';

const trees = new WeakMap<Workflow, Tree>();

export function treeOf(workflow: Workflow): Tree {
  const known = trees.get(workflow);
  if (known !== undefined) return known;
  const tree = buildTree(workflow.definition.key, workflow.definition.machine);
  trees.set(workflow, tree);
  return tree;
}

/** Undefined for a place that no case stands at: one with others inside it, or a history state. */
export function kindOf(place: Place | undefined): StandingKind | undefined {
  if (place === undefined || place.children.length > 0 || place.type === 'history') return undefined;
  if (place.type === 'final') return 'final';
  return place.step === undefined ? (place.errand?.of ?? 'waiting') : 'step';
}

export const standings = ({ places }: Tree): Place[] => places.filter((place) => kindOf(place) !== undefined);

/** The innermost places that are active in a position. */
export const standingIn = (tree: Tree, value: Json): Place[] => leavesOf(value).flatMap((path) => tree.byPath.get(path) ?? []);

/** Those and everything that holds them. */
export const activeIn = (tree: Tree, value: Json): Set<Place> => new Set(standingIn(tree, value).flatMap(ancestry));

/** Where a case would end: nothing may be mapped there. */
export const isEnd = (place: Place): boolean => place.type === 'final' && place.parent?.parent === undefined;

export const titleOf = (place: Place): Required<Text> => called([place]);
