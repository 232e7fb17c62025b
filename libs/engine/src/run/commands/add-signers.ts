import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import { allSeats } from '../seats.ts';
import { depthBelow } from '../signing.ts';
import type { CaseState, OpenStep } from '../state.ts';
import type { AddSigners } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { authorOf, checkActor, checkDecider, checkNewcomer, checkReason, findTask, seatFor } from './own-task.ts';

/** How many may be added in one step, and how far those who were added may add again. */
const limits = { people: 20, depth: 3 };

/** 加签: before me, after me, or beside me, as people of Chinese offices know it. */
export function addSigners(turn: Turn, state: CaseState, command: AddSigners): void {
  const { by, task: number, place, policy = 'all', comment } = command;
  const found = findTask(turn.workflow, state, number);
  const { open, step, task } = found;
  checkActor(state, step, task, by);
  checkDecider(task);
  checkReason('add-signers', comment);
  const people = [...new Set(command.people)];
  if (people.length === 0) throw new Halt(refused('signers.nobody'));
  for (const person of people) checkNewcomer(state, found, by, person);
  if (addedIn(open) + people.length > limits.people) throw new Halt(refused('signers.too-many', { params: { limit: limits.people } }));
  if (depthBelow(task) > limits.depth) throw new Halt(refused('signers.too-deep', { params: { limit: limits.depth } }));
  const plan = { policy, by: by.person, people };
  if (place === 'before') turn.steps.signBefore(open.step, task, seatFor(task, by.person).assignee, plan);
  else if (place === 'after') turn.steps.signAfter(open.step, task, plan);
  else turn.steps.signBeside(open.step, task, plan);
  turn.record({ kind: 'signers-added', author: authorOf(task, by), step: open.step, task: number, people, place, policy, comment });
}

const addedIn = (open: OpenStep): number =>
  allSeats(open).reduce(
    (sum, { added, after = [] }) => sum + (added === undefined ? 0 : 1) + after.reduce((more, { people }) => more + people.length, 0),
    0,
  );
