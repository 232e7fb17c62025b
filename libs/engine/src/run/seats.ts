import type { OpenStep, PersonId, Seat, SignerGroup, Task } from './state.ts';

/** Whose place it is: a person, or nobody by name where it is a post's. */
export const ownerOf = ({ delegatedBy, assignee }: Seat): PersonId | undefined =>
  delegatedBy ?? (assignee.kind === 'person' ? assignee.person : undefined);

/** The place goes back to whom it belongs. */
export function returned({ delegatedBy, ...seat }: Seat): Seat {
  return delegatedBy === undefined ? seat : { ...seat, assignee: { ...seat.assignee, kind: 'person', person: delegatedBy } };
}

/** The place without the task that is or was open for it. */
export function seatOf({ number: _number, ballot: _ballot, claimedBy: _claimedBy, ...seat }: Task): Seat {
  return seat;
}

/** Whether it takes part in the step's own policy. */
export const isInStep = ({ added }: Seat): boolean => added?.group === undefined;

export const isIn =
  ({ number }: Pick<SignerGroup, 'number'>) =>
  ({ added }: Seat): boolean =>
    added?.group === number;

export const groupsOf = ({ groups = [] }: OpenStep): readonly SignerGroup[] => groups;

export function withGroups({ groups: _groups, ...open }: OpenStep, groups: readonly SignerGroup[]): OpenStep {
  return groups.length === 0 ? open : { ...open, groups };
}

/** Those who are still to say something there: open tasks, those who wait for signers, and those still to be asked. */
export const waitingIn = (open: OpenStep, isThere: (seat: Seat) => boolean, queue: readonly Seat[]): Seat[] => [
  ...open.tasks.filter((task) => task.ballot === undefined && isThere(task)),
  ...groupsOf(open).flatMap(({ principal }) => (isThere(principal) ? [principal] : [])),
  ...queue,
];

/** Every place in a step. */
export const allSeats = (open: OpenStep): Seat[] => [
  ...open.tasks,
  ...open.queue,
  ...groupsOf(open).flatMap(({ principal, queue }) => [principal, ...queue]),
];

/** Everybody who is asked in a step by name, was asked, or is to be. */
export function peopleOf(open: OpenStep): Set<PersonId> {
  const tasks = [...open.tasks, ...groupsOf(open).map(({ principal }) => principal)];
  return new Set([
    ...tasks.flatMap(({ ballot, claimedBy }) => [ballot?.by ?? '', claimedBy ?? '']),
    ...allSeats(open).flatMap(({ assignee, delegatedBy, after = [] }) => [
      assignee.kind === 'person' ? assignee.person : '',
      delegatedBy ?? '',
      ...after.flatMap(({ people }) => people),
    ]),
  ]);
}
