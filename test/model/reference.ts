import {
  asked,
  type Circle,
  everybody,
  everyVoice,
  hasSigners,
  holderOf,
  isOwn,
  replace,
  signers,
  spoken,
  type Voice,
  voiceOf,
  without,
  withoutTaken,
} from './circle.ts';
import type { Move } from './move.ts';
import { type Cast, holdersOf } from './people.ts';
import { type Opening, Position, type Waiting } from './position.ts';
import type { Topology, WaitItem } from './topology.ts';
import { verdict } from './verdict.ts';

/** A decision that can be taken back: what it changed, before and after. */
interface Undo {
  readonly token: number;
  readonly by: string;
  readonly before: Position;
  readonly after: Position;
}

const applicant = 'clerk';
const postIn = (whose: string): string => whose.slice('post:'.length);
const limits = { people: 20, depth: 3 };
const ofOthers: readonly string[] = ['child-ended', 'child-refused', 'call-answered', 'call-failed', 'end'];
const nobody: Circle = { rule: 'all', voices: [] };

/**
 * What a case comes to, told as simply as can be and beside the engine: circles of people and lines of steps. It knows
 * nothing of machines, tasks, effects or rows.
 */
export class Reference {
  position: Position;
  isSuspended = false;
  readonly recused = new Set<string>();
  private form: Readonly<Record<string, number | string>> = { amount: 1 };
  private undos: readonly Undo[] = [];
  private readonly visited = new Set<string>();
  private lastMark = 0;
  /** How many children and calls there have been. */
  private readonly asked = { children: 0, call: 0 };
  private cast: Cast;

  constructor(
    private readonly topology: Topology,
    cast: Cast,
  ) {
    this.cast = cast;
    this.position = new Position(
      topology,
      (step) => this.openingOf(step),
      (wait) => this.waitingAt(wait),
    );
    this.position.enter('draft');
  }

  /** Who is asked for what now. */
  tasks(): string[] {
    return [...this.position.open]
      .flatMap(([step, { circle }]) => asked(circle).map((voice) => `${step} ${holderOf(voice)} ${voice.taken ?? ''}`))
      .sort();
  }

  /** @returns whether it is accepted; what is refused has no effect. */
  take(move: Move): boolean {
    this.cast = move.cast;
    if (!this.isHeard(move)) return false;
    const before = this.position;
    const recused = this.recused.size;
    this.position = before.copy();
    const came = this.perform(move);
    if (came === false) {
      this.position = before;
      return false;
    }
    const kept = this.undos.filter((undo) => recused === this.recused.size && this.isUntouched(undo, before));
    const isOver = this.position.finished !== undefined;
    // What others have been asked cannot be unsaid.
    const isAsked = [...this.position.waits.keys()].some((wait) => !before.waits.has(wait));
    this.undos = isOver ? [] : came === true || isAsked ? kept : [...kept, { ...came, before, after: this.position.copy() }];
    return true;
  }

  private isHeard({ verb }: Move): boolean {
    if (this.position.finished !== undefined) return verb === 'comment' || verb === 'copy';
    const whileSuspended = ['comment', 'copy', 'signal', 'resume', 'terminate', ...ofOthers];
    return !this.isSuspended || whileSuspended.includes(verb);
  }

  /** @returns false where it is refused; what can be taken back, where somebody has settled a step. */
  private perform(move: Move): boolean | Pick<Undo, 'token' | 'by'> {
    switch (move.verb) {
      case 'decide':
        return this.decide(move);
      case 'comment':
      case 'terminate':
      case 'jump':
      case 'withdraw':
      case 'suspend':
      case 'resume':
      case 'recuse':
        return move.hasReason && this.onCase(move);
      case 'copy':
        return true;
      case 'signal':
        this.position.go(this.topology.root, 'draft');
        return this.moved();
      case 'fire-timer':
        if (!this.position.open.has(move.step) || move.step === 'draft') return false;
        this.position.pass(move.step);
        return this.moved();
      case 'child-ended':
      case 'child-refused':
      case 'call-answered':
      case 'call-failed':
        return this.hearFrom(move);
      case 'end':
        this.position.finish(move.isPassed ? 'withdrawn' : '$terminated');
        return true;
      case 'retry':
        return this.retry(move);
      case 'urge':
        return this.urge(move);
      case 'supplement':
        return this.supplement(move);
      case 'remove-signers':
        return move.hasReason && this.removeSigners(move);
      case 'take-back':
        return this.takeBack(move);
      default:
        return this.onTask(move);
    }
  }

