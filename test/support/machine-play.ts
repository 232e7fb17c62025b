import { type AnyMachineSnapshot, type AnyStateMachine, initialTransition, transition } from 'xstate';
import type { Json, Move, Workflow } from '#engine';

/** Where a move leads on the compiled machine itself, and whether the machine took it at all. */
export interface Stood {
  readonly places: readonly string[];
  readonly isTaken: boolean;
}

/** Makes the moves of a counter-example on the machine that runs cases, its guards going as the moves say. */
export function placesAfter({ machine, definition }: Workflow, moves: readonly Move[]): Stood[] {
  let holding: ReadonlyMap<unknown, boolean> = new Map();
  const played = machine.provide({
    guards: { rules: (_: unknown, params: unknown) => holding.get(params) ?? isPlain(params) },
  } as never) as AnyStateMachine;
  const choose = (move: Move): void => {
    holding = new Map((move.choices ?? []).map(({ guard, holds }) => [at(definition, `${guard}/params`), holds]));
  };
  const stood: Stood[] = [];
  let snapshot: AnyMachineSnapshot | undefined;
  for (const move of moves) {
    choose(move);
    const before = snapshot;
    const [next, actions] = before === undefined ? initialTransition(played) : transition(played, before, { type: eventOf(move, played) });
    snapshot = next as AnyMachineSnapshot;
    stood.push({ places: leaves(snapshot.value as Json).sort(), isTaken: next !== before || actions.length > 0 });
  }
  return stood;
}

const isPlain = (params: unknown): boolean => {
  const { when, all } = params as { readonly when?: string; readonly all: readonly unknown[] };
  return when === undefined && all.length === 0;
};

/** What a JSON Pointer leads to. */
const at = (document: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown>)[key.replaceAll('~1', '/').replaceAll('~0', '~')], document);

function eventOf(move: Move, machine: AnyStateMachine): string {
  switch (move.kind) {
    case 'decide':
      return move.returnTo === undefined ? `outcome:${move.step}:${move.outcome}` : `return:${move.step}:${move.returnTo}`;
    case 'time':
      return `xstate.after.${move.delay}.${idOf(machine, move.state)}`;
    case 'signal':
      return `signal:${move.signal}`;
    case 'errand':
      return `children:${move.state}:${move.settlement}`;
    default:
      return move.kind;
  }
}

function idOf({ root }: AnyStateMachine, path: string): string {
  return path.split('.').reduce((node, key) => node.states[key] ?? node, root).id;
}

function leaves(value: Json, prefix = ''): string[] {
  if (typeof value === 'string') return [`${prefix}${value}`];
  return Object.entries(value as Record<string, Json>).flatMap(([key, inner]) => {
    const found = leaves(inner, `${prefix}${key}.`);
    return found.length > 0 ? found : [`${prefix}${key}`];
  });
}
