import type { StateNode } from 'xstate';
import type { FieldAccess } from './definition/step.ts';
import type { Workflow } from './workflow.ts';

const strength: readonly FieldAccess[] = ['hidden', 'read', 'write', 'required'];

/** What an applicant may fill in while a case is begun, by field: whatever the steps let them that it begins in. */
export function accessAtStart({ machine, steps, definition }: Workflow): Readonly<Record<string, FieldAccess>> {
  const first = entered(machine.root).flatMap(({ path }) => steps.get(path.join('.')) ?? []);
  const accessTo = (field: string): FieldAccess =>
    first.map(({ accessOf }) => accessOf(field)).toSorted((one, other) => strength.indexOf(other) - strength.indexOf(one))[0] ?? 'read';
  return Object.fromEntries(Object.keys(definition.form.schema.properties).map((field) => [field, accessTo(field)]));
}

/** The states that are entered with one, by the `initial` of each. */
function entered(node: StateNode): StateNode[] {
  if (node.type === 'parallel') return [node, ...Object.values(node.states).flatMap(entered)];
  return node.type === 'compound' ? [node, ...node.initial.target.flatMap(entered)] : [node];
}
