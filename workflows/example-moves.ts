import type { ExampleMove } from '#engine';

type Decision = Extract<ExampleMove, { kind: 'decide' }>;

/** Somebody decides a step: a made-up holder of a post, by its key. */
export const decide = (
  by: string,
  step: string,
  outcome: string,
  more: Omit<Decision, 'kind' | 'by' | 'step' | 'outcome'> = {},
): ExampleMove => ({ kind: 'decide', by, step, outcome, ...more });
