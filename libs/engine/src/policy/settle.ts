import { isInStep, waitingIn } from '../run/seats.ts';
import type { OpenStep } from '../run/state.ts';
import type { CompiledStep } from '../workflow.ts';
import { all } from './all.ts';
import { one } from './one.ts';
import type { Settlement, Tally } from './policy.ts';
import { vote } from './vote.ts';

/** The outcome a step has come to under its policy, or `undefined` while it waits for more decisions. */
export function settle({ step, outcomes }: CompiledStep, open: OpenStep): Settlement {
  const tally = tallyOf(open, step.decide.by === 'vote' && step.decide.count === 'head');
  const policy = step.decide;
  switch (policy.by) {
    case 'one':
      return one(tally);
    case 'all':
    case 'sequence':
      return all(tally, (outcome) => outcomes.get(outcome)?.kind === 'pass');
    case 'vote':
      return vote(tally, policy);
  }
}

function tallyOf(open: OpenStep, byHead: boolean): Tally {
  const tasks = open.groups === undefined ? open.tasks : open.tasks.filter(isInStep);
  const weight = (item: { readonly weight: number }) => (byHead ? 1 : item.weight);
  return {
    cast: tasks.flatMap((task) => (task.ballot ? [{ outcome: task.ballot.outcome, weight: weight(task) }] : [])),
    waiting: waitingIn(open, isInStep, open.queue).map(weight),
  };
}
