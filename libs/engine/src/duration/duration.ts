import type { Place } from '../compile/tree.ts';
import type { Instant } from '../run/state.ts';
import { endsScope } from '../verify/behaviour/ability.ts';
import type { Landing } from '../verify/behaviour/landing.ts';
import type { Spot } from '../verify/behaviour/spot.ts';
import { scopeOf } from '../verify/behaviour/spot.ts';
import { isInterruption, type Way } from '../verify/behaviour/way.ts';
import { Inspection } from '../verify/inspection.ts';
import type { Workflow } from '../workflow.ts';
import { boundOf, type Unbounded } from './bounds.ts';

/** A stay of a case in one state. */
export interface Stay {
  /** Path of the state. */
  readonly state: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** How long a case takes at the longest, and by which way; or where, and why, nobody can say. */
export type Duration =
  | { readonly kind: 'bounded'; readonly until: Instant; readonly path: readonly Stay[] }
  | { readonly kind: 'unbounded'; readonly because: Unbounded | 'round'; readonly state: string };

/** How much of a process is meant. */
export interface Extent {
  /** How often the case is sent back; without it, never. */
  readonly returns?: number;
  /** Path of a state, not within regions side by side, at which it is enough to arrive; without it, the end of the case. */
  readonly to?: string;
}

/**
 * The longest that a case takes that is submitted at a moment, on the calendar: each step until its due time and the last rung of its ladder, or until the
 * delay that takes the case on. What the applicant does before submitting does not count.
 */
export function durationOf(workflow: Workflow, from: Instant, extent: Extent = {}): Duration {
  return longestOf(new Inspection(workflow), from, extent);
}

export function longestOf(inspection: Inspection, from: Instant, { returns = 0, to }: Extent): Duration {
  const longest = new Longest(inspection, to);
  try {
    const { end } = longest.of(inspection.tree.root, inspection.beginning, { at: from, left: returns, path: [], isBegun: false });
    return { kind: 'bounded', until: end?.at ?? from, path: end?.path ?? [] };
  } catch (error) {
    if (error instanceof Boundless) return { kind: 'unbounded', because: error.because, state: error.state };
    throw error;
  }
}

/** The latest moment, to the hour, at which a case can be submitted that has to be there by another; undefined where nobody can say. */
export function latestStart(workflow: Workflow, end: Instant, extent: Extent = {}): Instant | undefined {
  const inspection = new Inspection(workflow);
  const hour = 3_600_000;
  const last = Math.floor(Date.parse(end) / hour);
  const isInTime = (hours: number): boolean | undefined => {
    const found = longestOf(inspection, new Date(hours * hour).toISOString(), extent);
    return found.kind === 'bounded' ? found.until <= end : undefined;
  };
  let [early, late] = [last - 24 * 400, last + 1];
  if (isInTime(early) !== true) return undefined;
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (isInTime(middle)) early = middle;
    else late = middle;
  }
  return new Date(early * hour).toISOString();
}

class Boundless extends Error {
  constructor(
    readonly because: Unbounded | 'round',
    readonly state: string,
  ) {
    super(because);
  }
}

interface Arrival {
  readonly at: Instant;
  /** How often the case may still be sent back. */
  readonly left: number;
  readonly path: readonly Stay[];
  /** Whether it has been submitted. */
  readonly isBegun: boolean;
}

interface Found {
  readonly end: Arrival | undefined;
  readonly exits: readonly { readonly landing: Landing; readonly arrival: Arrival }[];
}

class Longest {
  constructor(
    private readonly inspection: Inspection,
    private readonly to: string | undefined,
  ) {}

  /** The latest that a scope can come to its end, and to each way out of it. */
  of(scope: Place, start: Spot, arrival: Arrival): Found {
    const latest = new Map<string, { spot: Spot; arrival: Arrival; times: number }>();
    const open: string[] = [];
    const exits = new Map<string, { landing: Landing; arrival: Arrival }>();
    let end: Arrival | undefined;
    const come = (spot: Spot, arrived: Arrival): void => {
      const key = `${spot.key} ${arrived.left}`;
      const known = latest.get(key);
      if (known !== undefined && known.arrival.at >= arrived.at) return;
      const times = (known?.times ?? 0) + 1;
      if (times > this.inspection.tree.places.length) throw new Boundless('round', spot.place.path);
      latest.set(key, { spot, arrival: arrived, times });
      open.push(key);
    };
    const land = (landing: Landing, arrived: Arrival): void => {
      if (landing.scope === scope) return come(landing.spot, arrived);
      const key = `${landing.scope.path} ${landing.spot.key} ${arrived.left}`;
      if ((exits.get(key)?.arrival.at ?? '') < arrived.at) exits.set(key, { landing, arrival: arrived });
    };
    come(start, arrival);
    for (let key = open.shift(); key !== undefined; key = open.shift()) {
      const at = latest.get(key);
      if (at === undefined) continue;
      const gone = this.gone(at.spot, at.arrival);
      for (const { landing, arrival: arrived } of gone.exits) land(landing, arrived);
      if (gone.end !== undefined && gone.end.at >= (end?.at ?? '')) end = gone.end;
    }
    return { end, exits: [...exits.values()] };
  }

  private gone(spot: Spot, arrival: Arrival): Found {
    if (spot.place.path === this.to) return { end: arrival, exits: [] };
    return spot.regions === undefined ? this.leaf(spot.place, arrival) : this.parallel(spot, spot.regions, arrival);
  }

  private leaf(place: Place, arrival: Arrival): Found {
    if (endsScope(place)) return { end: arrival, exits: [] };
    const isDraft = !arrival.isBegun && place.step !== undefined && place.step.assignees.some((rule) => 'applicant' in rule);
    const bound = isDraft ? { until: arrival.at } : boundOf(this.inspection, place, arrival.at);
    if ('because' in bound) throw new Boundless(bound.because, place.path);
    const { until } = bound;
    const stay = place.step === undefined && until === arrival.at ? [] : [{ state: place.path, from: arrival.at, until }];
    return {
      end: undefined,
      exits: this.take(this.inspection.ways.from(place), { ...arrival, at: until, path: [...arrival.path, ...stay], isBegun: true }),
    };
  }

  private parallel(spot: Spot, regions: readonly Spot[], arrival: Arrival): Found {
    const found = regions.map((region, index) => this.of(spot.place.children[index] ?? spot.place, region, arrival));
    const exits = found.flatMap((one) => one.exits);
    const ends = found.map(({ end }) => end).sort((one, other) => ((one?.at ?? '') < (other?.at ?? '') ? 1 : -1));
    const [last] = ends;
    if (last === undefined || ends.includes(undefined)) return { end: undefined, exits };
    const completed = this.take(this.inspection.ways.completing(spot.place), last);
    return { end: spot.place === scopeOf(spot.place) ? last : undefined, exits: [...exits, ...completed] };
  }

  private take(ways: readonly Way[], arrival: Arrival): Found['exits'] {
    return ways
      .filter((way) => !isInterruption(way))
      .flatMap((way) => {
        const left = this.isReturn(way) ? arrival.left - 1 : arrival.left;
        return left < 0 ? [] : way.landings.map((landing) => ({ landing, arrival: { ...arrival, left } }));
      });
  }

  private isReturn({ happening }: Way): boolean {
    if (happening?.kind !== 'decide') return false;
    return this.inspection.workflow.steps.get(happening.step)?.outcomes.get(happening.outcome)?.kind === 'return';
  }
}
