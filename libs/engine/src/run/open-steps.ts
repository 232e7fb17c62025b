import type { AssigneeRule } from '../definition/assignee.ts';
import { isInstant } from '../definition/basics.ts';
import type { Settlement } from '../policy/policy.ts';
import { settle } from '../policy/settle.ts';
import type { CompiledStep, Workflow } from '../workflow.ts';
import { type Assignment, assignmentsOf, keyOf } from './assign.ts';
import type { ClosedBecause, Effect } from './effect.ts';
import type { World } from './result.ts';
import type { Ballot, CaseState, Instant, OpenStep, PersonId, Task } from './state.ts';

type Before = Pick<CaseState, 'steps' | 'visits' | 'lastTask'>;

interface Circumstances {
  readonly workflow: Workflow;
  readonly world: World;
  readonly at: Instant;
  readonly applicant: PersonId;
  /** When a step entered now is due. */
  readonly dueOf: (step: CompiledStep) => Instant | undefined;
}

/** The steps of a case that are open, and their tasks: opened when the machine enters a step, closed when it leaves. */
export class OpenSteps {
  private readonly open: Map<string, OpenStep>;
  private readonly visits: Record<string, number>;
  /** The step that the system is deciding. */
  private decidedBySystem: string | undefined;
  /** Steps entered for which nobody was found and whose definition says to pass them. */
  readonly toSkip: string[] = [];

  constructor(
    before: Before,
    private readonly circumstances: Circumstances,
    private readonly effects: Effect[],
    private lastTask = before.lastTask,
  ) {
    this.open = new Map(Object.entries(before.steps));
    this.visits = { ...before.visits };
  }

  get(path: string): OpenStep | undefined {
    return this.open.get(path);
  }

  all(): OpenStep[] {
    return Array.from(this.open.values());
  }

  enter(path: string): void {
    const step = this.compiled(path);
    this.visits[path] = (this.visits[path] ?? 0) + 1;
    const dueAt = this.circumstances.dueOf(step);
    const opening: OpenStep = {
      step: path,
      visit: this.visits[path],
      openedAt: this.circumstances.at,
      ...(dueAt !== undefined && { dueAt }),
      tasks: [],
      queue: [],
    };
    this.open.set(path, opening);
    this.assign(step, opening);
  }

