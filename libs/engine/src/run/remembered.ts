import type { CompiledStep } from '../workflow.ts';
import { keyOf } from './assign.ts';
import type { EarlierDecision, OpenStep, Passed, Seat, Task } from './state.ts';
import type { Turn } from './turn.ts';

/**
 * Passes a step that needs nobody: its approval is carried over a return, or those it asks have approved the case already.
 * What a rule forbids is left to people.
 * @param declined openings of steps that cannot be passed so; more are added
 * @returns the path of the step that was passed, if there is one
 */
export function passRemembered(turn: Turn, declined: Set<string>): string | undefined {
  if (!turn.workflow.remembers) return undefined;
  for (const open of turn.steps.all()) {
    const opening = `${open.step} ${open.visit}`;
    if (declined.has(opening) || open.held || open.waitsFor !== undefined) continue;
    if (carryOver(turn, open) || countEarlier(turn, open)) return open.step;
    declined.add(opening);
  }
  return undefined;
}

/** 结转: what was approved before a return stands, where the same places are asked and it leads where it led. */
function carryOver(turn: Turn, open: OpenStep): boolean {
  const step = turn.workflow.steps.get(open.step);
  const passed = step && turn.steps.isNew(open) ? turn.approvals.carriedOver(step) : undefined;
  if (step === undefined || passed === undefined || !areTheSame(open, passed, step.step.decide.by === 'one')) return false;
  if (passed.by.some(({ person, onBehalfOf }) => turn.steps.hasRecused(person) || turn.steps.hasRecused(onBehalfOf))) return false;
  const event = turn.eventOf(open.step, passed.outcome);
  if (turn.whereTo(event)?.join() !== passed.led.join()) return false;
  turn.send(event);
  turn.approvals.carry(passed);
  const { outcome, by } = passed;
  const earlier = by.map(({ task, person }) => ({ step: open.step, task, person }));
  turn.record({ kind: 'carried', author: { kind: 'system' }, step: open.step, outcome, settled: outcome, earlier });
  return true;
}

/** Whether everybody who would be asked now has answered then; of those who are asked for one answer, whoever gave it. */
function areTheSame({ tasks, queue }: OpenStep, { by }: Passed, isOne: boolean): boolean {
  const asked = [...tasks, ...queue].map(({ assignee }) => keyOf(assignee));
  const answered = by.map(({ seat }) => seat);
  return isOne ? answered.every((seat) => asked.includes(seat)) : asked.every((seat) => answered.includes(seat));
}

/** Counts what people have approved in an earlier step. @returns whether the step was passed with it. */
function countEarlier(turn: Turn, open: OpenStep): boolean {
  const step = turn.workflow.steps.get(open.step);
  const outcome = step?.samePerson.alreadyApproved === 'pass' ? step.countable : undefined;
  if (step === undefined || outcome === undefined || open.groups !== undefined) return false;
  const approvals = { turn, step, outcome };
  const waiting = open.tasks.filter(({ ballot }) => ballot === undefined);
  const whole = allOrNothing([...waiting.map((task) => askedOf(approvals, task)), ...open.queue.map((seat) => earlierOf(approvals, seat))]);
  if (whole !== undefined) return passWhole(approvals, whole.flat());
  if (step.step.decide.by !== 'one') countSome(approvals);
  return false;
}

interface Counting {
  readonly turn: Turn;
  readonly step: CompiledStep;
  readonly outcome: string;
}

/** What all who could answer for a place have approved before; undefined if one of them has not. */
const earlierOf = ({ turn, step }: Counting, seat: Seat): EarlierDecision[] | undefined =>
  allOrNothing(turn.steps.candidates(step.path, seat).map((person) => turn.approvals.earlierOf(person, step)));

/** The same, of a task that was given to somebody just now. */
const askedOf = (counting: Counting, task: Task): EarlierDecision[] | undefined =>
  counting.turn.steps.isNewlyAsked(task) ? earlierOf(counting, task) : undefined;

/** Passes a step in which everybody has approved before who is still waited for. */
function passWhole({ turn, step: { path }, outcome }: Counting, earlier: readonly EarlierDecision[]): boolean {
  const { isTaken } = turn.steps.settling(path, () => turn.attempt(turn.eventOf(path, outcome)));
  if (isTaken) turn.record({ kind: 'approved-earlier', author: { kind: 'system' }, step: path, outcome, settled: outcome, earlier });
  return isTaken;
}

/** Counts those who have approved before, one after another where they are asked so; the others are waited for. */
function countSome(counting: Counting): void {
  const { turn, step, outcome } = counting;
  for (;;) {
    const next = turn.steps.get(step.path)?.tasks.find((task) => task.ballot === undefined && askedOf(counting, task) !== undefined);
    const earlier = next && earlierOf(counting, next);
    const [first] = earlier ?? [];
    if (next === undefined || earlier === undefined || first === undefined) return;
    turn.steps.decide(next, step.path, { outcome, by: first.person, earlier: first });
    turn.record({ kind: 'approved-earlier', author: { kind: 'system' }, step: step.path, outcome, earlier });
  }
}

/** All of them, where each is there and there is at least one. */
function allOrNothing<T>(found: readonly (T | undefined)[]): T[] | undefined {
  const there = found.filter((each) => each !== undefined);
  return there.length > 0 && there.length === found.length ? there : undefined;
}
