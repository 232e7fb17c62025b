import type { VotePolicy } from '../definition/step.ts';
import type { Settlement, Tally } from './policy.ts';

/**
 * 票签: `approve` when the votes for it reach the threshold, else `reject`.
 *
 * - Counted `of: eligible`, the threshold is a share of everyone who may vote, so staying away works like a vote against.
 *   Counted `of: cast`, it is a share of the votes for and against; with none of either, the step is rejected.
 * - Abstaining counts for the quorum only.
 * - Early finish: once the quorum is there and the votes still to come cannot change the result, it is settled.
 *
 * All of it in whole numbers, so that two thirds are two thirds.
 */
export function vote({ cast, waiting }: Tally, policy: VotePolicy): Settlement {
  const weightOf = (outcome: string) => sum(cast.filter((ballot) => ballot.outcome === outcome).map(({ weight }) => weight));
  const remaining = sum(waiting);
  const voted = sum(cast.map(({ weight }) => weight));
  const eligible = voted + remaining;
  if (policy.quorum !== undefined && compare(voted, eligible, policy.quorum) < 0) return undefined;

  const votesFor = weightOf('approve');
  const votesAgainst = weightOf('reject');
  const passes = (ayes: number, noes: number) => reaches(policy.pass, ayes, policy.of === 'eligible' ? eligible : ayes + noes);
  if (passes(votesFor, votesAgainst + remaining)) return 'approve';
  return passes(votesFor + remaining, votesAgainst) ? undefined : 'reject';
}

/** Whether a part is the share of a whole that is asked for; of nothing, nothing is. */
export function reaches(share: VotePolicy['pass'], part: number, whole: number): boolean {
  if (whole === 0) return false;
  return 'atLeast' in share ? compare(part, whole, share.atLeast) >= 0 : compare(part, whole, share.moreThan) > 0;
}

/** Below zero, zero or above, as `part / whole` is less than, equal to or more than the fraction. */
function compare(part: number, whole: number, fraction: string): number {
  const [numerator = 0, denominator = 1] = fraction.split('/').map(Number);
  return part * denominator - numerator * whole;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
