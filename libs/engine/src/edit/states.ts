import { buildTree, type Place, type Tree } from '../compile/tree.ts';
import type { AssigneeRule } from '../definition/assignee.ts';
import type { Definition } from '../definition/definition.ts';
import type { StateNode } from '../definition/machine.ts';
import type { Policy } from '../definition/step.ts';
import { pointerTo } from '../problem.ts';
import type { Superiors } from '../workflow.ts';
import { leadsOn, type OutlinePlace, outlineOf } from './outline.ts';
import { renamedKey, withValue } from './pointer.ts';
import { rewired } from './references.ts';
import { ledTo } from './ways.ts';

/** What can be added: people act, regions side by side, a choice made by conditions, other cases or another system waited for, an end. */
export type NewState = 'step' | 'branches' | 'choice' | 'children' | 'call' | 'end';

export interface Added {
  readonly definition: Definition;
  /** Of what was added. */
  readonly path: string;
}

/**
 * Adds a state beside another, into the way that is gone when all is agreed to: what follows the other follows the new one. Without the
 * other, or for an end, it stands by itself until something leads to it.
 */
export function addState(definition: Definition, kind: NewState, after?: string, superiors: Superiors = {}): Added {
  const tree = buildTree(definition.key, definition.machine);
  const beside = after === undefined || after === '' ? undefined : tree.byPath.get(after);
  const parent = beside?.parent ?? tree.root;
  const key = freeKey(parent, kind);
  const path = parent.path === '' ? key : `${parent.path}.${key}`;
  const placed = withValue(
    definition,
    `${parent.pointer}/states${pointerTo(key)}`,
    made(kind, definition, askedAfter(definition, beside, superiors)),
  );
  if (beside === undefined || kind === 'end') return { definition: placed, path };
  return { definition: between(placed, beside.path, path), path };
}

/** Puts a state that leads nowhere yet into the way that leads on from another. */
export function between(definition: Definition, before: string, path: string): Definition {
  const outline = outlineOf(definition);
  const way = outline.find((place) => place.path === before)?.ways.find(leadsOn);
  if (way === undefined) return definition;
  const [next] = way.targets;
  const ahead = ledTo(definition, way.pointer, before, path);
  const place = outlineOf(ahead).find((each) => each.path === path);
  const onward = place?.ways.find(leadsOn) ?? { pointer: `${place?.pointer ?? ''}/${place?.kind === 'branches' ? 'onDone' : 'always'}` };
  return withReturn(next === undefined ? ahead : ledTo(ahead, onward.pointer, path, next), place);
}

/** A step that may return a case returns it to where it began. */
function withReturn(definition: Definition, place: OutlinePlace | undefined): Definition {
  const back = place?.ways.find(({ outcome }) => outcome?.kind === 'return');
  const first = outlineOf(definition).find(({ parent, isInitial, kind }) => parent === '' && isInitial && kind === 'step');
  return back === undefined || place === undefined || first === undefined
    ? definition
    : ledTo(definition, back.pointer, place.path, first.path);
}

function freeKey(parent: Place, kind: NewState): string {
  const taken = new Set(parent.children.map(({ key }) => key));
  for (let number = 1; ; number += 1) if (!taken.has(`${kind}${number}`)) return `${kind}${number}`;
}

function made(kind: NewState, definition: Definition, asked: AssigneeRule): StateNode {
  switch (kind) {
    case 'step':
      return { meta: { step: newStep(definition, asked, { zh: '新环节', en: 'New step' }) } };
    case 'end':
      return { type: 'final', meta: { title: { zh: '办结', en: 'Done' } } };
    case 'choice':
      return { meta: { title: { zh: '自动判断', en: 'Automatic choice' } } };
    case 'children':
      return { meta: { children: { title: { zh: '子流程', en: 'Child case' }, definition: 'child-process', form: {}, wait: 'all' } } };
    case 'call':
      return { meta: { call: { title: { zh: '外部调用', en: 'Call to another system' }, to: 'webhook', body: {} } } };
    case 'branches': {
      const region = (zh: string, en: string): StateNode => ({
        initial: 'step1',
        states: {
          step1: { meta: { step: { ...newStep(definition, asked, { zh, en }), decide: approval } }, on: { approve: 'done' } },
          done: { type: 'final' },
        },
      });
      const states = { branch1: region('分支一', 'Branch one'), branch2: region('分支二', 'Branch two') };
      return { type: 'parallel', meta: { title: { zh: '并行办理', en: 'Side by side' } }, states };
    }
  }
}

const approval: Policy = { by: 'one', outcomes: ['approve'] };

/**
 * Whom a step asks until somebody else is named: whoever stands above those asked before it, so that nobody is put before themselves
 * without a word; those themselves where nobody stands above.
 */
function askedAfter({ subject, start }: Definition, beside: Place | undefined, superiors: Superiors): AssigneeRule {
  const before = beside?.step?.assignees.find((rule) => 'post' in rule);
  const [first] = start.posts;
  if (before === undefined && first === undefined) return { applicant: true };
  const { post, at } = before ?? { post: first ?? '', at: subject };
  return superiors[post] ?? { post, at };
}

const newStep = (definition: Definition, asked: AssigneeRule, title: Title) => ({
  title: freeTitle(definition, title),
  assignees: [asked],
  whenNobody: { hold: true as const },
  decide: { by: 'one' as const, outcomes: ['approve' as const, 'return' as const] },
});

