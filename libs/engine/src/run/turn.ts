import type { AnyMachineSnapshot } from 'xstate';
import { events, stepActions, terminatedState } from '../compile/events.ts';
import type { AssigneeRule } from '../definition/assignee.ts';
import { isInstant, type Text } from '../definition/basics.ts';
import type { CompiledReturn, CompiledStep, Workflow } from '../workflow.ts';
import { Approvals } from './approvals.ts';
import { AskedWorld, type Moment } from './asked-world.ts';
import { recipientsOf } from './assign.ts';
import { Deficiencies } from './deficiencies.ts';
import { describe } from './description.ts';
import { Dues } from './dues.ts';
import type { Effect } from './effect.ts';
import { type Entry, startedBy } from './entry.ts';
import { Errands } from './errands.ts';
import { goOn } from './going-on.ts';
import { firstMacrostep, type MachineAction, type Macrostep, macrostep } from './macrostep.ts';
import { OpenSteps } from './open-steps.ts';
import { withoutPassing } from './passing.ts';
import { type RefusalCode, refused } from './refusal.ts';
import type { Advanced } from './result.ts';
import { type Given, Halt, Scope, type Standing } from './scope.ts';
import { changed, checkData, valueOrNothing } from './sheet.ts';
import { type SignalParams, signalOf } from './signalling.ts';
import { leavesOf, newLeaves, restore, save } from './snapshot.ts';
import type { Assignee, CaseState, Fields, OpenStep, PendingReturn, SavedMachine, Suspension, Undo } from './state.ts';
import { StepClocks } from './step-clocks.ts';
import { type Clocks, freeze, thaw } from './suspension.ts';
import { noticeOf, type Telling } from './telling.ts';
import { Timers } from './timers.ts';
import { movedBack, reachedAfter, undosAfter } from './undo.ts';

/** How many ids of commands that use nothing up are kept in the state; the host remembers all of them. */
const maxApplied = 64;

/**
 * One command's work on one case. It holds the case as it becomes and collects what the host is asked to do. Nothing
 * leaves it before `finish`; whatever halts it leaves the case as it was.
 */
export class Turn {
  readonly steps: OpenSteps;
  readonly timers: Timers;
  readonly clocks: StepClocks;
  readonly errands: Errands;
  readonly approvals: Approvals;
  readonly deficiencies: Deficiencies;
  readonly world: AskedWorld;
  private readonly scope: Scope;
  readonly dues: Dues;
  private readonly effects: Effect[] = [];
  private readonly entries: Entry[] = [];
  machine: SavedMachine;
  private standing: Standing;
  private returns: readonly PendingReturn[];
  private applied: readonly string[];
  private suspension: Suspension | undefined;
  private reached: readonly string[];
  /** Steps as they were before this command, or at the decision that it takes back. */
  private earlier: CaseState['steps'];
  private settledBy: Pick<Undo, 'task' | 'by'> | undefined;
  private undone: Undo | undefined;
  /** Steps in which somebody did something that their tasks do not show. */
  private readonly touched = new Set<string>();
  private isOrphan = false;
  /** Up to where effects have been told of in the history. */
  private told = 0;

  constructor(
    readonly workflow: Workflow,
    private readonly before: CaseState,
    private readonly moment: Moment,
  ) {
    const { at, signal } = moment;
    const world = new AskedWorld(moment.world);
    this.world = world;
    this.scope = new Scope(workflow, world, at, signal && { signal });
    this.machine = before.machine;
    this.standing = { form: before.form, data: before.data, subject: before.subject, applicant: before.applicant };
    this.returns = before.returns;
    this.applied = before.applied;
    this.suspension = before.suspension;
    this.reached = before.reached ?? [];
    this.earlier = before.steps;
    this.dues = new Dues(workflow, at, (source, from) => this.scope.evaluate(source, this.standing, from));
    const dueOf = ({ step }: CompiledStep) => (step.due === undefined ? undefined : this.dues.of(step.due));
    this.steps = new OpenSteps(before, { workflow, world, at, applicant: before.applicant, dueOf }, this.effects);
    this.timers = new Timers(before, this.effects);
    this.clocks = new StepClocks(workflow, this.timers, at);
    const evaluate = (source: string, given: Given = {}) => this.scope.giving(given, () => this.scope.evaluate(source, this.standing));
    this.errands = new Errands(before, { workflow, at, depth: before.parent?.depth ?? 0, evaluate }, this.effects);
    this.approvals = new Approvals(workflow, before);
    this.deficiencies = new Deficiencies(before);
  }