  private onCase({ verb, by, to }: Move): boolean {
    switch (verb) {
      case 'terminate':
        this.position.finish('$terminated');
        return true;
      case 'jump':
        if (!this.topology.steps.has(to) || this.position.open.has(to)) return false;
        this.position.go(this.position.liveLineAround(to), to);
        return this.moved();
      case 'withdraw':
        if (by !== applicant || this.position.isPastReturn) return false;
        this.position.finish('withdrawn');
        return true;
      case 'suspend':
        this.isSuspended = true;
        return true;
      case 'resume':
        if (!this.isSuspended) return false;
        this.isSuspended = false;
        return true;
      case 'recuse':
        return this.recuse(by);
      default:
        return true;
    }
  }

  private onTask(move: Move): boolean {
    const { verb, by, step, hasReason, isReassigning } = move;
    const opening = this.position.open.get(step);
    const voice = opening && asked(opening.circle).find((each) => holderOf(each) === move.holder);
    if (opening === undefined || voice === undefined) return false;
    const put = (...voices: readonly Voice[]): true => this.put(step, replace(opening.circle, voice, voices));
    const mayAct = this.mayAct(step, voice, by, move);
    const { to, place, rule } = move;
    switch (verb) {
      case 'claim':
        if (!mayAct || !voice.whose.startsWith('post:') || voice.taken !== undefined) return false;
        return put({ ...voice, taken: by });
      case 'release': {
        const isAsking = voice.answering !== undefined && voice.whose === by;
        const has = voice.answering ?? voice.taken;
        if ((!isReassigning && !isAsking && !mayAct) || has === undefined || (has !== by && !isAsking && !hasReason)) return false;
        return put({ ...voice, answering: undefined, taken: undefined });
      }
      case 'transfer':
        if ((!isReassigning && !mayAct) || !hasReason || !this.isNew(step, voice, by, to)) return false;
        return put(voice.answering === undefined ? { ...voice, whose: to, taken: undefined } : { ...voice, answering: to });
      case 'delegate':
        if (!mayAct || voice.answering !== undefined || !hasReason || !this.isNew(step, voice, by, to)) return false;
        return put({ ...voice, whose: by, taken: undefined, answering: to });
      case 'resolve':
        if (!mayAct || voice.answering === undefined || !hasReason) return false;
        return put({ ...voice, answering: undefined });
      case 'save':
        return this.save(move, opening, voice);
      case 'defer':
        return mayAct && hasReason && this.isBodys(step, voice);
      case 'add-signers': {
        if (!mayAct || voice.answering !== undefined || !hasReason || move.people.length === 0) return false;
        const depth = voice.depth + 1;
        const added = everyVoice(opening.circle).filter(({ addedBy }) => addedBy !== undefined).length;
        if (move.people.some((person) => !this.isNew(step, voice, by, person))) return false;
        if (depth > limits.depth || added + move.people.length > limits.people) return false;
        const circle: Circle = { rule, voices: signers(move.people, by, depth) };
        if (place === 'before') return put({ ...voice, whose: by, taken: undefined, before: circle });
        if (place === 'after') return put({ ...voice, plans: [...voice.plans, circle] });
        return put(voice, ...circle.voices);
      }
      default:
        return false;
    }
  }

