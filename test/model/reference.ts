import {
  asked,
  type Circle,
  everyVoice,
  hasSigners,
  holderOf,
  isOwn,
  replace,
  spoken,
  type Voice,
  without,
  withoutTaken,
} from './circle.ts';
import type { Move } from './move.ts';
import type { Cast } from './people.ts';
import { type Opening, Position, type Waiting } from './position.ts';
import { applicant, Rights } from './rights.ts';
import { voicesAfter } from './task-verbs.ts';
import type { Topology, WaitItem } from './topology.ts';
import { isUntouched, putBack, type Undo } from './undo.ts';
import { verdict } from './verdict.ts';

const nobody: Circle = { rule: 'all', voices: [] };
const ofOthers: readonly string[] = ['child-ended', 'child-refused', 'call-answered', 'call-failed', 'end'];

/**
 * What a case comes to, told as simply as can be and beside the engine: circles of people and lines of steps. It knows
 * nothing of machines, tasks, effects or rows.
 */
export class Reference {
  position: Position;
  isSuspended = false;
  private form: Readonly<Record<string, number | string>> = { amount: 1 };
  private undos: readonly Undo[] = [];
  private readonly visited = new Set<string>();
  private lastMark = 0;
  /** How many children and calls there have been. */
  private readonly asked = { children: 0, call: 0 };
  private readonly rights: Rights;

  constructor(
    private readonly topology: Topology,
    cast: Cast,
  ) {
    this.rights = new Rights(topology, cast);
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
    this.rights.cast = move.cast;
    if (!this.isHeard(move)) return false;
    const before = this.position;
    const { recused } = this.rights;
    const gone = recused.size;
    this.position = before.copy();
    const came = this.perform(move);
    if (came === false) {
      this.position = before;
      return false;
    }
    const kept = this.undos.filter((undo) => gone === recused.size && isUntouched(undo, before, this.position));
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
    const { step } = move;
    const opening = this.position.open.get(step);
    const voice = opening && asked(opening.circle).find((each) => holderOf(each) === move.holder);
    if (opening === undefined || voice === undefined) return false;
    if (move.verb === 'save') return this.save(move, opening, voice);
    if (move.verb === 'defer') return move.hasReason && this.rights.mayAct(step, voice, move.by) && this.rights.isBodys(step, voice);
    const voices = voicesAfter(move, { step, circle: opening.circle, voice }, this.rights);
    return voices !== undefined && this.put(step, replace(opening.circle, voice, voices));
  }

  private decide(move: Move): boolean | Pick<Undo, 'token' | 'by'> {
    const { by, step, outcome, returnTo, hasReason, token } = move;
    const opening = this.position.open.get(step);
    const voice = opening && asked(opening.circle).find((each) => holderOf(each) === move.holder);
    if (opening === undefined || voice === undefined || voice.answering !== undefined) return false;
    if (!this.rights.mayActOrRepresent(step, voice, move) || (move.inMeeting && !this.rights.isBodys(step, voice))) return false;
    const isInStep = isOwn(opening.circle, voice);
    if (!this.outcomesOf(step, isInStep).includes(outcome)) return false;
    const passes = outcome === 'approve' || outcome === 'submit';
    if (!passes && outcome !== 'abstain' && !hasReason) return false;
    const mayReturnTo = (target: string) => isInStep && outcome === 'return' && this.mayReturn(step, target);
    if (returnTo !== undefined && !mayReturnTo(returnTo)) return false;
    if (move.isStale || !this.mayWrite(step, isInStep, move.fields)) return false;
    this.write(move.fields);
    const principal = this.rights.mayAct(step, voice, by) ? by : (move.represents ?? by);
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
    const { recused } = this.rights;
    if (person === applicant || recused.has(person)) return false;
    recused.add(person);
    const isGone = (whose: string) => this.rights.isGone(whose);
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
    if (undo !== undefined) {
      if (undo.by === by) putBack(this.position, undo);
      return undo.by === by;
    }
    for (const [step, { circle }] of this.position.open) {
      const index = circle.voices.findIndex(({ said, signing }) => said?.token === token && signing === undefined);
      const voice = circle.voices[index];
      if (voice === undefined) continue;
      const later = circle.rule === 'sequence' ? circle.voices.slice(index + 1) : [];
      if ([by, voice.whose, voice.said?.principal ?? by].some((person) => this.rights.recused.has(person))) return false;
      if (voice.said?.by !== by || hasSigners(circle) || later.some(({ said, taken }) => said !== undefined || taken !== undefined))
        return false;
      return this.put(step, { ...circle, voices: circle.voices.map((each) => (each === voice ? { ...voice, said: undefined } : each)) });
    }
    return false;
  }

  private save(move: Move, opening: Opening, voice: Voice): boolean {
    const { step, fields, isStale } = move;
    if (!this.rights.mayActOrRepresent(step, voice, move) || isStale) return false;
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
    const circle = this.rights.circleOf(step);
    return { circle, isHeld: circle.voices.length === 0, mark: this.lastMark };
  }
}