  get form(): CaseState['form'] {
    return this.standing.form;
  }

  /** Puts values into the form; whether the person may do so has been checked. */
  write(changes: Fields): void {
    const form = changed(this.workflow, this.scope, this.standing, changes);
    this.approvals.follow(this.form, form);
    this.standing = { ...this.standing, form };
  }

  /** The machine's first macrostep. */
  begin(): void {
    const { snapshot, actions } = firstMacrostep(this.workflow.machine, { standing: this.standing, scope: this.scope });
    this.settleMachine(snapshot, actions);
  }

  /** Sends an event to the machine. @throws Halt `rule.broken`, or `otherwise` when nothing here listens to it. */
  demand(event: string, otherwise: RefusalCode, crossing?: CompiledReturn): void {
    if (this.send(event, crossing)) return;
    const rules = this.scope.broken;
    throw new Halt(rules.length > 0 ? refused('rule.broken', { rules }) : refused(otherwise));
  }

  /** @returns whether the machine took the event. */
  send(event: string, crossing?: CompiledReturn): boolean {
    const taken = this.tried(event);
    if (taken !== undefined) this.settleMachine(taken.snapshot, taken.actions, crossing);
    return taken !== undefined;
  }

  /** The same, with something that its guards and actions may read. */
  sendGiven(event: string, given: Given): boolean {
    return this.scope.giving(given, () => this.send(event));
  }

  /** The same, for the system: with the rules that were in the way. */
  attempt(event: string): { readonly isTaken: boolean; readonly rules: readonly string[] } {
    const before = this.scope.broken.length;
    const isTaken = this.send(event);
    return { isTaken, rules: isTaken ? [] : this.scope.broken.slice(before).map(({ rule }) => rule) };
  }

  private tried(event: string): Macrostep | undefined {
    const snapshot = restore(this.workflow, this.machine, { standing: this.standing, scope: this.scope });
    const taken = macrostep(this.workflow.machine, snapshot, event);
    if (this.scope.halted) throw new Halt(this.scope.halted);
    return taken.snapshot === snapshot && taken.actions.length === 0 ? undefined : taken;
  }

  /** The states that an event would lead to, if the machine takes it; nothing is done. */
  whereTo(event: string): readonly string[] | undefined {
    const taken = this.tried(event);
    return taken && newLeaves(this.machine.value, save(taken.snapshot).value);
  }

  get isDone(): boolean {
    return this.machine.status === 'done';
  }

  /** Nobody is told when the case ends. */
  orphan(): void {
    this.isOrphan = true;
  }

  /** Tells people how it stands with a step: others, or whoever has an open task in it. */
  tellOf(open: OpenStep, telling: Telling): void {
    const { world } = this;
    const { at } = this.moment;
    const { title, applicant } = { ...this.before, ...this.standing };
    const notice = noticeOf(open, telling, { workflow: this.workflow, world, at, title, applicant });
    if (notice !== undefined) this.effects.push(notice);
  }

  /** Lets others read the case, and tells them. */
  copy(to: readonly Assignee[], message: Text): void {
    this.effects.push({ kind: 'copy', to }, { kind: 'notify', to, message, notice: 'message' });
  }

  /** Stops the clocks. @returns whether they were going. */
  suspend(): boolean {
    if (this.suspension !== undefined) return false;
    this.suspension = { since: this.moment.at, steps: {}, timers: {} };
    return true;
  }

  /** Sets the clocks going again. @returns whether they stood. */
  resume(): boolean {
    if (this.suspension === undefined) return false;
    thaw(this.allClocks(), this.suspension);
    this.suspension = undefined;
    return true;
  }

