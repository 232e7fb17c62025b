import type { Definition } from '../definition/definition.ts';
import type { StateNode } from '../definition/machine.ts';
import { pointerTo } from '../problem.ts';
import { renamedKey, withValue } from './pointer.ts';

/** Gives a named delay another name; the clauses it stands on and the states that go by it follow. The same definition where the name is taken. */
export function renameDelay(definition: Definition, from: string, to: string): Definition {
  const { delays = {}, delayBasis, machine } = definition;
  if (!Object.hasOwn(delays, from) || Object.hasOwn(delays, to)) return definition;
  return {
    ...definition,
    delays: renamedKey(delays, from, to),
    ...(delayBasis && { delayBasis: renamedKey(delayBasis, from, to) }),
    machine: withDelay(machine, from, to),
  };
}

function withDelay({ after, states, ...node }: StateNode, from: string, to: string): StateNode {
  const inner = states && Object.entries(states).map(([key, state]) => [key, withDelay(state, from, to)] as const);
  return { ...node, ...(after && { after: renamedKey(after, from, to) }), ...(inner && { states: Object.fromEntries(inner) }) };
}

/** Takes a named delay away, and the clauses it stood on. States that go by it are left to be mended. */
export const removeDelay = (definition: Definition, name: string): Definition =>
  withoutMember(withoutMember(definition, 'delays', name), 'delayBasis', name);

/** What is empty afterwards is not there. */
function withoutMember(definition: Definition, of: 'delays' | 'delayBasis', name: string): Definition {
  const left = Object.keys(definition[of] ?? {}).filter((each) => each !== name);
  return withValue(definition, left.length === 0 ? `/${of}` : `/${of}${pointerTo(name)}`, undefined);
}
