import type { Workflow } from '#engine';

/**
 * Whether a reader sees a field: somebody with tasks in the case those that one of their steps shows, an office that only
 * reads all of them, and somebody the case was merely copied to those that no step hides.
 */
export const isShownTo =
  ({ steps }: Workflow, { own_steps, is_outsider }: { readonly own_steps: readonly string[]; readonly is_outsider: boolean }) =>
  (field: string): boolean => {
    if (own_steps.length > 0) return own_steps.some((step) => steps.get(step)?.accessOf(field) !== 'hidden');
    return !is_outsider || [...steps.values()].every(({ accessOf }) => accessOf(field) !== 'hidden');
  };