  /** Remembers that somebody's decision settled its step, so that they can take it back. */
  settled(by: Pick<Undo, 'task' | 'by'>): void {
    this.settledBy = by;
  }

  /** Remembers that somebody did something in a step. */
  touch(step: string): void {
    this.touched.add(step);
  }

  /** Puts the case back to where it stood before a decision. */
  takeBack(undo: Undo): void {
    this.machine = movedBack(this.machine, undo);
    if (undo.data !== undefined) this.standing = { ...this.standing, data: undo.data };
    this.returns = [...this.returns.filter((pending) => !undo.expected.some(({ to }) => to === pending.to)), ...undo.answered];
    this.reached = this.reached.filter((state) => !undo.reached?.includes(state));
    for (const [path, was] of Object.entries(undo.steps)) {
      this.steps.restore(path, was);
      if (was !== null) this.earlier = { ...this.earlier, [path]: was };
    }
    for (const event of undo.set) this.timers.clear(event);
    for (const [event, dueAt] of Object.entries(undo.cleared)) this.timers.set(event, dueAt);
    this.approvals.restore(undo);
    this.deficiencies.restore(undo);
    this.undone = undo;
  }

  /** Ends the case where it stands; nothing of its process is run. */
  terminate(): void {
    this.machine = { value: terminatedState, status: 'done' };
    this.returns = [];
    this.end();
  }

  /** Remembers that a return is to be answered straight back. Whoever returned the case to the returner still waits for it. */
  expectResumption(pending: PendingReturn): void {
    const awaited = this.before.returns.filter((other) => other.to === pending.from && !this.returns.includes(other));
    this.returns = [...this.returns.filter((other) => other.to !== pending.to), ...awaited, pending];
  }

  /**
   * The event for what a step has come to. If the step was returned to and passes, it leads straight back to the one
   * that returned.
   */
  eventOf(path: string, settlement: string): string {
    const passes = this.workflow.steps.get(path)?.outcomes.get(settlement)?.kind === 'pass';
    const returner = passes ? this.returns.find((pending) => pending.to === path)?.from : undefined;
    return returner === undefined ? events.outcome(path, settlement) : events.resume(path, settlement, returner);
  }

  remember(commandId: string): void {
    this.applied = [...this.applied, commandId].slice(-maxApplied);
  }

  record(entry: Omit<Entry, 'formVersion' | 'from' | 'to'>): void {
    const facts = Object.keys(this.scope.usedFacts).length > 0 ? { facts: { ...this.scope.usedFacts } } : {};
    const from = this.entries.at(-1)?.to ?? leavesOf(this.before.machine.value);
    const started = startedBy(this.effects.slice(this.told));
    this.told = this.effects.length;
    this.entries.push({ ...entry, ...facts, ...started, formVersion: this.form.version, from, to: leavesOf(this.machine.value) });
  }

  finish(): Advanced {
    goOn(this);
    this.followForm();
    this.settleClocks();
    const { title, uniqueKey } = describe(this.workflow.definition, this.before, this.machine, {
      standing: this.standing,
      scope: this.scope,
    });
    const state: CaseState = {
      machine: this.machine,
      ...this.standing,
      startedAt: this.before.startedAt,
      title,
      ...(uniqueKey !== undefined && { uniqueKey }),
      ...this.steps.after(),
      ...this.timers.after(),
      ...(this.before.parent !== undefined && { parent: this.before.parent }),
      ...this.errands.after(),
      ...(this.suspension !== undefined && { suspension: this.suspension }),
      returns: this.returns,
      ...(this.reached.length > 0 && { reached: this.reached }),
      ...(this.machine.status !== 'done' && { ...this.approvals.after(), ...this.deficiencies.after() }),
      ...(this.entries.length === 0 && this.before.migration !== undefined && { migration: this.before.migration }),
      applied: this.applied,
    };
    const { settledBy, undone, touched, effects } = this;
    const undo = undosAfter(this.before, state, { settledBy, undone, touched, effects });
    return {
      kind: 'advanced',
      state: undo.length === 0 ? state : { ...state, undo },
      effects: withoutPassing(this.effects),
      entries: this.world.toldIn(this.entries),
    };
  }

