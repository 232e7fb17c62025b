import { buildTree, isWithin, type Place, type Tree } from '../compile/tree.ts';
import type { Definition } from '../definition/definition.ts';
import { pointerTo } from '../problem.ts';
import { leadsOn, outlineOf } from './outline.ts';
import { withValue } from './pointer.ts';
import { rewired } from './references.ts';
import { type Added, between, passedOn, withInitial } from './states.ts';

/** Paths of the states a state can be moved into: whatever holds states one after another, but not itself or where it is. */
export function holdersFor(definition: Definition, path: string): readonly string[] {
  const tree = buildTree(definition.key, definition.machine);
  const place = tree.byPath.get(path);
  if (place === undefined || !isMovable(place)) return [];
  return tree.places.filter((holder) => mayHold(holder, place)).map((holder) => holder.path);
}

/** Ends, regions and what is the only thing to do where it is stay where they are. */
function isMovable({ type, parent }: Place): boolean {
  if (parent === undefined || parent.type !== 'compound' || type === 'final' || type === 'history') return false;
  return parent.children.filter((child) => child.type !== 'final' && child.type !== 'history').length > 1;
}

const mayHold = (holder: Place, place: Place): boolean => holder.type === 'compound' && holder !== place.parent && !isWithin(holder, place);

/**
 * Takes a state out of where it is and puts it, with all it holds, before the end of what another state holds. What passed cases to it
 * passes them to where it would have passed them on; whatever else names it follows. The same definition where that cannot be.
 */
export function moveInto(definition: Definition, path: string, into: string): Added {
  const tree = buildTree(definition.key, definition.machine);
  const [place, holder] = [tree.byPath.get(path), tree.byPath.get(into)];
  if (place === undefined || holder === undefined || !isMovable(place) || !mayHold(holder, place)) return { definition, path };
  const [next] = onwardFrom(definition, path);
  const isInside = (at: string): boolean => at === path || at.startsWith(`${path}.`);
  const healed = next === undefined || isInside(next) ? definition : passedOn(definition, path, next);
  const key = freeKey(holder, place.key);
  const to = into === '' ? key : `${into}.${key}`;
  const moved = (at: string): string => (isInside(at) ? `${to}${at.slice(path.length)}` : at);
  const last = lastIn(definition, holder);
  return {
    definition: threaded(rewired(healed, replaced(healed, place, `${holder.pointer}/states${pointerTo(key)}`, next), moved), last, to),
    path: to,
  };
}

function replaced(definition: Definition, place: Place, to: string, next: string | undefined): Definition {
  const tree: Tree = buildTree(definition.key, definition.machine);
  const taken = withInitial(withValue(definition, place.pointer, undefined), place, tree.byPath.get(next ?? ''));
  return withValue(taken, to, tree.byPath.get(place.path)?.node);
}

/** It leads on to where what stood before it led on to; what it leads to otherwise stays. */
const threaded = (definition: Definition, before: string | undefined, path: string): Definition =>
  before === undefined || onwardFrom(definition, before).length === 0 ? definition : between(definition, before, path);

const onwardFrom = (definition: Definition, path: string): readonly string[] =>
  outlineOf(definition)
    .find((place) => place.path === path)
    ?.ways.find(leadsOn)?.targets ?? [];

/** What a case comes to last in a state before it is at its end there. */
function lastIn(definition: Definition, holder: Place): string | undefined {
  const inside = outlineOf(definition).filter(({ parent, kind }) => parent === holder.path && kind !== 'end' && kind !== 'history');
  const ends = new Set(holder.children.filter(({ type }) => type === 'final').map(({ path }) => path));
  const leads = (path: string): boolean => onwardFrom(definition, path).some((target) => ends.has(target));
  return (inside.findLast(({ path }) => leads(path)) ?? inside.at(-1))?.path;
}

function freeKey(holder: Place, key: string): string {
  const taken = new Set(holder.children.map((child) => child.key));
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) if (!taken.has(`${key}${number}`)) return `${key}${number}`;
}
