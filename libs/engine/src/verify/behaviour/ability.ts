import type { Place } from '../../compile/tree.ts';
import { depthOf, type Spot, scopeOf } from './spot.ts';
import { isInterruption, type Ways } from './way.ts';

/**
 * What can still come of a spot by its own moves: bit `d` is set where the scope that `d` parallel states hold can come to its end, be it
 * its own or one further out. Interruptions from outside do not count. Bit 0 is the end of the case.
 */
export type Bits = number;

/** The bit of a scope's own end. */
export const endOf = (scope: Place): Bits => 1 << depthOf(scope);

/** Whether entering a final state is the end of the scope it is in. */
export const endsScope = (place: Place): boolean => place.type === 'final' && place.parent === scopeOf(place);

/** What every spot is able to, by the least fixpoint: what only a circle of hopes holds up does not count. */
export class Abilities {
  private readonly bits = new Map<string, Bits>();
  /** The spots in parallel states that some way leads to. */
  private readonly parallels = new Map<string, Spot>();
  private isSettled = false;

  constructor(
    private readonly ways: Ways,
    beginning: Spot,
  ) {
    this.of(beginning);
    const leaves = ways.tree.places.filter(({ children, type }) => children.length === 0 && type !== 'history').reverse();
    for (this.isSettled = false; !this.isSettled; ) {
      this.isSettled = true;
      for (const leaf of leaves) this.settle(leaf.path, this.byWays(leaf) | (endsScope(leaf) ? endOf(scopeOf(leaf)) : 0));
      for (const [key, { place, regions = [] }] of this.parallels)
        this.settle(
          key,
          this.together(
            place,
            regions.map((region) => this.of(region)),
          ),
        );
    }
  }

  of(spot: Spot): Bits {
    if (spot.regions !== undefined && !this.parallels.has(spot.key)) {
      this.parallels.set(spot.key, spot);
      this.isSettled = false;
    }
    return this.bits.get(spot.key) ?? 0;
  }

  private settle(key: string, bits: Bits): void {
    if (this.bits.get(key) === bits) return;
    this.bits.set(key, bits);
    this.isSettled = false;
  }

  /** Of a parallel state whose regions are able to these things. */
  together(parallel: Place, regions: readonly Bits[]): Bits {
    const own = endOf(parallel.children[0] ?? parallel);
    const leaving = regions.reduce((all, bits) => all | (bits & ~own), 0);
    const canComplete = regions.every((bits) => (bits & own) !== 0);
    return leaving | this.byWays(parallel) | (canComplete ? this.onCompletion(parallel) : 0);
  }

  /** What follows when all regions of a parallel state have come to their ends. */
  private onCompletion(parallel: Place): Bits {
    const ends = parallel === scopeOf(parallel) ? endOf(parallel) : 0;
    return this.ways
      .completing(parallel)
      .reduce((bits, { landings }) => landings.reduce((all, { spot }) => all | this.of(spot), bits), ends);
  }

  private byWays(place: Place): Bits {
    return this.ways
      .from(place)
      .filter((way) => !isInterruption(way))
      .reduce((bits, { landings }) => landings.reduce((all, { spot }) => all | this.of(spot), bits), 0);
  }
}