  private decide(move: Move): boolean | Pick<Undo, 'token' | 'by'> {
    const { by, step, outcome, returnTo, hasReason, token } = move;
    const opening = this.position.open.get(step);
    const voice = opening && asked(opening.circle).find((each) => holderOf(each) === move.holder);
    if (opening === undefined || voice === undefined || voice.answering !== undefined) return false;
    if (!this.mayActOrRepresent(step, voice, move) || (move.inMeeting && !this.isBodys(step, voice))) return false;
    const isInStep = isOwn(opening.circle, voice);
    if (!this.outcomesOf(step, isInStep).includes(outcome)) return false;
    const passes = outcome === 'approve' || outcome === 'submit';
    if (!passes && outcome !== 'abstain' && !hasReason) return false;
    const mayReturnTo = (target: string) => isInStep && outcome === 'return' && this.mayReturn(step, target);
    if (returnTo !== undefined && !mayReturnTo(returnTo)) return false;
    if (move.isStale || !this.mayWrite(step, isInStep, move.fields)) return false;
    this.write(move.fields);
    const principal = this.mayAct(step, voice, by, move) ? by : (move.represents ?? by);
    const circle = spoken(opening.circle, voice, { outcome, by, principal, token }, passes);
    const came = verdict(circle, this.topology.variant);
    if (came === undefined) return this.put(step, circle);
    this.moveOn(step, came, returnTo);
    return move.inMeeting || { token, by };
  }

  private moveOn(step: string, outcome: string, returnTo?: string): true {
    const { position, topology } = this;
    if (outcome === 'return') this.sendBack(step, returnTo ?? 'draft');
    else if (outcome === 'reject' && !topology.isLoopEnd(step)) position.finish('rejected');
    else if (outcome === 'reject') position.go(topology.root, 'a');
    else {
      const returner = position.pending.find(({ to }) => to === step)?.from;
      if (returner === undefined) position.pass(step);
      else position.resume(step, returner);
    }
    return this.moved();
  }

  private sendBack(step: string, target: string): void {
    const { position } = this;
    const isResuming = this.topology.variant === 'resume';
    const region = position.regionBeside(target, step);
    if (region !== undefined && isResuming) {
      position.leave(region);
      position.enterTowards(region, target);
      position.settle();
      this.set(step, { circle: nobody, isHeld: false, waitsFor: target });
    } else {
      position.go(position.lineAround(step, target), target);
      if (isResuming) position.pending = [...position.pending.filter(({ to }) => to !== target), { from: step, to: target }];
    }
  }

  private recuse(person: string): boolean {
    if (person === applicant || this.recused.has(person)) return false;
    this.recused.add(person);
    const isGone = (whose: string) => (whose.startsWith('post:') ? this.isVacated(postIn(whose)) : this.recused.has(whose));
    for (const [step, { circle, waitsFor, isHeld }] of Array.from(this.position.open)) {
      if (waitsFor === undefined && !isHeld && this.position.open.has(step))
        this.count(step, without(withoutTaken(circle, person), isGone));
    }
    return true;
  }

  private removeSigners({ step, people, by, isReassigning }: Move): boolean {
    const opening = this.position.open.get(step);
    if (opening === undefined || people.length === 0) return false;
    const voices = everyVoice(opening.circle);
    for (const person of people) {
      const voice = voices.find(({ whose, addedBy }) => whose === person && addedBy !== undefined);
      if (voice === undefined || voice.said !== undefined || (voice.addedBy !== by && !isReassigning)) return false;
    }
    return this.count(
      step,
      without(opening.circle, (whose) => people.includes(whose)),
    );
  }

  /** A step that people were taken out of: it may be settled without them, or nobody may be left. */
  private count(step: string, circle: Circle): true {
    const came = circle.voices.length === 0 ? undefined : verdict(circle, this.topology.variant);
    if (came !== undefined) return this.moveOn(step, came);
    if (circle.voices.length === 0) this.set(step, this.openingOf(step));
    else this.put(step, circle);
    return true;
  }

  private takeBack({ token, by }: Move): boolean {
    const undo = this.undos.find((each) => each.token === token);
    if (undo !== undefined) return undo.by === by && this.undo(undo);
    for (const [step, { circle }] of this.position.open) {
      const index = circle.voices.findIndex(({ said, signing }) => said?.token === token && signing === undefined);
      const voice = circle.voices[index];
      if (voice === undefined) continue;
      const later = circle.rule === 'sequence' ? circle.voices.slice(index + 1) : [];
      if ([by, voice.whose, voice.said?.principal ?? by].some((person) => this.recused.has(person))) return false;
      if (voice.said?.by !== by || hasSigners(circle) || later.some(({ said, taken }) => said !== undefined || taken !== undefined))
        return false;
      return this.put(step, { ...circle, voices: circle.voices.map((each) => (each === voice ? { ...voice, said: undefined } : each)) });
    }
    return false;
  }

