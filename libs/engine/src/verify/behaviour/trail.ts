import { isWithin, type Place } from '../../compile/tree.ts';
import type { CounterExample, Move } from '../counter-example.ts';
import type { Landing } from './landing.ts';
import type { Way } from './way.ts';

/** How a spot was come to: ways gone one after another. Shared, so that keeping one costs nothing. */
export type Trail =
  | { readonly before: Trail | undefined; readonly way: Way; readonly landing: Landing | undefined }
  | { readonly before: Trail | undefined; readonly inner: Trail };

export const after = (before: Trail | undefined, way: Way, landing?: Landing): Trail => ({ before, way, landing });
export const joined = (before: Trail | undefined, inner: Trail | undefined): Trail | undefined =>
  inner === undefined ? before : before === undefined ? inner : { before, inner };

type Gone = { readonly way: Way; readonly landing: Landing | undefined };

function gone(trail: Trail | undefined): Gone[] {
  const parts: Gone[][] = [];
  for (let at = trail; at !== undefined; at = at.before) parts.push('inner' in at ? gone(at.inner) : [at]);
  return parts.reverse().flat();
}

/** The moves of a case that begins at these places and goes a trail. What nobody does belongs to the move before it. */
export function counterExample(beginning: readonly Place[], trail: Trail | undefined, about: readonly string[]): CounterExample {
  const moves: Move[] = [];
  let leaves = beginning;
  const make = ({ happening, choices }: Pick<Way, 'happening' | 'choices'>, landing: Landing | undefined): void => {
    if (landing !== undefined) leaves = [...leaves.filter((leaf) => !isWithin(leaf, landing.domain)), ...landing.leaves];
    const last = happening === undefined ? moves.pop() : undefined;
    const all = [...(last?.choices ?? []), ...choices];
    const to = leaves.map(({ path }) => path);
    moves.push({ ...(last ?? happening ?? { kind: 'start' }), ...(all.length > 0 && { choices: all }), to });
  };
  make({ happening: { kind: 'start' }, choices: [] }, undefined);
  for (const { way, landing } of gone(trail)) make(way, landing);
  return { moves, about };
}
