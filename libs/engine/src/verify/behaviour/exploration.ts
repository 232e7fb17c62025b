import type { Place } from '../../compile/tree.ts';
import { endsScope } from './ability.ts';
import type { Landing } from './landing.ts';
import { type Spot, scopeOf } from './spot.ts';
import { after, joined, type Trail } from './trail.ts';
import { isPassing, type Way, type Ways } from './way.ts';

/** A spot that a scope can come to, and how. */
export interface Reached {
  readonly spot: Spot;
  readonly trail: Trail | undefined;
  /** Whether a case can stand there: otherwise it is gone on from at once. */
  readonly isStanding: boolean;
}

/** What a scope can come to by itself from where it begins. */
export interface Explored {
  readonly reached: ReadonlyMap<string, Reached>;
  /** The ways out of the scope, each once. */
  readonly exits: ReadonlyMap<string, { readonly landing: Landing; readonly trail: Trail }>;
  /** How it comes to its end, if it can. */
  readonly end: { readonly trail: Trail | undefined } | undefined;
}

/**
 * Explores each region by itself: regions are independent of each other, except that leaving a parallel state leaves them all, and that
 * they come to their end together. So the work grows with the sum of their states, not with the product.
 */
export class Exploration {
  private readonly known = new Map<string, Explored>();

  constructor(private readonly ways: Ways) {}

  from(scope: Place, start: Spot): Explored {
    const key = `${scope.path}|${start.key}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const found = new Walk(this, this.ways, scope).from(start);
    this.known.set(key, found);
    return found;
  }
}

class Walk {
  private readonly reached = new Map<string, Reached>();
  private readonly exits = new Map<string, { landing: Landing; trail: Trail }>();
  private readonly open: Reached[] = [];
  private end: Explored['end'];

  constructor(
    private readonly exploration: Exploration,
    private readonly ways: Ways,
    private readonly scope: Place,
  ) {}

  from(start: Spot): Explored {
    this.come(start, undefined);
    for (let at = this.open.shift(); at !== undefined; at = this.open.shift()) {
      if (at.spot.regions === undefined) this.leaveLeaf(at);
      else this.leaveParallel(at, at.spot.regions);
    }
    return { reached: this.reached, exits: this.exits, end: this.end };
  }

  private come(spot: Spot, trail: Trail | undefined): void {
    if (this.reached.has(spot.key)) return;
    const at = { spot, trail, isStanding: !isPassing(this.ways.from(spot.place)) };
    this.reached.set(spot.key, at);
    this.open.push(at);
  }

  private land(landing: Landing, trail: Trail): void {
    if (landing.scope === this.scope) this.come(landing.spot, trail);
    else {
      const key = `${landing.scope.path}|${landing.spot.key}`;
      if (!this.exits.has(key)) this.exits.set(key, { landing, trail });
    }
  }

  private take(ways: readonly Way[], before: Trail | undefined): void {
    for (const way of ways) for (const landing of way.landings) this.land(landing, after(before, way, landing));
  }

  private leaveLeaf({ spot: { place }, trail, isStanding }: Reached): void {
    if (endsScope(place)) this.end ??= { trail };
    const ways = this.ways.from(place);
    this.take(isStanding ? ways : ways.filter(({ happening }) => happening === undefined), trail);
  }

  private leaveParallel({ spot, trail }: Reached, regions: readonly Spot[]): void {
    this.take(this.ways.from(spot.place), trail);
    const explored = regions.map((region, index) => this.exploration.from(spot.place.children[index] ?? spot.place, region));
    for (const { exits } of explored) for (const exit of exits.values()) this.land(exit.landing, joined(trail, exit.trail) ?? exit.trail);
    if (explored.some(({ end }) => end === undefined)) return;
    const complete = explored.reduce((gone, { end }) => joined(gone, end?.trail), trail);
    if (spot.place === scopeOf(spot.place)) this.end ??= { trail: complete };
    this.take(this.ways.completing(spot.place), complete);
  }
}
