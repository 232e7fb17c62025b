import { buildTree, type Place, resolveTarget, type Tree } from '../compile/tree.ts';
import type { Definition } from '../definition/definition.ts';
import type { StateNode, Transition, Transitions } from '../definition/machine.ts';

/** Where a state is now, by where it was; undefined when it is gone. */
export type Moved = (path: string) => string | undefined;

/**
 * Writes anew whatever names a state, after states have moved or gone: targets of transitions, of returns, of history, and the states the
 * definition itself names. A transition whose only target is gone goes too.
 */
export function rewired(before: Definition, after: Definition, moved: Moved): Definition {
  const then = buildTree(before.key, before.machine);
  const now = buildTree(after.key, after.machine);
  const was = new Map(then.places.flatMap((place) => [[moved(place.path) ?? '?', place] as const]));
  const machine = mapped(now.root, (node, place) => {
    const source = was.get(place.path);
    return source === undefined ? node : new Rewiring(then, now, moved).of(node, source, place);
  });
  const { withdraw: _withdraw, unique: _unique, ...rest } = after;
  return { ...rest, ...namedIn(after, moved), ...followed(after, moved), machine };
}

/** Every node of a tree anew, from the outermost inwards. */
function mapped(place: Place, change: (node: StateNode, place: Place) => StateNode): StateNode {
  const node = change(place.node, place);
  if (place.children.length === 0) return node;
  return { ...node, states: Object.fromEntries(place.children.map((child) => [child.key, mapped(child, change)])) };
}

class Rewiring {
  constructor(
    private readonly then: Tree,
    private readonly now: Tree,
    private readonly moved: Moved,
  ) {}

  of(node: StateNode, was: Place, is: Place): StateNode {
    const target = (written: string): string | undefined => this.target(written, was, is);
    const { on, always, after, onDone, target: remembered, meta, ...rest } = node;
    const delays = after && ways(after, target);
    return given({
      ...rest,
      on: on && ways(on, target),
      always: always && transitions(always, target),
      after: Object.keys(delays ?? {}).length > 0 ? delays : undefined,
      onDone: onDone && transitions(onDone, target),
      target: remembered && target(remembered),
      meta: meta && this.metaOf(meta),
    });
  }

  private metaOf(meta: NonNullable<StateNode['meta']>): NonNullable<StateNode['meta']> {
    const back = meta.step?.return;
    if (meta.step === undefined || back?.to === undefined) return meta;
    return { ...meta, step: { ...meta.step, return: { ...back, to: existing(back.to, this.moved) } } };
  }

  /** As it was written where that still means the same; what never meant anything stays. */
  private target(written: string, was: Place, is: Place): string | undefined {
    const meant = resolveTarget(this.then, was, written);
    if (meant === undefined) return written;
    const path = this.moved(meant.path);
    const place = path === undefined ? undefined : this.now.byPath.get(path);
    if (place === undefined) return undefined;
    return resolveTarget(this.now, is, written) === place ? written : targetFrom(is, place, this.now);
  }
}

/** How a state writes that it leads to another: a sibling by its key, anything else by its id. */
export function targetFrom(source: Place, target: Place, tree: Tree): string {
  if (target.parent !== undefined && target.parent === source.parent) return target.key;
  if (target.parent === source) return `.${target.key}`;
  return target.node.id === undefined ? `#${tree.root.id}.${target.path}` : `#${target.node.id}`;
}

/** Without what is undefined. */
const given = (node: { [Key in keyof StateNode]: StateNode[Key] | undefined }): StateNode =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));

type Retarget = (written: string) => string | undefined;

function ways(members: Readonly<Record<string, Transitions>>, retarget: Retarget): Record<string, Transitions> {
  const kept = Object.entries(members).flatMap(([name, list]) => {
    const left = transitions(list, retarget);
    return left === undefined ? [] : [[name, left] as const];
  });
  return Object.fromEntries(kept);
}

function transitions(list: Transitions, retarget: Retarget): Transitions | undefined {
  if (!Array.isArray(list)) return transition(list, retarget);
  const kept = list.flatMap((item) => transition(item, retarget) ?? []);
  return kept.length === 0 ? undefined : kept;
}

function transition(item: string | Transition, retarget: Retarget): string | Transition | undefined {
  if (typeof item === 'string') return retarget(item);
  if (item.target === undefined) return item;
  const left = [item.target].flat().flatMap((target) => retarget(target) ?? []);
  const [first] = left;
  if (first === undefined) return undefined;
  return { ...item, target: Array.isArray(item.target) ? left : first };
}

const existing = (paths: readonly string[], moved: Moved): string[] => paths.flatMap((path) => moved(path) ?? []);

function namedIn({ withdraw, unique }: Definition, moved: Moved): Pick<Definition, 'withdraw' | 'unique'> {
  const until = existing(withdraw?.until ?? [], moved);
  return {
    ...(withdraw && until.length > 0 && { withdraw: { until } }),
    ...(unique && {
      unique: { ...unique, releasedBy: existing(unique.releasedBy, (path) => (path === 'terminated' ? path : moved(path))) },
    }),
  };
}

/** Examples go on where a state has another name; what is gone is said when they are played. */
function followed({ examples }: Definition, moved: Moved): Pick<Definition, 'examples'> {
  if (examples === undefined) return {};
  const now = (path: string): string => moved(path) ?? path;
  return {
    examples: examples.map(({ moves, expected, ...example }) => ({
      ...example,
      moves: moves.map((move) => ({
        ...move,
        ...('step' in move && move.step !== undefined && { step: now(move.step) }),
        ...('returnTo' in move && move.returnTo !== undefined && { returnTo: now(move.returnTo) }),
      })),
      expected: { states: expected.states.map(now), route: expected.route.map(now) },
    })),
  };
}