  /** Puts back what a decision changed, and nothing else: regions beside it may have gone on. */
  private undo({ before, after }: Undo): true {
    const { position } = this;
    for (const step of changedSteps(before, after)) {
      const opening = before.open.get(step);
      if (opening === undefined) position.open.delete(step);
      else position.open.set(step, opening);
    }
    for (const region of changedRegions(before, after)) {
      if (before.done.has(region)) position.done.add(region);
      else position.done.delete(region);
    }
    for (const [fork, memory] of before.memory) if (after.memory.get(fork) !== memory) position.memory.set(fork, memory);
    const asked = after.pending.filter((each) => !before.pending.includes(each));
    const answered = before.pending.filter((each) => !after.pending.includes(each));
    position.pending = [...position.pending.filter(({ to }) => !asked.some((each) => each.to === to)), ...answered];
    if (after.isPastReturn && !before.isPastReturn) position.isPastReturn = false;
    return true;
  }

  private isUntouched({ before, after }: Undo, earlier: Position): boolean {
    return (
      changedSteps(before, after).every((step) => earlier.open.get(step)?.mark === this.position.open.get(step)?.mark) &&
      changedRegions(before, after).every((region) => this.position.done.has(region) === after.done.has(region))
    );
  }

  private save(move: Move, opening: Opening, voice: Voice): boolean {
    const { step, fields, isStale } = move;
    if (!this.mayActOrRepresent(step, voice, move) || isStale) return false;
    if (!this.mayWrite(step, isOwn(opening.circle, voice), fields)) return false;
    return this.write(fields) ? this.put(step, opening.circle) : true;
  }

  private supplement({ by, step, hasReason, isStale, fields }: Move): boolean {
    const opening = this.position.open.get(step);
    if (opening === undefined || opening.waitsFor !== undefined || step === 'draft') return false;
    if (by !== applicant || !hasReason || isStale || Object.keys(fields).some((field) => field !== 'reason')) return false;
    return this.write(fields);
  }

  private urge({ step, at }: Move): boolean {
    const waiting = [...this.position.open].filter(([path, { circle }]) => (step === '' || path === step) && asked(circle).length > 0);
    const ready = waiting.filter(([, { urgedAt }]) => urgedAt === undefined || at - urgedAt >= 24);
    for (const [path, opening] of ready) this.position.open.set(path, { ...opening, urgedAt: at });
    return ready.length > 0;
  }

  /** What those say whom the case waits for. */
  private hearFrom({ verb, token, isPassed }: Move): boolean {
    const of = verb === 'child-ended' || verb === 'child-refused' ? 'children' : 'call';
    const [path, waiting] = [...this.position.waits].find(([, { running }]) => running.includes(token)) ?? [];
    const item = this.topology.waits.get(path ?? '');
    if (item?.of !== of || waiting === undefined) return false;
    const held = waiting.held.filter((number) => number !== token);
    const running = waiting.running.filter((number) => number !== token);
    if ((verb === 'child-refused' || verb === 'call-failed') && held.length < waiting.held.length) return false;
    if (verb === 'child-refused' || verb === 'call-failed') this.position.waits.set(item.path, { ...waiting, held: [...held, token] });
    else if (verb === 'child-ended' && !isPassed) this.position.go(this.topology.root, 'draft');
    else if (running.length > 0) this.position.waits.set(item.path, { running, held });
    else this.position.passWait(item);
    return this.moved();
  }

  private waitingAt({ of }: WaitItem): Waiting {
    const first = this.asked[of] + 1;
    this.asked[of] += of === 'children' ? 2 : 1;
    return { running: of === 'children' ? [first, first + 1] : [first], held: [] };
  }

  private retry({ step }: Move): boolean {
    const waiting = this.position.waits.get(step);
    if (waiting !== undefined) {
      this.position.waits.set(step, { ...waiting, held: [] });
      return waiting.held.length > 0;
    }
    const opening = this.position.open.get(step);
    if (opening?.isHeld !== true) return false;
    const { circle, isHeld } = this.openingOf(step);
    if (!isHeld) this.set(step, { ...opening, circle, isHeld });
    return true;
  }

