import type { Settlement } from '../policy/policy.ts';
import { settle } from '../policy/settle.ts';
import type { CompiledStep, Workflow } from '../workflow.ts';
import { type Assignment, assignmentsOf } from './assign.ts';
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
    this.closeTasks(step, 'left');
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

  private assign(step: CompiledStep, opening: OpenStep): void {
    const { world, applicant } = this.circumstances;
    const { assignees, whenNobody, decide } = step.step;
    let found = assignmentsOf(assignees, step, applicant, world);
    if (found.length === 0 && 'assign' in whenNobody) found = assignmentsOf(whenNobody.assign, step, applicant, world);
    if (found.length === 0) {
      if ('skip' in whenNobody) this.toSkip.push(step.path);
      else this.hold(step.path);
      return;
    }
    const asked = decide.by === 'sequence' ? found.slice(0, 1) : found;
    const queue = found.slice(asked.length);
    this.open.set(step.path, { ...opening, queue, tasks: asked.map((assignment) => this.openTask(opening, assignment)) });
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
