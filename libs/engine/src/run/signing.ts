import { all } from '../policy/all.ts';
import { one } from '../policy/one.ts';
import type { Settlement } from '../policy/policy.ts';
import { settle } from '../policy/settle.ts';
import type { CompiledStep } from '../workflow.ts';
import type { ClosedBecause } from './effect.ts';
import { groupsOf, isIn, isInStep, ownerOf, returned, seatOf, waitingIn, withGroups } from './seats.ts';
import type { Assignee, Ballot, OpenStep, PersonId, Seat, SignerGroup, SignerPlan, Task } from './state.ts';
import type { Tasks } from './tasks.ts';

/** A step after somebody was counted in it or left it, and what it has come to, if it is settled. */
export interface Counted {
  readonly open: OpenStep;
  readonly settlement: Settlement;
}

type Voted = Task & { readonly ballot: Ballot };

/**
 * How what people say is counted in a step where people may sign for others (加签). Those beside somebody take part in
 * the step's own policy. Those before or after somebody are a group with a policy of its own, whose refusal is advice:
 * the task comes back to whoever asked them, who decides. So nobody whom the definition does not name can refuse a case.
 */
export class Signing {
  constructor(private readonly tasks: Tasks) {}

  /** Counts a ballot; where others are to sign after it, they are asked first. */
  cast(step: CompiledStep, open: OpenStep, { after = [], ...task }: Voted): Counted {
    const isPass = isInStep(task) ? step.outcomes.get(task.ballot.outcome)?.kind === 'pass' : task.ballot.outcome === 'approve';
    const [plan, ...later] = isPass ? after : [];
    if (plan !== undefined) {
      const principal = { ...task, ...(later.length > 0 && { after: later }) };
      return { open: this.begin({ ...open, tasks: without(open, task) }, 'after', { principal, plan }), settlement: undefined };
    }
    // Who does not pass the case may still take that back, and pass it.
    const voted = isPass || after.length === 0 ? task : { ...task, after };
    const isAmong = open.tasks.some(({ number }) => number === task.number);
    const tasks = isAmong ? open.tasks.map((other) => (other.number === task.number ? voted : other)) : [...open.tasks, voted];
    return this.count(step, { ...open, tasks }, task.added?.group);
  }

  /** 前加签: the task is set aside until others have signed; then it comes back to `owner`. */
  before(open: OpenStep, task: Task, { owner, plan }: { readonly owner: Assignee; readonly plan: SignerPlan }): OpenStep {
    this.tasks.close(task.number, 'waiting');
    const principal = { number: task.number, ...seatOf(task), assignee: owner };
    return this.begin({ ...open, tasks: without(open, task) }, 'before', { principal, plan });
  }

  /** 并加签: they are asked with the same weight as one person, in a sequence next. */
  beside(step: CompiledStep, open: OpenStep, task: Task, { by, people }: SignerPlan): OpenStep {
    const group = groupsOf(open).find(({ number }) => number === task.added?.group);
    const seats = people.map((person) => signer(person, { by, depth: depthBelow(task), ...(group && { group: group.number }) }));
    const isSequence = (group === undefined ? step.step.decide.by : group.policy) === 'sequence';
    if (!isSequence) return { ...open, tasks: [...open.tasks, ...seats.map((seat) => this.tasks.open(open, seat))] };
    return group === undefined ? { ...open, queue: [...seats, ...open.queue] } : requeued(open, group, [...seats, ...group.queue]);
  }

  /** Takes people out of a step. What they said stays; whom they asked before deciding, or only for an answer, goes with them. */
  drop(open: OpenStep, isGone: (person: PersonId | undefined, seat: Seat) => boolean, because: ClosedBecause): OpenStep {
    const isEmptied = (seat: Seat) => isGone(ownerOf(seat), seat);
    let left = open;
    for (;;) {
      const group = groupsOf(left).find(({ principal }) => isEmptied(principal));
      if (group === undefined) break;
      left = this.dissolve(left, group, because);
      if (group.principal.ballot !== undefined) left = { ...left, tasks: [...left.tasks, group.principal] };
    }
    const tasks = left.tasks.flatMap((task) => {
      if (task.ballot !== undefined) return [unplanned(task, isGone)];
      const isAnswerGone = task.delegatedBy !== undefined && isGone(assigneeOf(task), task);
      if (!isEmptied(task) && !isAnswerGone) return [unplanned(task, isGone)];
      this.tasks.close(task.number, because);
      return isEmptied(task) ? [] : [this.tasks.open(left, returned(seatOf(task)))];
    });
    const queue = left.queue.filter((seat) => !isEmptied(seat));
    const groups = groupsOf(left).map((group) => ({
      ...group,
      principal: unplanned(group.principal, isGone),
      queue: group.queue.filter((seat) => !isEmptied(seat)),
    }));
    return withGroups({ ...left, tasks, queue }, groups);
  }

  /** Counts anew, after people were taken out. A step that nobody is left in is not settled. */
  recount(step: CompiledStep, open: OpenStep): Counted {
    let left = open;
    for (;;) {
      const group = groupsOf(left).find(isSettledIn(left));
      if (group === undefined) break;
      const counted = this.conclude(step, left, group);
      if (counted.settlement !== undefined) return counted;
      left = counted.open;
    }
    for (const group of groupsOf(left)) left = this.askNextOf(left, group);
    return isEmpty(left) ? { open: left, settlement: undefined } : this.count(step, left);
  }

