import type { Children } from '../definition/children.ts';
import type { OpenChildren } from './state.ts';

export type Settlement = 'done' | 'failed';

/** How many of so many children have to pass. A share is rounded upwards; of nothing it is nothing. */
export function neededOf(wait: Children['wait'], total: number): number {
  if (wait === 'all') return total;
  if (wait === 'any') return 1;
  if (typeof wait.atLeast === 'number') return wait.atLeast;
  const [numerator = 0, denominator = 1] = wait.atLeast.split('/').map(Number);
  return Math.ceil((total * numerator) / denominator);
}

/** What children have come to: settled as soon as those who still run cannot change it. */
export function settlementOf({ running, results }: Pick<OpenChildren, 'running' | 'results'>, needed: number): Settlement | undefined {
  const passed = results.filter((result) => result.passed).length;
  if (passed >= needed) return 'done';
  return passed + running.length < needed ? 'failed' : undefined;
}
