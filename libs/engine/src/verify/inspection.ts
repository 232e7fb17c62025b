import type { Place, Tree } from '../compile/tree.ts';
import { ancestry, buildTree } from '../compile/tree.ts';
import type { Definition } from '../definition/definition.ts';
import type { Workflow } from '../workflow.ts';
import { Abilities, endsScope } from './behaviour/ability.ts';
import { Exploration, type Explored, type Reached } from './behaviour/exploration.ts';
import { beginning } from './behaviour/landing.ts';
import { leavesOf, type Spot, scopeOf, spotOf } from './behaviour/spot.ts';
import { counterExample, joined, type Trail } from './behaviour/trail.ts';
import { isPassing, type Way, Ways } from './behaviour/way.ts';
import { Conditions } from './condition.ts';
import type { CounterExample } from './counter-example.ts';

/** A definition under inspection: its states, the ways between them, and where a case can come to. */
export class Inspection {
  readonly definition: Definition;
  readonly tree: Tree;
  readonly conditions: Conditions;
  readonly ways: Ways;
  readonly exploration: Exploration;
  readonly abilities: Abilities;
  readonly beginning: Spot;
  private readonly trails = new Map<Place, Trail | undefined>();
  private readonly next = new Map<Place, readonly Place[]>();

  constructor(readonly workflow: Workflow) {
    this.definition = workflow.definition;
    this.tree = buildTree(this.definition.key, this.definition.machine);
    this.conditions = new Conditions(this.definition.form);
    this.ways = new Ways(this.tree, this.definition, ({ transition: { guard } }) => {
      if (this.conditions.always(guard)) return 'always';
      return this.conditions.never(guard) ? 'never' : 'open';
    });
    this.exploration = new Exploration(this.ways);
    this.beginning = spotOf(this.tree.root, beginning(this.tree));
    this.abilities = new Abilities(this.ways, this.beginning);
    this.visit(this.tree.root, this.beginning, undefined, new Set());
  }

  /** Every place without states inside it that a case can come to, in the order in which it does. */
  get reached(): Place[] {
    return [...this.trails.keys()];
  }

  /** Where a case stands that has just begun. */
  get firstPlaces(): Place[] {
    return leavesOf(this.beginning);
  }

  isPassing = (place: Place): boolean => isPassing(this.ways.from(place));

  /** How a case comes to a place. */
  exampleOf(place: Place, about: readonly Place[] = [place]): CounterExample {
    return this.example(this.trails.get(place), about);
  }

  example(trail: Trail | undefined, about: readonly Place[]): CounterExample {
    return counterExample(
      beginning(this.tree),
      trail,
      about.map(({ path }) => path),
    );
  }

  trailTo = (place: Place): Trail | undefined => this.trails.get(place);

  /** Everything that may happen while a place is active, in its own scope and in those that hold it. */
  waysAround(place: Place): Way[] {
    const holders = ancestry(place).filter((holder) => holder.type === 'parallel' && holder !== place);
    return [place, ...holders].flatMap((holder) => this.ways.from(holder));
  }

  /** Where a case may stand after a place, gone one way. */
  after(place: Place): readonly Place[] {
    const known = this.next.get(place);
    if (known !== undefined) return known;
    const ways = [...this.waysAround(place), ...(endsScope(place) && place.parent?.parent ? this.joinsOf(place) : [])];
    const found = [...new Set(ways.flatMap(({ landings }) => landings.flatMap(({ leaves }) => leaves)))];
    this.next.set(place, found);
    return found;
  }

  /** The places that some of these lead to, by any number of ways. */
  reachableFrom(places: readonly Place[]): ReadonlySet<Place> {
    const found = new Set(places.flatMap((place) => this.after(place)));
    for (const place of found) for (const next of this.after(place)) found.add(next);
    return found;
  }

  private joinsOf(place: Place): Way[] {
    const parallels = ancestry(place).filter(({ type }) => type === 'parallel');
    return parallels.flatMap((parallel) => this.ways.completing(parallel));
  }

  private visit(scope: Place, start: Spot, before: Trail | undefined, seen: Set<Explored>): void {
    const explored = this.exploration.from(scope, start);
    if (seen.has(explored)) return;
    seen.add(explored);
    for (const reached of explored.reached.values()) this.note(reached, before, seen);
  }

  private note({ spot, trail }: Reached, before: Trail | undefined, seen: Set<Explored>): void {
    const gone = joined(before, trail);
    for (const leaf of leavesOf(spot)) if (!this.trails.has(leaf)) this.trails.set(leaf, gone);
    for (const region of spot.regions ?? []) {
      const [leaf] = leavesOf(region);
      if (leaf !== undefined) this.visit(regionOf(spot.place, leaf), region, gone, seen);
    }
  }
}

const regionOf = (parallel: Place, leaf: Place): Place =>
  parallel.children.find((region) => ancestry(leaf).includes(region)) ?? scopeOf(leaf);
