import { buildTree } from '../compile/tree.ts';
import type { Definition } from '../definition/definition.ts';
import { keysOf, valueAt, withValue } from './pointer.ts';
import { targetFrom } from './references.ts';

/** Has the way at a place of the document lead to a state; what else is said of it stays. Where none was written, one is. */
export function ledTo(definition: Definition, pointer: string, from: string, to: string): Definition {
  const tree = buildTree(definition.key, definition.machine);
  const [source, target] = [tree.byPath.get(from), tree.byPath.get(to)];
  if (source === undefined || target === undefined || target === tree.root) return definition;
  const name = targetFrom(source, target, tree);
  const written = valueAt(definition, pointer);
  if (Array.isArray(written)) return ledTo(definition, `${pointer}/0`, from, to);
  return typeof written === 'object' ? withValue(definition, `${pointer}/target`, name) : withValue(definition, pointer, name);
}

/** Takes a way away. The last of several is no list any more, and a state without ways says nothing of them. */
export function removeWay(definition: Definition, pointer: string): Definition {
  const without = withValue(definition, pointer, undefined);
  const holder = above(pointer);
  const left = valueAt(without, holder);
  if (Array.isArray(left)) {
    if (left.length === 0) return removeWay(without, holder);
    return left.length === 1 ? withValue(without, holder, left[0]) : without;
  }
  const isEmpty = /\/(on|after)$/.test(holder) && Object.keys(left ?? {}).length === 0;
  return isEmpty ? withValue(without, holder, undefined) : without;
}

/** Another way for the same event, taken when the guards of those before it do not hold. It leads where the last one leads. */
export function addWay(definition: Definition, pointer: string): Definition {
  const written = valueAt(definition, pointer);
  const list: readonly unknown[] = written === undefined ? [] : [written].flat();
  const last = list.at(-1);
  const target = typeof last === 'object' ? (last as { target?: unknown }).target : last;
  return target === undefined ? definition : withValue(definition, pointer, [...list, { target }]);
}

/** A way written with its members, so that guards and actions can be added to it. */
export function asMembers(definition: Definition, pointer: string): Definition {
  const written = valueAt(definition, pointer);
  return typeof written === 'string' ? withValue(definition, pointer, { target: written }) : definition;
}

/** The pointer of what holds the place. */
export const above = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** The path of the innermost state around a place of the document; undefined outside the machine. */
export function stateAround(pointer: string): string | undefined {
  const [machine, ...keys] = keysOf(pointer);
  if (machine !== 'machine') return undefined;
  const path: string[] = [];
  for (let index = 0; keys[index] === 'states' && keys[index + 1] !== undefined; index += 2) path.push(keys[index + 1] ?? '');
  return path.join('.');
}
