import { isRefused, RefusedError } from '#platform';
import { CurrentRefusedError } from '../problem/problem.ts';

/** @throws RefusedError, with what there is now where somebody else was quicker. */
export function currentOr<T extends object>(answer: T): Exclude<T, { readonly kind: 'refused' }> {
  if (isRefused(answer)) throw 'current' in answer ? new CurrentRefusedError(answer, answer.current) : new RefusedError(answer);
  return answer as Exclude<T, { readonly kind: 'refused' }>;
}
