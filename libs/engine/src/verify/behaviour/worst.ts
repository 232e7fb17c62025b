import type { Place } from '../../compile/tree.ts';
import type { Abilities, Bits } from './ability.ts';
import { endOf } from './ability.ts';
import type { Exploration } from './exploration.ts';
import type { Spot } from './spot.ts';
import { joined, type Trail } from './trail.ts';

/** A position of a scope in which little can come of it any more. */
export interface Worst {
  readonly bits: Bits;
  readonly leaves: readonly Place[];
  readonly trail: Trail | undefined;
  /** Of a parallel state: it, and the places in it that cannot come to their region's end. */
  readonly join?: { readonly parallel: Place; readonly unable: readonly Place[] };
}

/**
 * The worst positions that a scope can come to, of each spot. As regions move by themselves, every one of them may stand at its worst
 * while the others do; only what is worse than another position in some respect is kept.
 */
export class WorstPositions {
  private readonly known = new Map<string, readonly Worst[]>();

  constructor(
    private readonly exploration: Exploration,
    private readonly abilities: Abilities,
  ) {}

  /** Of every spot that the scope can come to, and stand at. */
  from(scope: Place, start: Spot): Worst[] {
    const reached = [...this.exploration.from(scope, start).reached.values()].filter(({ isStanding }) => isStanding);
    return reached.flatMap(({ spot, trail }) => {
      if (spot.regions === undefined) return [{ bits: this.abilities.of(spot), leaves: [spot.place], trail }];
      return this.beside(spot, spot.regions).map((worst) => ({ ...worst, trail: joined(trail, worst.trail) }));
    });
  }

  private beside(spot: Spot, regions: readonly Spot[]): readonly Worst[] {
    const known = this.known.get(spot.key);
    if (known !== undefined) return known;
    const { place } = spot;
    const own = endOf(place.children[0] ?? place);
    const each = regions.map((region, index) => {
      const scope = place.children[index] ?? place;
      return minimal(this.from(scope, region));
    });
    const together = each.reduce<readonly Position[]>(
      (combined, worst) => fewest(combined.flatMap((position) => worst.map((one) => beside(position, one, own)))),
      [{ leaving: 0, canComplete: true, leaves: [], trail: undefined, unable: [] }],
    );
    // Of two positions in which as little can come of it, the one that waits for a region tells more.
    const telling = together.toSorted((one, other) => Number(other.canComplete) - Number(one.canComplete));
    const found = minimal(
      telling.map(({ leaving, canComplete, leaves, trail, unable }) => ({
        bits: this.abilities.together(place, [leaving | (canComplete ? own : 0)]),
        leaves,
        trail,
        join: { parallel: place, unable },
      })),
    );
    this.known.set(spot.key, found);
    return found;
  }
}

interface Position {
  readonly leaving: Bits;
  readonly canComplete: boolean;
  readonly leaves: readonly Place[];
  readonly trail: Trail | undefined;
  readonly unable: readonly Place[];
}

function beside({ leaving, canComplete, leaves, trail, unable }: Position, worst: Worst, own: Bits): Position {
  const completes = (worst.bits & own) !== 0;
  return {
    leaving: leaving | (worst.bits & ~own),
    canComplete: canComplete && completes,
    leaves: [...leaves, ...worst.leaves],
    trail: joined(trail, worst.trail),
    unable: completes ? unable : [...unable, ...unableIn(worst)],
  };
}

/** In a region that cannot end: what holds it up in a parallel state inside it, or else where it stands. */
const unableIn = ({ join, leaves }: Worst): readonly Place[] => (join !== undefined && join.unable.length > 0 ? join.unable : leaves);

/** One for each set of abilities that holds no other: the last that was come to, which is where it ends. */
const minimal = (all: readonly Worst[]): Worst[] => least(all, ({ bits }) => bits);

const fewest = (all: readonly Position[]): Position[] => least(all, ({ leaving, canComplete }) => leaving * 2 + (canComplete ? 1 : 0));

function least<T>(all: readonly T[], bitsOf: (one: T) => Bits): T[] {
  const last = new Map(all.map((one) => [bitsOf(one), one]));
  const kept = [...last.keys()];
  return [...last].filter(([bits]) => !kept.some((other) => other !== bits && (other & bits) === other)).map(([, one]) => one);
}
