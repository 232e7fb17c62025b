import { outcomesOf } from '../definition/outcomes.ts';
import type { Step } from '../definition/step.ts';

/**
 * What the system may count for somebody who has approved the case already: the one outcome that passes the step, where
 * it takes nothing that only they could give, such as a vote, minutes, a reason or a field to be filled in.
 */
export function countableOutcome({ decide, meeting, fields = {} }: Step): string | undefined {
  const passing = outcomesOf(decide).filter(({ kind }) => kind === 'pass');
  const isPersonal = decide.by === 'vote' || meeting !== undefined || Object.values(fields).includes('required');
  const [outcome] = passing;
  return isPersonal || passing.length !== 1 || outcome?.commentRequired ? undefined : outcome?.name;
}
