import { reachable } from '../compile/reach.ts';
import { ancestry, arrowsOf, type Place } from '../compile/tree.ts';
import { settlementsOf } from '../definition/outcomes.ts';
import type { Workflow } from '../workflow.ts';
import { kindOf, type Mapping, treeOf } from './layout.ts';

/** Something that a case may yet come to or do. */
export interface Prospect {
  readonly kind: 'state' | 'outcome' | 'timer' | 'signal' | 'withdraw';
  readonly place: Place;
  /** Of an outcome, a timer or a signal. */
  readonly name: string;
}

const known = new WeakMap<Workflow, Map<string, readonly Prospect[]>>();

/** What a case that stands at a state may yet come to, whoever decides what. */
function prospectsFrom(workflow: Workflow, path: string): readonly Prospect[] {
  const ofWorkflow = known.get(workflow) ?? new Map<string, readonly Prospect[]>();
  known.set(workflow, ofWorkflow);
  const found = ofWorkflow.get(path) ?? findProspects(workflow, path);
  ofWorkflow.set(path, found);
  return found;
}

function findProspects(workflow: Workflow, path: string): Prospect[] {
  const tree = treeOf(workflow);
  const start = tree.byPath.get(path);
  if (start === undefined) return [];
  const isMessage = (name: string) => name === 'withdraw' || Object.hasOwn(workflow.definition.signals ?? {}, name);
  const within = [...reachable(tree, ancestry(start))].filter((place) => kindOf(place) !== undefined);
  return within.flatMap((place): Prospect[] => {
    const outcomes = place.step === undefined ? [] : settlementsOf(place.step.decide);
    const listens = ancestry(place)
      .flatMap(arrowsOf)
      .flatMap(({ trigger, name }): Prospect[] => {
        if (trigger === 'after') return [{ kind: 'timer', place, name }];
        return trigger === 'on' && isMessage(name) ? [{ kind: name === 'withdraw' ? name : 'signal', place, name }] : [];
      });
    return [{ kind: 'state', place, name: '' }, ...outcomes.map(({ name }) => ({ kind: 'outcome' as const, place, name })), ...listens];
  });
}

/** What a case may yet do where it stands and could not any more there: the first of each kind in a state says enough. */
export function lostBetween(from: Workflow, to: Workflow, standing: readonly [was: string, is: string], same: Mapping): Prospect[] {
  const [was, is] = standing;
  const nameOf = ({ kind, name }: Prospect, path: string | undefined) => `${kind} ${path} ${name}`;
  const left = new Set(prospectsFrom(to, is).map((prospect) => nameOf(prospect, prospect.place.path)));
  const translated = ({ path }: Place) => (path === was ? is : (same[path] ?? path));
  const lost = prospectsFrom(from, was).filter((prospect) => !left.has(nameOf(prospect, translated(prospect.place))));
  const gone = new Set(lost.flatMap(({ kind, place }) => (kind === 'state' ? [place] : [])));
  return lost.filter(({ kind, place }) => kind === 'state' || !gone.has(place));
}