  private write(fields: Move['fields']): boolean {
    const before = this.form;
    this.form = { ...before, ...fields };
    return Object.entries(fields).some(([field, value]) => before[field] !== value);
  }

  private mayWrite(step: string, isInStep: boolean, fields: Move['fields']): boolean {
    const names = Object.keys(fields);
    return step === 'draft' ? isInStep || names.length === 0 : names.every((field) => field === 'opinion' && isInStep);
  }

  private outcomesOf(step: string, isInStep: boolean): readonly string[] {
    if (!isInStep) return ['approve', 'reject'];
    if (step === 'draft') return ['submit'];
    return ['approve', 'reject', this.topology.policy === 'vote' ? 'abstain' : 'return'];
  }

  private mayReturn(step: string, target: string): boolean {
    return this.topology.earlierThan(step).includes(target) && this.visited.has(target);
  }

  private mayActOrRepresent(step: string, voice: Voice, move: Move): boolean {
    if (this.mayAct(step, voice, move.by, move)) return true;
    return (
      move.represents !== undefined &&
      !this.recused.has(move.by) &&
      move.by !== applicant &&
      this.mayAct(step, voice, move.represents, move)
    );
  }

  private mayAct(step: string, voice: Voice, person: string, { cast }: Move): boolean {
    const holder = holderOf(voice);
    const isTheirs = holder.startsWith('post:') ? holdersOf(cast, postIn(holder)).includes(person) : holder === person;
    if (!isTheirs || this.recused.has(person) || (person === applicant && step !== 'draft')) return false;
    return voice.taken === undefined || voice.taken === person;
  }

  private isNew(step: string, voice: Voice, by: string, person: string): boolean {
    const isApplicants = step === 'draft' && voice.addedBy === undefined;
    if ((person === applicant && !isApplicants) || this.recused.has(person) || person === by) return false;
    return !everybody(this.position.open.get(step)?.circle ?? nobody).has(person);
  }

  /** Whether it waits for a body's meeting. */
  private isBodys(step: string, { whose, answering }: Voice): boolean {
    return this.topology.policy === 'one' && step !== 'draft' && whose === 'post:x' && answering === undefined;
  }

  private isVacated(post: string): boolean {
    const holders = holdersOf(this.cast, post);
    return holders.length > 0 && holders.every((person) => this.recused.has(person));
  }

  private moved(): true {
    if (this.position.finished === undefined) this.position.settle();
    return true;
  }

  /** Somebody has done something there. */
  private put(step: string, circle: Circle): true {
    const opening = this.position.open.get(step);
    return this.set(step, { ...opening, circle, isHeld: opening?.isHeld === true });
  }

  private set(step: string, opening: Omit<Opening, 'mark'>): true {
    this.lastMark += 1;
    this.position.open.set(step, { ...opening, mark: this.lastMark });
    return true;
  }

  private openingOf(step: string): Opening {
    this.visited.add(step);
    this.lastMark += 1;
    const circle = this.circleOf(step);
    return { circle, isHeld: circle.voices.length === 0, mark: this.lastMark };
  }

  private circleOf(step: string): Circle {
    const { policy } = this.topology;
    if (step === 'draft') return { rule: 'one', voices: [voiceOf(applicant, 1)] };
    const present = (post: string) => holdersOf(this.cast, post).filter((person) => !this.recused.has(person));
    const isForOne = policy !== 'vote' && present('x').length > 0;
    const ofX = isForOne ? [voiceOf('post:x', 1)] : present('x').map((person) => voiceOf(person, 2));
    return { rule: policy, voices: [...ofX, ...present('y').map((person) => voiceOf(person, 1))] };
  }
}

const changedSteps = (before: Position, after: Position): string[] =>
  [...new Set([...before.open.keys(), ...after.open.keys()])].filter((step) => before.open.get(step)?.mark !== after.open.get(step)?.mark);

const changedRegions = (before: Position, after: Position): string[] =>
  [...new Set([...before.done, ...after.done])].filter((region) => before.done.has(region) !== after.done.has(region));
