import { isWithin, type Place, type Tree } from '../compile/tree.ts';
import type { Json } from '../run/state.ts';

/** Where the machine of a version stands, with all that is active there. */
export interface Position {
  readonly value: Json;
  readonly active: ReadonlySet<Place>;
}

/**
 * The position in which all of these places are active. Regions in which none of them lies begin at their beginning.
 * @param isOver whether a place had come to its end before, so that nothing is waiting to follow from it
 * @returns undefined when they cannot be active at once, or something would have followed by now
 */
export function positionOf({ root }: Tree, standing: ReadonlySet<Place>, isOver: (place: Place) => boolean): Position | undefined {
  const active = new Set<Place>();
  const enter = (place: Place): Json | undefined => {
    active.add(place);
    if (place.type === 'parallel') return besideEachOther(place.children, enter);
    if (place.type !== 'compound') return {};
    const child = onlyOne(place, standing);
    const value = child && enter(child);
    if (child === undefined || value === undefined) return undefined;
    return child.children.length === 0 ? child.key : { [child.key]: value };
  };
  const value = enter(root);
  const isWhole = value !== undefined && [...standing].every((place) => active.has(place));
  if (!isWhole || [...active].some((place) => isEnded(place, active) && wouldFollow(place) && !isOver(place))) return undefined;
  return { value, active };
}

function besideEachOther(regions: readonly Place[], enter: (place: Place) => Json | undefined): Json | undefined {
  const values: Record<string, Json> = {};
  for (const region of regions) {
    const value = enter(region);
    if (value === undefined) return undefined;
    values[region.key] = value;
  }
  return values;
}

/** The one child that holds what is to be active, or the one it begins with. */
function onlyOne({ children, node }: Place, standing: ReadonlySet<Place>): Place | undefined {
  const holding = children.filter((child) => [...standing].some((place) => isWithin(place, child)));
  if (holding.length > 1) return undefined;
  return holding[0] ?? children.find(({ key, type }) => key === node.initial && type !== 'history');
}

export function isEnded(place: Place, active: ReadonlySet<Place>): boolean {
  if (place.type === 'final') return true;
  if (place.type === 'parallel') return place.children.every((region) => isEnded(region, active));
  return place.type === 'compound' && place.children.some((child) => child.type === 'final' && active.has(child));
}

const wouldFollow = ({ parent, node, type }: Place): boolean => type !== 'final' && (parent === undefined || node.onDone !== undefined);
