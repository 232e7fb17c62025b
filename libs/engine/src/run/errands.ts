import { toJson } from '../expression/expression.ts';
import type { CompiledErrand, Workflow } from '../workflow.ts';
import { neededOf, type Settlement, settlementOf } from './children-settled.ts';
import type { Effect, EndedBecause } from './effect.ts';
import { refused } from './refusal.ts';
import type { Given } from './scope.ts';
import { Halt } from './scope.ts';
import type { CaseState, ChildResult, Fields, Instant, OpenCall, OpenChildren } from './state.ts';

/** As many as a school applies for in a season, and a bound on what one decision may start. */
const maxChildren = 200;

type Kept = Pick<CaseState, 'children' | 'calls' | 'lastChild' | 'lastCall'>;

interface Circumstances {
  readonly workflow: Workflow;
  readonly at: Instant;
  /** How many cases there are above this one. */
  readonly depth: number;
  readonly evaluate: (source: string, given?: Given) => unknown;
}

/** What others have been asked to do: child cases and calls, begun when the machine enters a state and given up when it leaves. */
export class Errands {
  private readonly children: Map<string, OpenChildren>;
  private readonly calls: Map<string, OpenCall>;
  private lastChild: number;
  private lastCall: number;
  /** Why states are being left. */
  because: EndedBecause = 'left';

  constructor(
    before: Kept,
    private readonly circumstances: Circumstances,
    private readonly effects: Effect[],
  ) {
    this.children = new Map(Object.entries(before.children ?? {}));
    this.calls = new Map(Object.entries(before.calls ?? {}));
    this.lastChild = before.lastChild ?? 0;
    this.lastCall = before.lastCall ?? 0;
  }

  enter(path: string): void {
    const errand = this.compiled(path);
    if (errand.of === 'children') this.startChildren(path, errand);
    else this.call(path, errand);
  }

  leave(path: string): void {
    const { because } = this;
    const children = this.children.get(path);
    const call = this.calls.get(path);
    for (const child of children?.running ?? []) this.effects.push({ kind: 'end-child', child, because });
    if (call !== undefined) this.effects.push({ kind: 'cancel-call', call: call.number });
    if (children?.held !== undefined || call?.held !== undefined) this.effects.push({ kind: 'close-incident', step: path });
    this.children.delete(path);
    this.calls.delete(path);
  }

  leaveAll(): void {
    for (const path of [...this.children.keys(), ...this.calls.keys()]) this.leave(path);
  }

  /** Takes the end of a child. @returns the state that waits for it. @throws Halt when none does any more. */
  childEnded(number: number, state: string, output: Fields): string {
    const [path, open] = this.waitingFor(number);
    const errand = this.compiled(path);
    if (errand.of !== 'children') throw new Error(`no children at ${path}`);
    const { passes } = errand.children;
    const { fields } = fitting(errand, output);
    const isPassed = passes === undefined || passes.includes(state);
    const result: ChildResult = { number, state, passed: isPassed, ...(Object.keys(fields).length > 0 && { output: fields }) };
    const running = open.running.filter((other) => other !== number);
    this.keep(path, { ...open, running, results: [...open.results, result] }, without(open.held, number));
    return path;
  }

  /** A child could not be started, or its end not be taken: it waits for an operator. @returns the state that waits for it. */
  holdChild(number: number, why: string): string {
    const [path, open] = this.waitingFor(number);
    const { held = [] } = open;
    if (held.includes(number)) throw new Halt(refused('child.not-running', { params: { child: number } }));
    if (held.length === 0) this.effects.push({ kind: 'open-incident', step: path, code: 'child-failed', detail: why });
    this.children.set(path, { ...open, held: [...held, number] });
    return path;
  }

  /** The state that waits for a call. @throws Halt when none does any more. */
  callerOf(number: number): string {
    const found = [...this.calls].find(([, call]) => call.number === number)?.[0];
    if (found === undefined) throw new Halt(refused('call.not-running', { params: { call: number } }));
    return found;
  }

  /** What of an answer was asked for, unless it does not have the shape that was. */
  resultOf(path: string, answer: Fields): Fields | undefined {
    const { fields, isWhole } = fitting(this.compiled(path), answer);
    return isWhole ? fields : undefined;
  }

  /** What waits for an operator already does not fail once more. @throws Halt where a call does. */
  checkTried(path: string, number: number): void {
    if (this.calls.get(path)?.held !== undefined) throw new Halt(refused('call.not-running', { params: { call: number } }));
  }

  /** A call is over, whatever came of it. */
  endCall(path: string): void {
    if (this.calls.get(path)?.held !== undefined) this.effects.push({ kind: 'close-incident', step: path });
    this.calls.delete(path);
  }

  /** A call has failed for good, and the definition does not say what then: it waits for an operator. */
  holdCall(path: string, number: number, why: string): void {
    this.calls.set(path, { number, held: true });
    this.effects.push({ kind: 'open-incident', step: path, code: 'call-failed', detail: why });
  }

