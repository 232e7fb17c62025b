import { buildTree } from '../compile/tree.ts';
import { stepTimerOf } from '../run/step-timer.ts';
import type { Workflow } from '../workflow.ts';

/** What a timer is, for people: a reminder or a rung of a step by its place from 1, or a delay of a state by its name. */
export type NamedTimer =
  | { readonly kind: 'remind' | 'escalate'; readonly step: string; readonly number: number }
  | { readonly kind: 'delay'; readonly name: string; readonly state: string };

export function timerNamed({ definition }: Workflow, event: string): NamedTimer {
  const timer = stepTimerOf(event);
  if (timer !== undefined) return { kind: timer.kind, step: timer.step, number: timer.index + 1 };
  const [, , name = '', ...id] = event.split('.');
  const place = buildTree(definition.key, definition.machine).byId.get(id.join('.'));
  return { kind: 'delay', name, state: place?.path ?? id.join('.') };
}
