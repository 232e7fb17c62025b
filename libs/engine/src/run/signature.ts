import { outcomesOf } from '../definition/outcomes.ts';
import type { CompiledStep } from '../workflow.ts';
import { isInStep } from './seats.ts';
import type { Task } from './state.ts';

const signatures = new Map(outcomesOf({ by: 'one', outcomes: ['approve', 'reject'] }).map((outcome) => [outcome.name, outcome]));

/**
 * What a step is to whoever has this task. Those who sign before or after somebody say approve or reject, and see the form
 * without changing it.
 */
export function stepFor(step: CompiledStep, task: Task): CompiledStep {
  if (isInStep(task)) return step;
  const accessOf: CompiledStep['accessOf'] = (field) => (step.accessOf(field) === 'hidden' ? 'hidden' : 'read');
  return { ...step, outcomes: signatures, accessOf, requiredFields: [], mayWrite: false, returns: [] };
}
