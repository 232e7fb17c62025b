import { ancestry, type Place } from '../../compile/tree.ts';

/**
 * Where one region stands, or the whole case: at a place without states inside it, or in a parallel state, in each of whose regions it
 * stands somewhere again. Nothing is said of the regions beside it: they move by themselves.
 */
export interface Spot {
  /** The same for the same spot. */
  readonly key: string;
  readonly place: Place;
  /** Of a parallel state, where each of its regions stands. */
  readonly regions?: readonly Spot[];
}

/** What moves by itself: the whole case, or the region of a parallel state that a place is in. */
export const scopeOf = (place: Place): Place =>
  ancestry(place).find(({ parent }) => parent === undefined || parent.type === 'parallel') ?? place;

/** How many parallel states hold a scope. */
export const depthOf = (scope: Place): number => ancestry(scope).filter(({ parent }) => parent?.type === 'parallel').length;

/** The spot of a scope in which these places, without states inside them, are active. */
export function spotOf(scope: Place, leaves: readonly Place[]): Spot {
  const [leaf = scope] = leaves;
  const line = ancestry(leaf);
  const outermost = line.slice(0, line.indexOf(scope) + 1).findLast(({ type }) => type === 'parallel');
  if (outermost === undefined) return { key: leaf.path, place: leaf };
  const regions = outermost.children.map((region) =>
    spotOf(
      region,
      leaves.filter((place) => ancestry(place).includes(region)),
    ),
  );
  return { key: `${outermost.path}(${regions.map(({ key }) => key).join(',')})`, place: outermost, regions };
}

/** The places without states inside them that are active. */
export const leavesOf = ({ place, regions }: Spot): Place[] => (regions === undefined ? [place] : regions.flatMap(leavesOf));
