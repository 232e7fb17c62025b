import { events, isErrandEvent } from '../../compile/events.ts';
import { isWaiting } from '../../compile/machine.ts';
import { entered, targetPlaces } from '../../compile/reach.ts';
import { type Arrow, ancestry, arrowsOf, commonAncestor, type Place, resolveTarget, type Tree } from '../../compile/tree.ts';
import type { Text } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import { settlementsOf } from '../../definition/outcomes.ts';
import { ownEventTitles } from '../../difference/events.ts';

/** One way on: under which condition, and which places become active by it. */
export interface Way {
  readonly title?: Text;
  readonly condition?: string;
  /** The rules it has to keep, by their numbers. */
  readonly rules: readonly string[];
  readonly to: readonly Place[];
}

/** What sets off a way other than a decision. */
export interface Cause {
  readonly kind: 'timer' | 'signal' | 'condition';
  readonly name: string;
  readonly ways: readonly Way[];
}

/** The places a case stands at that has come to these; what is remembered of a history is not drawn, its default is. */
export function standing(tree: Tree, target: Place): Place[] {
  return entered(tree, target.type === 'history' ? defaultOf(tree, target) : target).filter(isLeaf);
}

const isLeaf = ({ type }: Place): boolean => type === 'atomic' || type === 'final';

function defaultOf(tree: Tree, history: Place): Place {
  const named = history.node.target === undefined ? undefined : resolveTarget(tree, history, history.node.target);
  return named ?? history.parent ?? tree.root;
}

/** What becomes active by an arrow; regions beside the one it is drawn in stand where they stood. */
function arrived(tree: Tree, arrow: Arrow): Place[] {
  const isBeside = (place: Place, ...ends: Place[]) => ends.every((end) => commonAncestor(end, place)?.type === 'parallel');
  const targets = targetPlaces(tree, arrow);
  return [...new Set(targets.flatMap((target) => standing(tree, target).filter((place) => !isBeside(place, arrow.source, target))))];
}

/** An arrow as a way on; one without a target leads nowhere and is no way. */
export function wayOf(tree: Tree, arrow: Arrow): Way[] {
  const to = arrived(tree, arrow);
  if (to.length === 0) return [];
  const { when, all = [] } = arrow.transition.guard?.params ?? {};
  return [{ ...(when !== undefined && { condition: when }), rules: [...new Set(all.map(({ rule }) => rule))], to }];
}

/** Arrows of the place and of what holds it, innermost first, up to the first that is taken whatever the case. */
function inOrder(place: Place, matches: (arrow: Arrow) => boolean): Arrow[] {
  const found: Arrow[] = [];
  for (const holder of ancestry(place)) {
    const own = arrowsOf(holder).filter(matches);
    found.push(...own);
    if (own.some(({ transition }) => transition.guard?.params.when === undefined)) break;
  }
  return found;
}

/** The ways on that people decide, or that others' answers do. */
export function decidedWays(tree: Tree, place: Place): Way[] {
  const { step } = place;
  if (step === undefined) return answeredWays(tree, place);
  const settlements = settlementsOf(step.decide);
  const decided = settlements.flatMap(({ name, title }) =>
    inOrder(place, (arrow) => arrow.trigger === 'on' && arrow.name === name)
      .flatMap((arrow) => wayOf(tree, arrow))
      .map((way): Way => ({ ...way, title, ...(settlements.length > 1 && { condition: both(`outcome == "${name}"`, way.condition) }) })),
  );
  const returned = settlements.find(({ name }) => name === 'return');
  const chosen = (step.return?.to ?? []).flatMap((path): Way[] => {
    const to = tree.byPath.get(path);
    if (to === undefined) return [];
    const condition = `outcome == "return" && returnTo == "${path}"`;
    return [{ ...(returned && { title: returned.title }), condition, rules: [], to: standing(tree, to) }];
  });
  return [...decided, ...chosen];
}

const both = (first: string, second: string | undefined): string => (second === undefined ? first : `${first} && (${second})`);

function answeredWays(tree: Tree, place: Place): Way[] {
  if (place.errand === undefined) return [];
  const arrows = arrowsOf(place).filter(({ trigger, name }) => trigger === 'on' && isErrandEvent(name));
  return arrows.flatMap((arrow) =>
    wayOf(tree, arrow).map((way): Way => {
      const title = ownEventTitles.get(arrow.name);
      return { ...way, ...(title && { title }), condition: both(`event == "${arrow.name}"`, way.condition) };
    }),
  );
}

/** What else leads on from a place or from what holds it, short of what holds everything. */
export const causesAt = (tree: Tree, signals: Signals, place: Place): Cause[] =>
  ancestry(place)
    .filter((holder) => holder !== tree.root)
    .flatMap((holder) => causesOf(tree, signals, holder))
    .filter(({ kind }) => kind !== 'condition' || isWaiting(place));

/** What may end or move the case wherever it stands. */
export const causesAnyTime = (tree: Tree, signals: Signals): Cause[] => causesOf(tree, signals, tree.root);

/** The ways that a state goes on by at once, in which nothing is waited for. */
export const immediateWays = (tree: Tree, place: Place): Way[] =>
  arrowsOf(place)
    .filter(({ trigger }) => trigger === 'always')
    .flatMap((arrow) => wayOf(tree, arrow));

function causesOf(tree: Tree, signals: Signals, holder: Place): Cause[] {
  const causes = new Map<string, Cause>();
  for (const arrow of arrowsOf(holder)) {
    const kind = kindOf(arrow, signals);
    if (kind === undefined) continue;
    const key = `${kind} ${arrow.name}`;
    const known = causes.get(key) ?? { kind, name: arrow.name, ways: [] };
    causes.set(key, { ...known, ways: [...known.ways, ...wayOf(tree, arrow)] });
  }
  return [...causes.values()].filter(({ ways }) => ways.length > 0);
}

type Signals = NonNullable<Definition['signals']>;

function kindOf({ trigger, name }: Arrow, signals: Signals): Cause['kind'] | undefined {
  if (trigger === 'after') return 'timer';
  if (trigger === 'always') return 'condition';
  return trigger === 'on' && (name === events.withdraw || Object.hasOwn(signals, name)) ? 'signal' : undefined;
}
