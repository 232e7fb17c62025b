import type { AssigneeRule, Superior } from '../definition/assignee.ts';
import { isInstant } from '../definition/basics.ts';
import type { Settlement } from '../policy/policy.ts';
import type { CompiledStep, Workflow } from '../workflow.ts';
import { type Assignment, keyOf } from './assign.ts';
import type { ClosedBecause, Effect } from './effect.ts';
import type { World } from './result.ts';
import { groupsOf, isInStep, withGroups } from './seats.ts';
import { type Counted, isEmpty, Signing } from './signing.ts';
import { Staffing } from './staffing.ts';
import type { Assignee, Ballot, CaseState, Instant, OpenStep, PersonId, Seat, SignerPlan, Task } from './state.ts';
import { Tasks } from './tasks.ts';

type Before = Pick<CaseState, 'steps' | 'visits' | 'lastTask' | 'recused'>;

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
  private readonly tasks: Tasks;
  private readonly signing: Signing;
  private readonly staffing: Staffing;
  /** The step that the system is deciding. */
  private decidedBySystem: string | undefined;
  /** Steps entered for which nobody was found and whose definition says to pass them. */
  readonly toSkip: string[] = [];

  /** Tasks that took another's place in this command. */
  private readonly replaced = new Set<number>();

  constructor(
    private readonly before: Before,
    private readonly circumstances: Circumstances,
    private readonly effects: Effect[],
  ) {
    this.open = new Map(Object.entries(before.steps));
    this.visits = { ...before.visits };
    this.tasks = new Tasks(effects, before.lastTask);
    this.signing = new Signing(this.tasks);
    this.staffing = new Staffing(circumstances.world, circumstances.applicant, before.recused ?? []);
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
    this.tasks.closeAll(step.tasks, path === this.decidedBySystem ? 'settled' : 'left');
    if (step.held) this.effects.push({ kind: 'close-incident', step: path });
    this.open.delete(path);
  }

  /** Puts a step back as it was. What is open in it now is left; its own tasks are open again. */
  restore(path: string, was: OpenStep | null): void {
    this.leave(path);
    if (was === null) return;
    this.open.set(path, was);
    for (const { number, ballot } of was.tasks) if (ballot === undefined) this.effects.push({ kind: 'reopen-task', task: number });
    if (was.held) this.effects.push({ kind: 'open-incident', step: path, code: 'nobody-to-assign' });
  }

  /**
   * Takes an answer out of a step that is not settled. In a sequence the next one is not asked any more.
   * @returns false when the next one has answered or claimed it already, or people were asked to sign beside.
   */
  unanswer(path: string, number: number): boolean {
    const step = this.open.get(path);
    if (step === undefined) return false;
    const isSequence = this.compiled(path).step.decide.by === 'sequence';
    const index = step.tasks.findIndex((task) => task.number === number);
    const later = isSequence ? step.tasks.slice(index + 1) : [];
    const isTouched = ({ ballot, claimedBy }: Task) => (ballot !== undefined && ballot.earlier === undefined) || claimedBy !== undefined;
    if (step.groups !== undefined || later.some(isTouched)) return false;
    this.tasks.closeAll(later, 'left');
    const tasks = step.tasks
      .filter((task) => !later.includes(task))
      .map((task) => {
        const { ballot: _ballot, ...open } = task;
        return task.number === number ? open : task;
      });
    const waiting = later.map(({ number: _number, ballot: _ballot, claimedBy: _claimedBy, ...seat }) => seat);
    this.open.set(path, { ...step, tasks, queue: [...waiting, ...step.queue] });
    this.effects.push({ kind: 'reopen-task', task: number });
    return true;
  }

  leaveAll(): void {
    for (const path of Array.from(this.open.keys())) this.leave(path);
  }

  /** Puts a step aside until another one, in a sibling region, is left. */
  wait(path: string, waitsFor: string): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    this.tasks.closeAll(step.tasks, 'left');
    this.open.set(path, { ...withGroups(step, []), tasks: [], queue: [], waitsFor });
  }

  /** Opens the steps again whose waiting is over. */
  reopenWaiting(): void {
    for (const [path, { waitsFor }] of Array.from(this.open)) {
      if (waitsFor !== undefined && !this.open.has(waitsFor)) this.enter(path);
    }
  }

  /** Looks for assignees once more; what had been said is asked again. @returns whether somebody was found. */
  retry(path: string): boolean {
    const step = this.open.get(path);
    if (step === undefined) return false;
    const { held: _held, ...opening } = step;
    this.assign(this.compiled(path), { ...opening, tasks: [] });
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
  reassign(path: string, rules: readonly (AssigneeRule | Superior)[]): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    const compiled = this.compiled(path);
    const passed = groupsOf(step).flatMap(({ principal }) => (principal.ballot === undefined ? [] : [principal]));
    const answered = [...step.tasks.filter(({ ballot }) => ballot !== undefined), ...passed].filter(isInStep);
    const found = this.staffing.newcomers(compiled, rules, answered);
    if (found.length === 0) return;
    const isFound = new Set(found.map(({ assignee }) => keyOf(assignee)));
    const isDirect = ({ ballot, added, delegatedBy }: Task) => ballot === undefined && added === undefined && delegatedBy === undefined;
    const goesOn = step.tasks.filter((task) => isDirect(task) && isFound.has(keyOf(task.assignee)));
    this.tasks.closeAll(
      step.tasks.filter((task) => !goesOn.includes(task)),
      'left',
    );
    const tasks = [...answered, ...goesOn];
    this.ask(compiled, { ...withGroups(this.released(step), []), tasks }, this.staffing.newcomers(compiled, rules, tasks));
  }

  /** Asks others too. */
  add(path: string, rules: readonly (AssigneeRule | Superior)[]): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    const principals = groupsOf(step).map(({ principal }) => principal);
    const found = this.staffing.newcomers(this.compiled(path), rules, [...step.tasks, ...principals]);
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
    this.change(path, { ...task, claimedBy: by });
    this.tasks.claim(task.number, by);
  }

  release(path: string, { claimedBy: _claimedBy, ...task }: Task): void {
    this.change(path, task);
    this.tasks.claim(task.number, null);
  }

  /** Closes a task and opens one for somebody else in its place. */
  replace(path: string, { number }: Task, because: ClosedBecause, seat: Seat): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    this.tasks.close(number, because);
    const task = this.tasks.open(step, seat);
    this.replaced.add(task.number);
    this.open.set(path, { ...step, tasks: step.tasks.map((other) => (other.number === number ? task : other)) });
  }

  /** 前加签: the task waits for others, and comes back to its owner. */
  signBefore(path: string, task: Task, owner: Assignee, plan: SignerPlan): void {
    const step = this.open.get(path);
    if (step !== undefined) this.open.set(path, this.signing.before(step, task, { owner, plan }));
  }

  /** 后加签: when it has been passed, others are asked before that counts. */
  signAfter(path: string, task: Task, plan: SignerPlan): void {
    this.change(path, { ...task, after: [...(task.after ?? []), plan] });
  }

  /** 并加签: others are asked too. */
  signBeside(path: string, task: Task, plan: SignerPlan): void {
    const step = this.open.get(path);
    if (step !== undefined) this.open.set(path, this.signing.beside(this.compiled(path), step, task, plan));
  }

  /** Takes people out of a step. @returns what it has come to without them, if it is settled. */
  remove(path: string, people: readonly PersonId[]): Settlement {
    const step = this.open.get(path);
    if (step === undefined) return undefined;
    const isGone = (person: PersonId | undefined) => person !== undefined && people.includes(person);
    return this.countAgain(path, this.signing.drop(step, isGone, 'removed'));
  }

  /** Whether a step was opened by this command. */
  isNew({ step, visit }: OpenStep): boolean {
    return visit > (this.before.visits[step] ?? 0);
  }

  /** Whether this command has asked it of a place that the definition names, rather than of people whom others chose. */
  isNewlyAsked({ number, added, delegatedBy }: Task): boolean {
    return number > this.before.lastTask && added === undefined && delegatedBy === undefined && !this.replaced.has(number);
  }

  hasRecused(person: PersonId | undefined): boolean {
    return person !== undefined && this.staffing.recused.includes(person);
  }

  /** Everybody who could answer for a place in a step. */
  candidates(path: string, { assignee }: Seat): readonly PersonId[] {
    return assignee.kind === 'person' ? [assignee.person] : this.staffing.holders(this.compiled(path), assignee);
  }

  /** The rules with the superiors of a step's posts by name. */
  named(path: string, rules: readonly (AssigneeRule | Superior)[]): AssigneeRule[] {
    return this.staffing.named(this.compiled(path), rules);
  }

  /** 回避: nothing is asked of somebody any more, here and in every step that is opened later. */
  recuse(person: PersonId): void {
    this.staffing.recuse(person);
    this.effects.push({ kind: 'recuse', person });
  }

  /** Takes those out of a step who have recused themselves. @returns what it has come to without them, if it is settled. */
  withoutRecused(path: string): Settlement {
    const step = this.open.get(path);
    if (step === undefined || step.waitsFor !== undefined || step.held) return undefined;
    const compiled = this.compiled(path);
    for (const task of step.tasks) {
      if (task.ballot === undefined && this.staffing.recused.includes(task.claimedBy ?? '')) this.release(path, task);
    }
    const isGone = (person: PersonId | undefined, { assignee }: Seat) =>
      assignee.kind === 'post' ? this.staffing.isVacated(compiled, assignee) : this.staffing.recused.includes(person ?? '');
    return this.countAgain(path, this.signing.drop(this.open.get(path) ?? step, isGone, 'recused'));
  }

  changeDue(path: string, dueAt: Instant): void {
    const step = this.open.get(path);
    if (step === undefined) return;
    this.setDue(step, step.itemsDue !== undefined && step.itemsDue < dueAt ? step.itemsDue : dueAt);
  }

  /** 补正: by that day at the latest something is to be mended. */
  mend(path: string, itemsDue: Instant): void {
    const step = this.open.get(path);
    if (step !== undefined) this.setDue({ ...step, itemsDue }, step.dueAt !== undefined && step.dueAt < itemsDue ? step.dueAt : itemsDue);
  }

  private setDue(step: OpenStep, dueAt: Instant): void {
    this.open.set(step.step, { ...step, dueAt });
    if (step.dueAt === dueAt) return;
    for (const { number, ballot } of step.tasks) if (ballot === undefined) this.effects.push({ kind: 'change-due', task: number, dueAt });
  }

  /** Records what one assignee said. @returns what the step has come to, if it is settled. */
  decide(task: Task, path: string, ballot: Ballot): Settlement {
    const step = this.open.get(path);
    if (step === undefined) return undefined;
    this.tasks.close(task.number, 'decided', ballot);
    return this.take(path, this.signing.cast(this.compiled(path), step, { ...task, ballot }));
  }

  after(): Before {
    const { recused } = this.staffing;
    return {
      steps: Object.fromEntries(this.open),
      visits: this.visits,
      lastTask: this.tasks.last,
      ...(recused.length > 0 && { recused }),
    };
  }

  private take(path: string, { open, settlement }: Counted): Settlement {
    if (settlement === undefined) this.open.set(path, open);
    else {
      this.tasks.closeAll(open.tasks, 'settled');
      this.open.set(path, { ...withGroups(open, []), queue: [], tasks: open.tasks.filter(({ ballot }) => ballot !== undefined) });
    }
    return settlement;
  }

  /** What a step comes to that people were taken out of. One that nobody is left in is for whoever it is for when nobody is found. */
  private countAgain(path: string, open: OpenStep): Settlement {
    const step = this.compiled(path);
    const settlement = this.take(path, this.signing.recount(step, open));
    const left = this.open.get(path);
    if (settlement === undefined && left !== undefined && isEmpty(left)) this.assign(step, { ...left, tasks: [], queue: [] });
    return settlement;
  }

  private change(path: string, task: Task): void {
    const step = this.open.get(path);
    if (step !== undefined)
      this.open.set(path, { ...step, tasks: step.tasks.map((other) => (other.number === task.number ? task : other)) });
  }

  private assign(step: CompiledStep, opening: OpenStep): void {
    const found = this.staffing.find(step);
    if (found.length > 0) this.ask(step, opening, found);
    else if ('skip' in step.step.whenNobody) this.toSkip.push(step.path);
    else this.hold(step.path);
  }

  /** Opens a task for each of them; in a sequence for the first, and the others wait. */
  private ask({ path, step: { decide } }: CompiledStep, open: OpenStep, found: readonly Assignment[]): void {
    const isWaiting = open.tasks.some(({ ballot }) => ballot === undefined);
    const asked = decide.by !== 'sequence' ? found : isWaiting ? [] : found.slice(0, 1);
    const tasks = [...open.tasks, ...asked.map((assignment) => this.tasks.open(open, assignment))];
    this.open.set(path, { ...open, queue: found.slice(asked.length), tasks });
  }

  /** A step that somebody was found for at last. */
  private released({ held, ...open }: OpenStep): OpenStep {
    if (held) this.effects.push({ kind: 'close-incident', step: open.step });
    return open;
  }

  private compiled(path: string): CompiledStep {
    const step = this.circumstances.workflow.steps.get(path);
    if (step === undefined) throw new Error(`not a step of ${this.circumstances.workflow.definition.key}: ${path}`);
    return step;
  }
}
