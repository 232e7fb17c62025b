import { groupsOf, isInStep } from '../run/seats.ts';
import { isSame } from '../run/sheet.ts';
import type { OpenStep } from '../run/state.ts';
import type { CompiledStep } from '../workflow.ts';

/**
 * Whether the tasks of an open step can stay as they are in another version: the same people are asked under the same
 * rule, and whatever has been said so far means the same there. Its texts, fields and clocks may be others.
 */
export function keepsTasks(from: CompiledStep, to: CompiledStep, open: OpenStep): boolean {
  if (open.waitsFor !== undefined) return true;
  const { step: was } = from;
  const { step: is } = to;
  return (
    isSame(was.assignees, is.assignees) &&
    was.applicantMayDecide === is.applicantMayDecide &&
    isSame(was.meeting, is.meeting) &&
    from.samePerson.applicant === to.samePerson.applicant &&
    was.decide.by === is.decide.by &&
    (was.decide.by !== 'vote' || isSame(was.decide, is.decide)) &&
    (open.held === undefined || isSame(was.whenNobody, is.whenNobody)) &&
    saidIn(open).every((outcome) => from.outcomes.get(outcome)?.kind === to.outcomes.get(outcome)?.kind && to.outcomes.has(outcome))
  );
}

/** The outcomes of it that somebody has given already; who signs for another says only yes or no. */
const saidIn = (open: OpenStep): string[] =>
  [...open.tasks, ...groupsOf(open).map(({ principal }) => principal)].filter(isInStep).flatMap(({ ballot }) => ballot?.outcome ?? []);

/** Whether people have done something in a step that is lost when its tasks are opened anew. */
export const isWorkedOn = (open: OpenStep): boolean =>
  groupsOf(open).length > 0 ||
  open.tasks.some(({ ballot, claimedBy, delegatedBy, added }) =>
    [ballot, claimedBy, delegatedBy, added].some((each) => each !== undefined),
  );
