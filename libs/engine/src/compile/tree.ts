import type { Text } from '../definition/basics.ts';
import type { Call } from '../definition/call.ts';
import type { Children } from '../definition/children.ts';
import type { StateNode, Transition, Transitions } from '../definition/machine.ts';
import type { Step } from '../definition/step.ts';
import { pointerTo } from '../problem.ts';

/** One state of the document, with its place in the tree. */
export interface Place {
  /** Keys from the root joined by dots; empty for the root. A step is known by this path. */
  readonly path: string;
  readonly key: string;
  readonly node: StateNode;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly parent: Place | undefined;
  readonly children: readonly Place[];
  readonly pointer: string;
  /** The id XState knows it by. */
  readonly id: string;
  readonly step: Step | undefined;
  /** What others are to do while it is active. */
  readonly errand: Errand | undefined;
  /** What people call it: what is done there, or what the state is. */
  readonly title: Text | undefined;
}

export type Errand = { readonly of: 'children'; readonly children: Children } | { readonly of: 'call'; readonly call: Call };

export interface Tree {
  readonly root: Place;
  /** Every place, parents before children, in document order. */
  readonly places: readonly Place[];
  readonly byPath: ReadonlyMap<string, Place>;
  readonly byId: ReadonlyMap<string, Place>;
}

function titleOf({ meta }: StateNode, errand: Errand | undefined): Text | undefined {
  const asked = errand?.of === 'children' ? errand.children : errand?.call;
  return meta?.step?.title ?? asked?.title ?? meta?.title;
}

export function buildTree(key: string, machine: StateNode): Tree {
  const places: Place[] = [];
  const add = (node: StateNode, name: string, parent: Place | undefined, pointer: string): Place => {
    const path = parent === undefined ? '' : parent.path === '' ? name : `${parent.path}.${name}`;
    const children: Place[] = [];
    const inferred = Object.keys(node.states ?? {}).length > 0 ? 'compound' : 'atomic';
    const id = node.id ?? (path === '' ? key : `${key}.${path}`);
    const step = node.meta?.step;
    const errand = errandOf(node);
    const place: Place = {
      path,
      key: name,
      node,
      type: node.type ?? inferred,
      parent,
      children,
      pointer,
      id,
      step,
      errand,
      title: titleOf(node, errand),
    };
    places.push(place);
    for (const [childName, child] of Object.entries(node.states ?? {})) {
      children.push(add(child, childName, place, `${pointer}${pointerTo('states', childName)}`));
    }
    return place;
  };
  const root = add(machine, key, undefined, '/machine');
  return {
    root,
    places,
    byPath: new Map(places.map((place) => [place.path, place])),
    // The first place with an id keeps it, so that a second one can be found out.
    byId: new Map([...places].reverse().map((place) => [place.id, place])),
  };
}

function errandOf({ meta }: StateNode): Errand | undefined {
  if (meta?.children !== undefined) return { of: 'children', children: meta.children };
  return meta?.call === undefined ? undefined : { of: 'call', call: meta.call };
}

/** Finds what a transition's target means, by XState's rules: `#id.path`, `.child.path`, or `sibling.path`. */
export function resolveTarget(tree: Tree, source: Place, target: string): Place | undefined {
  if (target.startsWith('#')) {
    const [id = '', ...keys] = target.slice(1).split('.');
    return descend(tree.byId.get(id), keys);
  }
  if (target.startsWith('.')) return descend(source, target.slice(1).split('.'));
  return descend(source.parent, target.split('.'));
}

function descend(from: Place | undefined, keys: readonly string[]): Place | undefined {
  let place = from;
  for (const key of keys) place = place?.children.find((child) => child.key === key);
  return place;
}

/** A transition as written somewhere in the document. */
export interface Arrow {
  readonly source: Place;
  readonly trigger: 'on' | 'always' | 'after' | 'onDone';
  /** The event's or the delay's name; empty for `always` and `onDone`. */
  readonly name: string;
  readonly transition: Transition;
  readonly pointer: string;
}

export function asList(transitions: Transitions | undefined): Transition[] {
  if (transitions === undefined) return [];
  const list = Array.isArray(transitions) ? transitions : [transitions];
  return list.map((item) => (typeof item === 'string' ? { target: item } : item));
}

export const targetsOf = (transition: Transition): string[] => (transition.target === undefined ? [] : [transition.target].flat());

export function arrowsOf(place: Place): Arrow[] {
  const arrows = (trigger: Arrow['trigger'], name: string, transitions: Transitions | undefined, pointer: string) =>
    asList(transitions).map((transition, index): Arrow => {
      const at = Array.isArray(transitions) ? `${pointer}${pointerTo(index)}` : pointer;
      return { source: place, trigger, name, transition, pointer: at };
    });
  const { node, pointer } = place;
  return [
    ...Object.entries(node.on ?? {}).flatMap(([name, list]) => arrows('on', name, list, `${pointer}${pointerTo('on', name)}`)),
    ...arrows('always', '', node.always, `${pointer}/always`),
    ...Object.entries(node.after ?? {}).flatMap(([name, list]) => arrows('after', name, list, `${pointer}${pointerTo('after', name)}`)),
    ...arrows('onDone', '', node.onDone, `${pointer}/onDone`),
  ];
}

/** The place itself and everything above it, innermost first. */
export function ancestry(place: Place): Place[] {
  const line: Place[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) line.push(at);
  return line;
}

export const isWithin = (place: Place, container: Place): boolean => ancestry(place).includes(container);

/** The innermost state that holds both. */
export function commonAncestor(one: Place, other: Place): Place | undefined {
  const line = ancestry(other);
  return ancestry(one).find((place) => line.includes(place));
}

/** What places are called in a sentence, one after another: by their titles, and where they have none, by their paths. */
export function called(places: readonly Pick<Place, 'title' | 'path' | 'key'>[], between = '、'): Required<Text> {
  const name = ({ title, path, key }: Pick<Place, 'title' | 'path' | 'key'>): Text => title ?? { zh: path === '' ? key : path };
  return {
    zh: places.map((place) => name(place).zh).join(between),
    en: places.map((place) => name(place).en ?? name(place).zh).join(between === '、' ? ', ' : between),
  };
}