  /** Asks the next in a sequence, if nobody is being asked. */
  askNext(open: OpenStep): OpenStep {
    const [next, ...queue] = open.queue;
    if (next === undefined || waitingIn(open, isInStep, []).length > 0) return open;
    return { ...open, queue, tasks: [...open.tasks, this.tasks.open(open, next)] };
  }

  private begin(
    open: OpenStep,
    place: SignerGroup['place'],
    { principal, plan: { policy, by, people } }: { readonly principal: Task; readonly plan: SignerPlan },
  ): OpenStep {
    const { number } = principal;
    const seats = people.map((person) => signer(person, { by, depth: depthBelow(principal), group: number }));
    const asked = policy === 'sequence' ? seats.slice(0, 1) : seats;
    const group: SignerGroup = { number, place, policy, principal, queue: seats.slice(asked.length) };
    const tasks = [...open.tasks, ...asked.map((seat) => this.tasks.open(open, seat))];
    return { ...open, tasks, groups: [...groupsOf(open), group] };
  }

  private count(step: CompiledStep, open: OpenStep, container?: number): Counted {
    const group = groupsOf(open).find(({ number }) => number === container);
    if (group === undefined) {
      const settlement = settle(step, open);
      return { open: settlement === undefined ? this.askNext(open) : open, settlement };
    }
    if (signatureOf(open, group) !== undefined) return this.conclude(step, open, group);
    return { open: this.askNextOf(open, group), settlement: undefined };
  }

  /** Ends a group. What its principal said counts if the signers passed it; else the principal is asked, perhaps again. */
  private conclude(step: CompiledStep, open: OpenStep, group: SignerGroup): Counted {
    const { principal, place } = group;
    const signature = signatureOf(open, group);
    const rest = this.dissolve(open, group, 'settled');
    const { ballot } = principal;
    if (ballot !== undefined && signature === 'approve') return this.cast(step, rest, { ...principal, ballot });
    const { after, ...seat } = seatOf(principal);
    const again = place === 'before' && after !== undefined ? { ...seat, after } : seat;
    return { open: { ...rest, tasks: [...rest.tasks, this.tasks.open(rest, again)] }, settlement: undefined };
  }

  /** Closes what is open in a group, and in those of its signers. */
  private dissolve(open: OpenStep, group: SignerGroup, because: ClosedBecause): OpenStep {
    const inner = groupsOf(open).filter(({ principal }) => isIn(group)(principal));
    const rest = inner.reduce((left, each) => this.dissolve(left, each, because), open);
    this.tasks.closeAll(rest.tasks.filter(isIn(group)), because);
    const tasks = rest.tasks.filter((task) => !isIn(group)(task));
    return withGroups(
      { ...rest, tasks },
      groupsOf(rest).filter(({ number }) => number !== group.number),
    );
  }

  private askNextOf(open: OpenStep, group: SignerGroup): OpenStep {
    const [next, ...queue] = group.queue;
    if (next === undefined || waitingIn(open, isIn(group), []).length > 0) return open;
    return requeued({ ...open, tasks: [...open.tasks, this.tasks.open(open, next)] }, group, queue);
  }
}

/** What a group has come to; one that nobody is left in does not stand in the way. */
function signatureOf(open: OpenStep, group: SignerGroup): 'approve' | 'reject' | undefined {
  const cast = open.tasks.flatMap((task) => (task.ballot && isIn(group)(task) ? [{ outcome: task.ballot.outcome, weight: 1 }] : []));
  const waiting = waitingIn(open, isIn(group), group.queue).map(() => 1);
  if (cast.length + waiting.length === 0) return 'approve';
  const tally = { cast, waiting };
  const settled = group.policy === 'one' ? one(tally) : all(tally, (outcome) => outcome === 'approve');
  if (settled === undefined) return undefined;
  return settled === 'approve' ? 'approve' : 'reject';
}

const isSettledIn =
  (open: OpenStep) =>
  (group: SignerGroup): boolean =>
    signatureOf(open, group) !== undefined;

export const isEmpty = (open: OpenStep): boolean => !open.tasks.some(isInStep) && waitingIn(open, isInStep, open.queue).length === 0;

export const depthBelow = ({ added }: Seat): number => (added?.depth ?? 0) + 1;

const signer = (person: PersonId, added: NonNullable<Seat['added']>): Seat => ({ assignee: { kind: 'person', person }, weight: 1, added });

const without = ({ tasks }: OpenStep, { number }: Pick<Task, 'number'>): Task[] => tasks.filter((other) => other.number !== number);

const assigneeOf = ({ assignee }: Seat): PersonId | undefined => (assignee.kind === 'person' ? assignee.person : undefined);

const requeued = (open: OpenStep, { number }: SignerGroup, queue: readonly Seat[]): OpenStep =>
  withGroups(
    open,
    groupsOf(open).map((group) => (group.number === number ? { ...group, queue } : group)),
  );

/** Leaves people out of those who are to sign after it. */
function unplanned({ after, ...task }: Task, isGone: (person: PersonId, seat: Seat) => boolean): Task {
  if (after === undefined) return task;
  const plans = after
    .map((plan) => ({ ...plan, people: plan.people.filter((person) => !isGone(person, signer(person, { by: plan.by, depth: 0 }))) }))
    .filter(({ people }) => people.length > 0);
  return { ...task, ...(plans.length > 0 && { after: plans }) };
}
