import type { Finding, Outcome } from './findings.ts';
import type { Meeting } from './meetings.ts';

export type Tally = NonNullable<Finding['tally']>;

/** How many may vote on an item: those present and not recused. */
export const votersOf = ({ members }: Pick<Meeting, 'members'>, recusals: readonly string[]): number =>
  members.filter(({ isPresent, name }) => isPresent && !recusals.includes(name)).length;

/** Everybody one way, as most decisions are: none, where nothing is decided. */
export function unanimous(outcome: Outcome, voters: number): Tally | undefined {
  if (outcome === 'deferred') return undefined;
  return outcome === 'not-passed' ? { for: 0, against: voters, abstained: 0 } : { for: voters, against: 0, abstained: 0 };
}

export const castIn = ({ for: pro, against, abstained }: Tally): number => pro + against + abstained;

/** The same tally with one figure changed; the side that carried it has whoever is left, as far as there are any. */
export function recounted(outcome: Outcome, voters: number, tally: Tally, change: Partial<Tally>): Tally {
  const changed = { ...tally, ...change };
  const carrying = outcome === 'not-passed' ? 'against' : 'for';
  if (carrying in change) return changed;
  return { ...changed, [carrying]: Math.max(0, voters - castIn({ ...changed, [carrying]: 0 })) };
}
