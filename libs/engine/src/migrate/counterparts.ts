import { entered, targetPlaces } from '../compile/reach.ts';
import { arrowsOf, type Place, type Tree } from '../compile/tree.ts';
import { settlementsOf } from '../definition/outcomes.ts';
import { isSame } from '../run/sheet.ts';
import type { Workflow } from '../workflow.ts';
import { isEnd, kindOf, type Mapping, standings, titleOf, treeOf } from './layout.ts';

/** Of the states that cases stand at in one version: which takes its place in another, found from structure and names. */
export interface Counterparts {
  /** The same state, whether it is where it was, or has another name or place now. */
  readonly same: Mapping;
  /** Where there is none any more: where cases that stand there could go on. */
  readonly instead: Mapping;
}

const known = new WeakMap<Workflow, WeakMap<Workflow, Counterparts>>();

export function counterpartsOf(from: Workflow, to: Workflow): Counterparts {
  const ofFrom = known.get(from) ?? new WeakMap<Workflow, Counterparts>();
  known.set(from, ofFrom);
  const found = ofFrom.get(to) ?? findCounterparts(treeOf(from), treeOf(to));
  ofFrom.set(to, found);
  return found;
}

function findCounterparts(from: Tree, to: Tree): Counterparts {
  const stays = standings(from).filter((place) => kindOf(place) === kindOf(to.byPath.get(place.path)));
  const same = new Map(stays.map(({ path }) => [path, path]));
  const free = new Set(standings(to).filter(({ path }) => !same.has(path)));
  const moved = standings(from).filter(({ path }) => !same.has(path));
  // The ends of regions are told by what is beside them, so they come last.
  for (const place of moved.toSorted((one, other) => Number(kindOf(one) === 'final') - Number(kindOf(other) === 'final'))) {
    const best = bestOf(place, free, same);
    if (best === undefined) continue;
    same.set(place.path, best.path);
    free.delete(best);
  }
  const instead = moved.flatMap((place) => {
    const next = same.has(place.path) ? undefined : onwards(from, place, same);
    const target = next === undefined ? undefined : to.byPath.get(next);
    return target === undefined || isEnd(target) ? [] : [[place.path, target.path] as const];
  });
  return { same: Object.fromEntries(same), instead: Object.fromEntries(instead) };
}

/** How much two states must have in common to be taken for one. */
const enough = 3;

function bestOf(place: Place, free: ReadonlySet<Place>, same: ReadonlyMap<string, string>): Place | undefined {
  const scored = [...free].map((candidate) => ({ candidate, score: likeness(place, candidate, same) }));
  const [best, second] = scored.filter(({ score }) => score >= enough).toSorted((one, other) => other.score - one.score);
  // Two that are equally like it are a question for people.
  return best === undefined || second?.score === best.score ? undefined : best.candidate;
}

function likeness(one: Place, other: Place, same: ReadonlyMap<string, string>): number {
  if (kindOf(one) !== kindOf(other)) return 0;
  const hasTitle = one.node.meta !== undefined && other.node.meta !== undefined;
  const likeTitle = hasTitle && isSame(titleOf(one), titleOf(other)) ? 2 : 0;
  const likeName = one.key === other.key ? 1 : 0;
  const siblings = (one.parent?.children ?? []).filter(({ path }) => same.has(path));
  const isBeside = siblings.some(({ path }) => other.parent?.children.some((sibling) => sibling.path === same.get(path)));
  return likeTitle + likeName + (isBeside ? 1 : 0) + likeTask(one, other) + (kindOf(one) === 'final' && likeName > 0 ? 1 : 0);
}

function likeTask({ step: was, errand: wasAsked, node: one }: Place, { step: is, errand, node: other }: Place): number {
  if (was !== undefined && is !== undefined) {
    const names = (step: typeof is) => settlementsOf(step.decide).map(({ name }) => name);
    return (isSame(was.assignees, is.assignees) ? 2 : 0) + (isSame(names(was).toSorted(), names(is).toSorted()) ? 1 : 0);
  }
  if (wasAsked !== undefined && errand !== undefined) return isSame(askedOf(wasAsked), askedOf(errand)) ? 3 : 0;
  const listens = ({ on = {}, after = {} }: typeof one) => [...Object.keys(on), ...Object.keys(after)].toSorted();
  return listens(one).length > 0 && isSame(listens(one), listens(other)) ? 2 : 0;
}

const askedOf = (errand: NonNullable<Place['errand']>): string => (errand.of === 'call' ? errand.call.to : errand.children.definition);

/** Where a case comes to from a state when all goes well, as far as that exists in the other version. */
function onwards(tree: Tree, start: Place, same: ReadonlyMap<string, string>): string | undefined {
  const seen = new Set<Place>();
  for (let at: Place | undefined = start; at !== undefined && !seen.has(at); at = next(tree, at)) {
    seen.add(at);
    const found = same.get(at.path);
    if (found !== undefined) return found;
  }
  return undefined;
}

function next(tree: Tree, place: Place): Place | undefined {
  const passing = place.step === undefined ? [] : settlementsOf(place.step.decide).filter(({ kind }) => kind === 'pass');
  const names = new Set([...passing.map(({ name }) => name), 'childrenDone', 'callDone']);
  const arrows = arrowsOf(place);
  const arrow = arrows.find(({ trigger, name }) => trigger === 'on' && names.has(name)) ?? arrows.find(({ trigger }) => trigger !== 'on');
  const [target] = arrow === undefined ? [] : targetPlaces(tree, arrow);
  return target && entered(tree, target).find((each) => kindOf(each) !== undefined);
}