  /** Has what failed in a state tried again. @returns whether anything had. */
  retry(path: string): boolean {
    const children = this.children.get(path);
    const call = this.calls.get(path);
    if (children?.held === undefined && call?.held === undefined) return false;
    if (children?.held !== undefined) {
      for (const child of children.held) this.effects.push({ kind: 'retry-child', child });
      const { held: _held, ...open } = children;
      this.children.set(path, open);
    }
    if (call?.held !== undefined) {
      this.effects.push({ kind: 'retry-call', call: call.number, ...this.deadlineOf(path) });
      this.calls.set(path, { number: call.number });
    }
    this.effects.push({ kind: 'close-incident', step: path });
    return true;
  }

  /** The first state whose children have settled it, and how. */
  settled(): { readonly path: string; readonly settlement: Settlement; readonly given: Given } | undefined {
    for (const [path, open] of this.children) {
      const errand = this.compiled(path);
      const settlement = errand.of === 'children' ? settlementOf(open, neededOf(errand.children.wait, open.total)) : undefined;
      if (settlement !== undefined) return { path, settlement, given: { children: shownOf(open) } };
    }
    return undefined;
  }

  after(): Kept {
    return {
      ...(this.children.size > 0 && { children: Object.fromEntries(this.children) }),
      ...(this.calls.size > 0 && { calls: Object.fromEntries(this.calls) }),
      ...(this.lastChild > 0 && { lastChild: this.lastChild }),
      ...(this.lastCall > 0 && { lastCall: this.lastCall }),
    };
  }

  private startChildren(path: string, { children }: Extract<CompiledErrand, { of: 'children' }>): void {
    const { evaluate, depth } = this.circumstances;
    const items = children.each === undefined ? [undefined] : (evaluate(children.each) as readonly unknown[]);
    if (items.length > maxChildren) throw new Halt(refused('children.too-many', { params: { count: items.length, limit: maxChildren } }));
    const running = items.map((item) => {
      const given = item === undefined ? undefined : { item };
      this.lastChild += 1;
      this.effects.push({
        kind: 'start-child',
        child: this.lastChild,
        state: path,
        definition: children.definition,
        depth: depth + 1,
        ...(children.organisation !== undefined && { organisation: String(evaluate(children.organisation, given)) }),
        form: this.valuesOf(children.form, given),
      });
      return this.lastChild;
    });
    this.children.set(path, { total: items.length, running, results: [] });
  }

  private call(path: string, { call }: Extract<CompiledErrand, { of: 'call' }>): void {
    this.lastCall += 1;
    this.calls.set(path, { number: this.lastCall });
    const body = this.valuesOf(call.body);
    this.effects.push({ kind: 'call', call: this.lastCall, state: path, to: call.to, body, ...this.deadlineOf(path) });
  }

  private deadlineOf(path: string): { readonly until?: Instant } {
    const errand = this.compiled(path);
    const { at, workflow } = this.circumstances;
    if (errand.of !== 'call' || errand.call.within === undefined) return {};
    return { until: workflow.dueTime.after(errand.call.within, at) };
  }

  private valuesOf(sources: Readonly<Record<string, string>>, given?: Given): Fields {
    const { evaluate } = this.circumstances;
    return Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, toJson(evaluate(source, given))]));
  }

  private waitingFor(number: number): readonly [string, OpenChildren] {
    const found = [...this.children].find(([, { running }]) => running.includes(number));
    if (found === undefined) throw new Halt(refused('child.not-running', { params: { child: number } }));
    return found;
  }

  private keep(path: string, { held, ...open }: OpenChildren, stillHeld: readonly number[]): void {
    this.children.set(path, stillHeld.length > 0 ? { ...open, held: stillHeld } : open);
    if (held !== undefined && stillHeld.length === 0) this.effects.push({ kind: 'close-incident', step: path });
  }

  private compiled(path: string): CompiledErrand {
    const errand = this.circumstances.workflow.errands.get(path);
    if (errand === undefined) throw new Error(`nothing is asked of others at ${path}`);
    return errand;
  }
}

const without = (numbers: readonly number[] | undefined, number: number): readonly number[] =>
  (numbers ?? []).filter((other) => other !== number);

/** The values that the definition names and that are of the type it says, and whether those are all it asks for. */
function fitting({ names, answer }: CompiledErrand, values: Fields): { readonly fields: Fields; readonly isWhole: boolean } {
  const named = Object.fromEntries(names.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name] ?? null]] : [])));
  const problems = answer.complete(named);
  const wrong = new Set(problems.map(({ path }) => path.split('/')[1]));
  return { fields: Object.fromEntries(Object.entries(named).filter(([name]) => !wrong.has(name))), isWhole: problems.length === 0 };
}

/** Children as expressions read them. */
const shownOf = ({ total, results }: OpenChildren) => ({
  total,
  passed: results.filter(({ passed }) => passed).length,
  failed: results.filter(({ passed }) => !passed).length,
  results: results.map(({ output, ...result }) => ({ ...output, ...result })),
});
