import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import { allSeats, groupsOf, ownerOf } from '../seats.ts';
import type { CaseState, OpenStep, PersonId } from '../state.ts';
import type { RemoveSigners } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { checkReason } from './own-task.ts';

/** 减签: takes back whom one has asked to sign; who may reassign tasks takes back anybody who was added. */
export function removeSigners(turn: Turn, state: CaseState, { by, step, people, comment, isReassigning }: RemoveSigners): void {
  const open = state.steps[step];
  if (open === undefined) throw new Halt(refused('step.not-open', { params: { step } }));
  checkReason('remove-signers', comment);
  if (people.length === 0) throw new Halt(refused('signers.nobody'));
  for (const person of people) {
    const adder = adderOf(open, person);
    if (adder === undefined) throw new Halt(refused('signers.unknown', { params: { person } }));
    if (adder !== by.person && isReassigning !== true) throw new Halt(refused('signers.not-yours', { params: { person } }));
  }
  const settlement = turn.steps.remove(step, people);
  if (settlement !== undefined) turn.demand(turn.eventOf(step, settlement), 'outcome.not-possible');
  turn.record({
    kind: 'signers-removed',
    author: { kind: 'person', person: by.person },
    step,
    people,
    comment,
    ...(settlement !== undefined && { settled: settlement }),
  });
}

/** Who asked somebody to sign who has not yet. @throws Halt `signers.decided` */
function adderOf(open: OpenStep, person: PersonId): PersonId | undefined {
  const voted = [...open.tasks, ...groupsOf(open).map(({ principal }) => principal)].filter(({ ballot }) => ballot !== undefined);
  const isTheirs = (seat: Parameters<typeof ownerOf>[0]) => ownerOf(seat) === person && seat.added !== undefined;
  if (voted.some(isTheirs)) throw new Halt(refused('signers.decided', { params: { person } }));
  const planned = allSeats(open).flatMap(({ after = [] }) => after.filter((plan) => plan.people.includes(person)));
  return allSeats(open).find(isTheirs)?.added?.by ?? planned[0]?.by;
}