  /** Closes a step with whatever is still open in it. */
  leave(path: string): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    this.closeTasks(step, path === this.decidedBySystem ? 'settled' : 'left');
    if (step.held) this.effects.push({ kind: 'close-incident', step: path });
    this.open.delete(path);
  }

  leaveAll(): void {
    for (const path of Array.from(this.open.keys())) this.leave(path);
  }

  /** Puts a step aside until another one, in a sibling region, is left. */
  wait(path: string, waitsFor: string): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    this.closeTasks(step, 'left');
    this.open.set(path, { ...step, tasks: [], queue: [], waitsFor });
  }

  /** Opens the steps again whose waiting is over. */
  reopenWaiting(): void {
    for (const [path, { waitsFor }] of Array.from(this.open)) {
      if (waitsFor !== undefined && !this.open.has(waitsFor)) this.enter(path);
    }
  }

  /** Looks for assignees once more. @returns whether somebody was found. */
  retry(path: string): boolean {
    const step = this.open.get(path);
    if (step === undefined) return false;
    const { held: _held, ...opening } = step;
    this.assign(this.compiled(path), opening);
    const isHeld = this.open.get(path)?.held === true;
    if (!isHeld) this.effects.push({ kind: 'close-incident', step: path });
    return !isHeld;
  }

  hold(path: string): void {
    const step = this.open.get(path);
    if (step === undefined || step.held) return;
    this.open.set(path, { ...step, held: true });
    this.effects.push({ kind: 'open-incident', step: path, code: 'nobody-to-assign' });
  }

  /** Hands what is open in a step over to others. Whoever has decided is not asked again; if nobody is found, it stays. */
  reassign(path: string, rules: readonly AssigneeRule[]): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    const compiled = this.compiled(path);
    const answered = step.tasks.filter(({ ballot }) => ballot !== undefined);
    const found = this.newcomers(compiled, rules, answered);
    if (found.length === 0) return;
    const isFound = new Set(found.map(({ assignee }) => keyOf(assignee)));
    const goesOn = step.tasks.filter(({ ballot, assignee }) => ballot === undefined && isFound.has(keyOf(assignee)));
    this.closeTasks({ ...step, tasks: step.tasks.filter((task) => !goesOn.includes(task)) }, 'left');
    const tasks = [...answered, ...goesOn];
    this.ask(compiled, { ...this.released(step), tasks }, this.newcomers(compiled, rules, tasks));
  }

  /** Asks others too. */
  add(path: string, rules: readonly AssigneeRule[]): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    const found = this.newcomers(this.compiled(path), rules, step.tasks);
    if (found.length > 0) this.ask(this.compiled(path), this.released(step), found);
  }

  /** While `work` sends the case on, the step it leaves counts as settled. */
  settling<T>(path: string, work: () => T): T {
    this.decidedBySystem = path;
    try {
      return work();
    } finally {
      this.decidedBySystem = undefined;
    }
  }

  /** Remembers timers that had their effect, so that a due time that comes back does not bring them back. */
  noteEffect(path: string, events: readonly string[]): void {
    const step = this.open.get(path);
    const { due } = this.compiled(path).step;
    if (step !== undefined && due !== undefined && isInstant(due)) this.open.set(path, { ...step, had: [...(step.had ?? []), ...events] });
  }

  urge(path: string): void {
    const step = this.open.get(path);
    if (step !== undefined) this.open.set(path, { ...step, urgedAt: this.circumstances.at });
  }

  claim(path: string, task: Task, by: PersonId): void {
    this.replace(path, { ...task, claimedBy: by });
    this.effects.push({ kind: 'claim-task', task: task.number, by });
  }

  release(path: string, { claimedBy: _claimedBy, ...task }: Task): void {
    this.replace(path, task);
    this.effects.push({ kind: 'claim-task', task: task.number, by: null });
  }

  changeDue(path: string, dueAt: Instant): void {
    const step = this.open.get(path);
    if (step === undefined || step.dueAt === dueAt) return;
    this.open.set(path, { ...step, dueAt });
    for (const { number, ballot } of step.tasks) if (ballot === undefined) this.effects.push({ kind: 'change-due', task: number, dueAt });
  }

  /** Records what one assignee said. @returns what the step has come to, if it is settled. */
  decide(task: Task, path: string, ballot: Ballot): Settlement {
    const step = this.open.get(path);
    if (step === undefined) return undefined;
    this.closed(task.number, 'decided', ballot);
    const decided = { ...step, tasks: step.tasks.map((other) => (other.number === task.number ? { ...other, ballot } : other)) };
    const settlement = settle(this.compiled(path), decided);
    if (settlement === undefined) this.open.set(path, this.askNext(decided));
    else {
      this.closeTasks(decided, 'settled');
      this.open.set(path, { ...decided, queue: [], tasks: decided.tasks.filter((other) => other.ballot !== undefined) });
    }
    return settlement;
  }

  after(): Before {
    return { steps: Object.fromEntries(this.open), visits: this.visits, lastTask: this.lastTask };
  }

  private replace(path: string, task: Task): void {
    const step = this.open.get(path);
    if (step !== undefined)
      this.open.set(path, { ...step, tasks: step.tasks.map((other) => (other.number === task.number ? task : other)) });
  }

  private assign(step: CompiledStep, opening: OpenStep): void {
    const { world, applicant } = this.circumstances;
    const { assignees, whenNobody } = step.step;
    let found = assignmentsOf(assignees, step, applicant, world);
    if (found.length === 0 && 'assign' in whenNobody) found = assignmentsOf(whenNobody.assign, step, applicant, world);
    if (found.length === 0) {
      if ('skip' in whenNobody) this.toSkip.push(step.path);
      else this.hold(step.path);
      return;
    }
    this.ask(step, opening, found);
  }

  /** Opens a task for each of them; in a sequence for the first, and the others wait. */
  private ask({ path, step: { decide } }: CompiledStep, open: OpenStep, found: readonly Assignment[]): void {
    const isWaiting = open.tasks.some(({ ballot }) => ballot === undefined);
    const asked = decide.by !== 'sequence' ? found : isWaiting ? [] : found.slice(0, 1);
    const tasks = [...open.tasks, ...asked.map((assignment) => this.openTask(open, assignment))];
    this.open.set(path, { ...open, queue: found.slice(asked.length), tasks });
  }

  /** Those of the rules' people who have no task among these, and did not answer one. */
  private newcomers(step: CompiledStep, rules: readonly AssigneeRule[], tasks: readonly Task[]): Assignment[] {
    const { applicant, world } = this.circumstances;
    const known = new Set(tasks.flatMap(({ assignee, ballot }) => [keyOf(assignee), ...(ballot === undefined ? [] : [ballot.by])]));
    return assignmentsOf(rules, step, applicant, world).filter(({ assignee }) => !known.has(keyOf(assignee)));
  }

  /** A step that somebody was found for at last. */
  private released({ held, ...open }: OpenStep): OpenStep {
    if (held) this.effects.push({ kind: 'close-incident', step: open.step });
    return open;
  }

  private askNext(step: OpenStep): OpenStep {
    const [next, ...queue] = step.queue;
    return next === undefined ? step : { ...step, queue, tasks: [...step.tasks, this.openTask(step, next)] };
  }

  private openTask({ step, visit, dueAt }: OpenStep, { assignee, weight }: Assignment): Task {
    this.lastTask += 1;
    this.effects.push({ kind: 'open-task', task: this.lastTask, step, visit, assignee, ...(dueAt !== undefined && { dueAt }) });
    return { number: this.lastTask, assignee, weight };
  }

  private closeTasks({ tasks }: OpenStep, because: ClosedBecause): void {
    for (const task of tasks) if (task.ballot === undefined) this.closed(task.number, because);
  }

  private closed(task: number, because: ClosedBecause, ballot?: Ballot): void {
    this.effects.push({ kind: 'close-task', task, because, ...ballot });
  }

  private compiled(path: string): CompiledStep {
    const step = this.circumstances.workflow.steps.get(path);
    if (step === undefined) throw new Error(`not a step of ${this.circumstances.workflow.definition.key}: ${path}`);
    return step;
  }
}