interface Title {
  readonly zh: string;
  readonly en: string;
}

/** The same title, or with a number where a step has it already. */
function freeTitle({ key, machine }: Definition, { zh, en }: Title): Title {
  const taken = new Set(buildTree(key, machine).places.map(({ step }) => step?.title.zh));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : ` ${number}`;
    if (!taken.has(`${zh}${suffix}`)) return { zh: `${zh}${suffix}`, en: `${en}${suffix}` };
  }
}

/**
 * Takes a state away, with all it holds. What passed cases to it passes them to where it would have passed them on; other ways to it go
 * with it.
 */
export function removeState(definition: Definition, path: string): Definition {
  const tree = buildTree(definition.key, definition.machine);
  const place = tree.byPath.get(path);
  if (place?.parent === undefined) return definition;
  const [next] =
    outlineOf(definition)
      .find((each) => each.path === path)
      ?.ways.find(leadsOn)?.targets ?? [];
  const isWithin = (at: string): boolean => at === path || at.startsWith(`${path}.`);
  const healed = next === undefined || isWithin(next) ? definition : passedOn(definition, path, next);
  const without = withInitial(withValue(healed, place.pointer, undefined), place, tree.byPath.get(next ?? ''));
  return rewired(healed, without, (at) => (isWithin(at) ? undefined : at));
}

export function passedOn(definition: Definition, path: string, next: string): Definition {
  const leading = outlineOf(definition).flatMap((place) =>
    place.path === path || place.path === next
      ? []
      : place.ways.filter((way) => leadsOn(way) && way.targets.includes(path)).map((way) => ({ way, from: place.path })),
  );
  return leading.reduce((changed, { way, from }) => ledTo(changed, way.pointer, from, next), definition);
}

/** What holds a state that is gone begins elsewhere. */
export function withInitial(definition: Definition, { parent, key }: Place, next: Place | undefined): Definition {
  if (parent === undefined || parent.node.initial !== key) return definition;
  const other = next?.parent === parent ? next : parent.children.find((child) => child.key !== key);
  return withValue(definition, `${parent.pointer}/initial`, other?.key);
}

/** Gives a state another key; whatever names it follows. The same definition where the key is taken. */
export function renameState(definition: Definition, path: string, key: string): Added {
  const tree = buildTree(definition.key, definition.machine);
  const place = tree.byPath.get(path);
  const parent = place?.parent;
  if (place === undefined || parent === undefined || parent.children.some((child) => child.key === key)) return { definition, path };
  const states = renamedKey(parent.node.states ?? {}, place.key, key);
  const renamed = withValue(definition, `${parent.pointer}/states`, states);
  const begun = parent.node.initial === place.key ? withValue(renamed, `${parent.pointer}/initial`, key) : renamed;
  const now = [...path.split('.').slice(0, -1), key].join('.');
  const moved = (at: string): string => (at === path || at.startsWith(`${path}.`) ? `${now}${at.slice(path.length)}` : at);
  return { definition: rewired(definition, begun, moved), path: now };
}

/**
 * Has a case come to a state one earlier or one later on the way that is gone when all is agreed to, by letting it change places with its
 * neighbour. The same definition where there is none.
 */
export function moveState(definition: Definition, path: string, direction: 'earlier' | 'later'): Definition {
  const tree = buildTree(definition.key, definition.machine);
  const outline = outlineOf(definition);
  const before = (at: string): OutlinePlace | undefined =>
    outline.find((place) => place.kind !== 'process' && place.path !== at && place.ways.find(leadsOn)?.targets[0] === at);
  const first = direction === 'earlier' ? before(path)?.path : path;
  const second = direction === 'earlier' ? path : outline.find((place) => place.path === path)?.ways.find(leadsOn)?.targets[0];
  if (first === undefined || second === undefined || !areNeighbours(tree, first, second)) return definition;
  return swapped(definition, first, second);
}

function areNeighbours(tree: Tree, first: string, second: string): boolean {
  const [one, other] = [tree.byPath.get(first), tree.byPath.get(second)];
  return one !== undefined && one.parent === other?.parent && one.type !== 'final' && other?.type !== 'final';
}

function swapped(definition: Definition, first: string, second: string): Definition {
  const outline = outlineOf(definition);
  const onward = (path: string) => outline.find((place) => place.path === path)?.ways.find(leadsOn);
  const [one, other] = [onward(first), onward(second)];
  const [last = first] = other?.targets ?? [];
  if (one === undefined || other === undefined || last === first) return definition;
  const leading = outline
    .filter(({ path }) => path !== first && path !== second)
    .flatMap(({ path, ways }) => ways.filter((way) => leadsOn(way) && way.targets[0] === first).map((way) => ({ way, from: path })));
  const led = leading.reduce((changed, { way, from }) => ledTo(changed, way.pointer, from, second), definition);
  const crossed = ledTo(ledTo(led, one.pointer, first, last), other.pointer, second, first);
  return begunWith(crossed, first, second);
}

/** What began with one state begins with another. */
function begunWith(definition: Definition, first: string, second: string): Definition {
  const { byPath } = buildTree(definition.key, definition.machine);
  const place = byPath.get(first);
  const { parent } = place ?? {};
  if (parent === undefined || parent.node.initial !== place?.key) return definition;
  return withValue(definition, `${parent.pointer}/initial`, byPath.get(second)?.key);
}
