import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { MachineContext } from '../compile/machine.ts';
import type { Workflow } from '../workflow.ts';
import { refused } from './refusal.ts';
import { Halt } from './scope.ts';
import type { Fields, Json, SavedMachine } from './state.ts';

/** A machine's position as JSON. */
export function save(snapshot: AnyMachineSnapshot): SavedMachine {
  const history = Object.entries(snapshot.historyValue as Record<string, readonly { readonly id: string }[]>);
  return {
    value: snapshot.value as Json,
    status: snapshot.status === 'done' ? 'done' : 'active',
    ...(history.length > 0 && { historyValue: Object.fromEntries(history.map(([id, nodes]) => [id, nodes.map((node) => node.id)])) }),
    ...(snapshot.output !== undefined && { output: snapshot.output as Fields }),
  };
}

/**
 * The opposite of `save`. History is turned back into state nodes, which XState's own `resolveState` does not do.
 * @throws Halt `case.state-unknown` when the position names a state that the workflow does not have.
 */
export function restore({ machine, leaves }: Workflow, saved: SavedMachine, context: MachineContext): AnyMachineSnapshot {
  try {
    const unknown = leavesOf(saved.value).find((leaf) => !leaves.has(leaf));
    if (unknown !== undefined || leavesOf(saved.value).length === 0) throw new Error(`no state ${unknown ?? JSON.stringify(saved.value)}`);
    return machine.resolveState({
      value: saved.value as never,
      status: saved.status,
      output: saved.output,
      context,
      historyValue: reviveHistory(machine, saved.historyValue ?? {}) as never,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Halt(refused('case.state-unknown', { params: { reason } }));
  }
}

const reviveHistory = (machine: AnyStateMachine, history: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(history).map(([id, nodes]) => [id, nodes.map((node) => machine.getStateNodeById(node))]));

/** Paths of the innermost states that are active in one position and not in the other. */
export function newLeaves(before: Json, after: Json): string[] {
  const known = new Set(leavesOf(before));
  return leavesOf(after).filter((leaf) => !known.has(leaf));
}

/** Paths of the innermost active states, in document order. */
export function leavesOf(value: Json, prefix = ''): string[] {
  if (typeof value === 'string') return [`${prefix}${value}`];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = `${prefix}${key}`;
    const leaves = leavesOf(inner, `${path}.`);
    return leaves.length > 0 ? leaves : [path];
  });
}