  private settleMachine(next: AnyMachineSnapshot, actions: readonly MachineAction[], crossing?: CompiledReturn): void {
    if (this.scope.halted) throw new Halt(this.scope.halted);
    if (next.status === 'error') throw new Halt(refused('case.endless', { params: { reason: String(next.error) } }));
    this.machine = save(next);
    this.reached = reachedAfter(this.workflow.definition, this.reached, this.machine.value);
    this.standing = (next.context as { standing: Standing }).standing;
    if (this.standing.data !== this.before.data) checkData(this.workflow, this.standing.data);
    for (const action of actions) this.carryOut(action, crossing);
    this.steps.reopenWaiting();
    this.returns = this.returns.filter(({ to }) => this.steps.get(to) !== undefined || this.returns.some(({ from }) => from === to));
    if (this.machine.status === 'done') this.end();
  }

  private end(): void {
    this.steps.leaveAll();
    this.errands.leaveAll();
    this.timers.clearAll();
    const { parent } = this.before;
    if (parent !== undefined && !this.isOrphan) this.effects.push({ kind: 'tell-parent', instance: parent.instance, child: parent.child });
  }

  private carryOut(action: MachineAction, crossing?: CompiledReturn): void {
    const { type, params } = action;
    switch (type) {
      case stepActions.enter:
      case stepActions.leave:
        return this.moveStep(action, crossing);
      case 'xstate.raise':
      case 'xstate.cancel':
        return this.moveTimer(action, crossing);
      case 'notify':
        return this.notify(params as { to: readonly AssigneeRule[]; message: Text });
      case 'signal':
        this.effects.push(signalOf(params as SignalParams, (source) => this.scope.evaluate(source, this.standing)));
    }
  }

  private moveStep({ type, params }: MachineAction, crossing?: CompiledReturn): void {
    const { step } = params as { readonly step: string };
    if (crossing?.beside.steps.has(step)) return;
    const part = this.workflow.errands.has(step) ? this.errands : this.steps;
    if (type === stepActions.enter) part.enter(step);
    else part.leave(step);
  }

  private moveTimer({ type, params }: MachineAction, crossing?: CompiledReturn): void {
    const { id, sendId, delay } = params as { readonly id?: string; readonly sendId?: string; readonly delay?: unknown };
    const event = (type === 'xstate.raise' ? id : sendId) ?? '';
    if (crossing?.beside.timers.has(event)) return;
    if (type === 'xstate.cancel') this.timers.clear(event);
    else if (delay !== undefined) this.timers.set(event, this.dues.ofTimer(event));
  }

  private notify({ to, message }: { to: readonly AssigneeRule[]; message: Text }): void {
    const recipients = recipientsOf(to, this.standing.applicant, this.world);
    if (recipients.length === 0) return;
    this.effects.push({ kind: 'notify', to: recipients, message: this.scope.fillIn(message, this.standing), notice: 'message' });
  }

  private settleClocks(): void {
    const isResumed = this.suspension === undefined && this.before.suspension !== undefined;
    if (!isResumed) this.clocks.follow(this.earlier, this.steps);
    if (this.suspension === undefined) return;
    this.suspension = this.machine.status === 'done' ? undefined : freeze(this.allClocks(), this.suspension);
  }

  private allClocks(): Clocks {
    return { workflow: this.workflow, steps: this.steps, timers: this.timers, at: this.moment.at };
  }

  /** What a step's due time was reckoned from may be in the form. */
  private followForm(): void {
    if (this.form === this.before.form && this.undone === undefined) return;
    for (const { step, visit, openedAt } of this.steps.all()) {
      const due = this.workflow.steps.get(step)?.step.due;
      if (due === undefined || !isInstant(due) || this.earlier[step]?.visit !== visit) continue;
      const dueAt = valueOrNothing(() => this.dues.of(due, openedAt));
      if (dueAt !== undefined) this.steps.changeDue(step, dueAt);
    }
  }
}
