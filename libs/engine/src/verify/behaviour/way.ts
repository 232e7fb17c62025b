import { errandEvents, isErrandEvent } from '../../compile/events.ts';
import { type Arrow, ancestry, arrowsOf, isWithin, type Place, type Tree } from '../../compile/tree.ts';
import type { Definition } from '../../definition/definition.ts';
import { settlementsOf } from '../../definition/outcomes.ts';
import type { Choice, Happening } from '../counter-example.ts';
import { type Landing, landingsAt, landingsOf } from './landing.ts';
import { scopeOf } from './spot.ts';

/** One way on from a place: what has to happen, how the guards have to go, and where it leads. */
export interface Way {
  /** Undefined where nothing has to happen: it is gone at once. */
  readonly happening: Happening | undefined;
  readonly arrow: Arrow | undefined;
  readonly choices: readonly Choice[];
  /** None where the case stays as it is. */
  readonly landings: readonly Landing[];
  /** Whether it is gone in any case when that happens: no guard is on it, and none before it. */
  readonly isCertain: boolean;
}

/** Whether a guard lets through: always, never, or as it comes. */
export type Judge = (arrow: Arrow) => 'always' | 'never' | 'open';

/** The ways of a definition, by the place they begin at. */
export class Ways {
  private readonly known = new Map<Place, readonly Way[]>();
  private readonly signals: readonly string[];

  constructor(
    readonly tree: Tree,
    definition: Definition,
    private readonly judge: Judge,
  ) {
    this.signals = Object.keys(definition.signals ?? {});
  }

  /** Of a place without states inside it, or of a parallel state as a whole, the ways that begin there or in what holds it in its scope. */
  from(place: Place): readonly Way[] {
    const known = this.known.get(place) ?? this.find(place);
    this.known.set(place, known);
    return known;
  }

  /** The ways that are open when this state, which holds others, has come to its end. */
  completing(place: Place): Way[] {
    return this.among(
      arrowsOf(place).filter(({ trigger }) => trigger === 'onDone'),
      undefined,
    );
  }

  private find(place: Place): Way[] {
    const line = ancestry(place);
    const own = line.slice(0, line.indexOf(scopeOf(place)) + 1);
    const arrows = own.flatMap(arrowsOf);
    const isDone = place.type === 'final' && place.parent?.type === 'compound' && own.includes(place.parent);
    return [
      ...this.among(
        arrows.filter(({ trigger }) => trigger === 'always'),
        undefined,
      ),
      ...(isDone && place.parent !== undefined ? this.completing(place.parent) : []),
      ...this.decisions(place),
      ...own.flatMap((state) => this.delays(state)),
      ...this.errands(place),
      ...[...this.signals, 'withdraw'].flatMap((name) =>
        this.among(
          arrows.filter((arrow) => arrow.trigger === 'on' && arrow.name === name),
          name === 'withdraw' ? { kind: 'withdraw' } : { kind: 'signal', signal: name },
        ),
      ),
    ];
  }

  /** A step's outcomes, also where what holds the step answers for it. */
  private decisions(place: Place): Way[] {
    const { step, path } = place;
    if (step === undefined) return [];
    const arrows = ancestry(place).flatMap(arrowsOf);
    const written = settlementsOf(step.decide).flatMap(({ name }) =>
      this.among(
        arrows.filter((arrow) => arrow.trigger === 'on' && arrow.name === name),
        { kind: 'decide', step: path, outcome: name },
      ),
    );
    const chosen = (step.return?.to ?? []).flatMap((to): Way[] => {
      const target = this.tree.byPath.get(to);
      if (target === undefined) return [];
      const happening: Happening = { kind: 'decide', step: path, outcome: 'return', returnTo: to };
      return [{ happening, arrow: undefined, choices: [], landings: this.returning(place, target), isCertain: true }];
    });
    return [...written, ...chosen];
  }

  /** Across regions under `resume`, only the region of the target moves, to where it has been before. */
  private returning(source: Place, target: Place): Landing[] {
    const holder = ancestry(source).find((place) => isWithin(target, place));
    return holder?.type === 'parallel' && source.step?.return?.reentry === 'resume' ? [] : landingsAt(this.tree, source, [target]);
  }

  private delays(state: Place): Way[] {
    return Object.keys(state.node.after ?? {}).flatMap((delay) =>
      this.among(
        arrowsOf(state).filter((arrow) => arrow.trigger === 'after' && arrow.name === delay),
        { kind: 'time', state: state.path, delay },
      ),
    );
  }

  private errands(place: Place): Way[] {
    return Object.keys(place.errand === undefined ? {} : (place.node.on ?? {}))
      .filter(isErrandEvent)
      .flatMap((name) =>
        this.among(
          arrowsOf(place).filter((arrow) => arrow.trigger === 'on' && arrow.name === name),
          { kind: 'errand', state: place.path, settlement: errandEvents[name].settlement },
        ),
      );
  }

  /** Of arrows that are tried one after another, those that may be taken. */
  private among(arrows: readonly Arrow[], happening: Happening | undefined): Way[] {
    const ways: Way[] = [];
    const before: Choice[] = [];
    for (const arrow of arrows) {
      const verdict = this.judge(arrow);
      if (verdict === 'never') continue;
      const choice = { guard: `${arrow.pointer}/guard`, holds: true };
      const choices = verdict === 'always' ? [...before] : [...before, choice];
      ways.push({
        happening,
        arrow,
        choices,
        landings: landingsOf(this.tree, arrow),
        isCertain: verdict === 'always' && before.length === 0,
      });
      if (verdict === 'always') break;
      before.push({ ...choice, holds: false });
    }
    return ways;
  }
}

/** Whether a place is left as soon as it is entered. */
export const isPassing = (ways: readonly Way[]): boolean => {
  const immediate = ways.filter(({ happening }) => happening === undefined);
  return immediate.some(
    ({ arrow, choices, landings }) => landings.length > 0 && choices.every(({ guard }) => guard !== `${arrow?.pointer}/guard`),
  );
};

/** What cuts a case off from outside: a withdrawal, or a signal that every state takes alike. */
export const isInterruption = ({ happening, arrow }: Way): boolean =>
  happening?.kind === 'withdraw' || (happening?.kind === 'signal' && arrow?.source.parent === undefined);
