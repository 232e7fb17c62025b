import { advance } from '../advance.ts';
import { outcomesOf } from '../definition/outcomes.ts';
import { commandOf, startOf } from '../replay/command-of.ts';
import type { Happening } from '../replay/replay.ts';
import type { Actor } from '../run/actor.ts';
import { isWaitingFor } from '../run/assign.ts';
import type { Command, Start } from '../run/command.ts';
import type { Entry } from '../run/entry.ts';
import { postsHeld } from '../run/posts-held.ts';
import type { Result, World } from '../run/result.ts';
import type { Assignee, CaseState, Fields, Instant, PersonId } from '../run/state.ts';
import { start } from '../start.ts';
import type { Workflow } from '../workflow.ts';
import type { AskedOnce, CaseCourse, Unknown } from './what-if.ts';

/** How often a case may go on by itself between two things that people did: no retelling is for ever. */
const maxAlone = 200;

/** Tells a history again by another workflow: what people said then is said where they are asked for it. */
export class Retelling {
  private state: CaseState | undefined;
  private readonly route: string[] = [];
  private readonly asked: AskedOnce[] = [];
  private readonly unknown: Unknown[] = [];
  private endedAt: Instant | undefined;
  private facts: Readonly<Record<string, Fields>> = {};
  private holders: Readonly<Record<string, readonly PersonId[]>> = {};
  private supposed = 0;

  constructor(
    private readonly workflow: Workflow,
    private readonly happenings: readonly Happening[],
  ) {
    // What is asked for earlier than it was is answered as it was later.
    for (const { entries } of happenings.toReversed()) this.learn(entries);
  }

  /** Undefined where its beginning was not written down, or is refused. */
  tell(): { readonly course: CaseCourse; readonly unknown: readonly Unknown[] } | undefined {
    const [first, ...rest] = this.happenings;
    if (first === undefined || !this.begin(first)) return undefined;
    for (const [index, happening] of rest.entries()) {
      const still = rest.slice(index);
      this.passTime(happening.at, still);
      if (this.isOver) break;
      this.tellOf(happening, still);
    }
    if (!this.isOver) this.goOnAlone(this.happenings.at(-1)?.at ?? first.at);
    const { route, asked, endedAt } = this;
    return { course: { route, asked, begunAt: first.at, ...(endedAt !== undefined && { endedAt }) }, unknown: this.unknown };
  }

  private get isOver(): boolean {
    return this.state?.machine.status === 'done';
  }

  private begin(happening: Happening): boolean {
    this.learn(happening.entries);
    const command = startOf(this.workflow, happening);
    if (command === undefined) return false;
    const told = withoutAstray(command, (said) => start(this.workflow, said, this.world(said.subject)));
    return this.take(told, happening.at);
  }

  /** The other workflow's own timers, as far as the history does not tell of the same ones later than they were due. */
  private passTime(until: Instant, still: readonly Happening[]): void {
    const told = new Set(still.flatMap(({ entries }) => entries.flatMap(({ cause }) => cause ?? [])));
    for (let fired = 0; fired < maxAlone && this.state !== undefined && !this.isOver; fired += 1) {
      const due = Object.entries(this.state.timers)
        .filter(([event, { dueAt }]) => dueAt <= until && !told.has(event))
        .toSorted(([, a], [, b]) => (a.dueAt < b.dueAt ? -1 : 1))[0];
      if (due === undefined) return;
      const [, { number, dueAt }] = due;
      if (!this.send({ kind: 'fire-timer', id: `timer-${number}`, at: dueAt, timer: number })) return;
    }
  }

  private tellOf(happening: Happening, still: readonly Happening[]): void {
    this.learn(happening.entries);
    const [entry] = happening.entries;
    if (entry === undefined || this.state === undefined || !this.isAskedFor(entry, happening.at, still)) return;
    const command = commandOf(this.workflow, this.state, happening);
    if (command !== undefined) this.send(this.retargeted(command, entry), entry.step);
  }

  /** Whether there is a place here for what happened: the timer runs, or somebody is asked in the step. */
  private isAskedFor(entry: Entry, at: Instant, still: readonly Happening[]): boolean {
    if (this.isTimer(entry)) return this.state?.timers[entry.cause ?? ''] !== undefined;
    if (entry.kind !== 'decided' && entry.kind !== 'saved') return true;
    if (!this.hasOpen(entry.step)) this.supposeUntil(entry, at, still);
    if (this.hasOpen(entry.step)) return true;
    if (entry.kind === 'decided') this.unknown.push({ kind: 'unasked', step: entry.step ?? '', outcome: entry.outcome ?? '' });
    return false;
  }

  private isTimer({ kind }: Entry): boolean {
    return kind === 'timer-fired' || kind === 'reminded' || kind === 'escalated';
  }

  private hasOpen(step: string | undefined): boolean {
    return step !== undefined && this.state?.steps[step] !== undefined;
  }

  /** A step that nobody was ever asked in is supposed to pass, so that the rest can be told. */
  private supposeUntil({ step: wanted }: Entry, at: Instant, still: readonly Happening[]): void {
    const decided = new Set(still.flatMap(({ entries }) => entries.flatMap(({ kind, step }) => (kind === 'decided' ? (step ?? []) : []))));
    for (let tries = 0; tries < maxAlone && !this.isOver && !this.hasOpen(wanted); tries += 1) {
      const path = Object.keys(this.state?.steps ?? {}).find((open) => !decided.has(open));
      if (path === undefined || !this.suppose(path, at)) return;
    }
  }

  private suppose(path: string, at: Instant): boolean {
    const step = this.workflow.steps.get(path);
    const outcome = step && outcomesOf(step.step.decide).find(({ kind }) => kind === 'pass');
    const task = this.state?.steps[path]?.tasks.find(({ ballot }) => ballot === undefined);
    if (this.state === undefined || outcome === undefined || task === undefined) return this.stay(path);
    this.supposed += 1;
    const isPassed = this.send(
      {
        kind: 'decide',
        id: `supposed-${this.supposed}`,
        at,
        by: holderOf(task.assignee),
        task: task.number,
        outcome: outcome.name,
        comment: '（推定）',
        formVersion: this.state.form.version,
      },
      undefined,
      true,
    );
    if (!isPassed) return this.stay(path);
    this.unknown.push({ kind: 'decision', step: path, outcome: outcome.name });
    return true;
  }

  private stay(step: string): false {
    if (!this.unknown.some((one) => one.kind === 'stays' && one.step === step)) this.unknown.push({ kind: 'stays', step });
    return false;
  }

  /** The history is over and the case is not. */
  private goOnAlone(at: Instant): void {
    for (let tries = 0; tries < maxAlone && !this.isOver; tries += 1) {
      const [path] = Object.keys(this.state?.steps ?? {});
      if (path === undefined || !this.suppose(path, at)) return;
    }
  }

  /** The same by the numbers that tasks have here. */
  private retargeted(command: Command, { step }: Entry): Command {
    if (!('task' in command) || this.state === undefined || step === undefined || command.kind === 'take-back') return command;
    const open = this.state.steps[step]?.tasks.filter(({ ballot }) => ballot === undefined) ?? [];
    const { by } = command;
    const own = [by, ...(by.represents ?? [])];
    const task =
      open.find((each) => each.number === command.task && own.some((actor) => isWaitingFor(each, actor))) ??
      open.find((each) => own.some((actor) => isWaitingFor(each, actor)));
    return task === undefined ? command : { ...command, task: task.number };
  }

  private send(command: Command, step?: string, isSupposed = false): boolean {
    const { workflow, state } = this;
    if (state === undefined) return false;
    const told = withoutAstray(command, (said) => advance(workflow, state, said, this.world(state.subject)));
    return this.take(told, command.at, step, isSupposed);
  }

  private take(result: Result, at: Instant, step?: string, isSupposed = false): boolean {
    if (result.kind === 'advanced') {
      this.follow(result, at);
      return true;
    }
    if (isSupposed) return false;
    if (result.kind === 'wanting') this.unknown.push(...result.facts.map(({ name }) => ({ kind: 'fact' as const, fact: name })));
    else {
      const rules = (result.rules ?? []).map(({ rule }) => rule);
      this.unknown.push({ kind: 'refused', ...(step !== undefined && { step }), code: result.code, rules });
    }
    return false;
  }

  private follow({ state, effects, entries }: Extract<Result, { kind: 'advanced' }>, at: Instant): void {
    this.state = state;
    for (const { from, to } of entries) this.route.push(...to.filter((path) => !from.includes(path)));
    for (const effect of effects) if (effect.kind === 'open-task') this.asked.push({ step: effect.step, who: whoIs(effect.assignee) });
    if (state.machine.status === 'done') this.endedAt ??= at;
  }

  private learn(entries: readonly Entry[]): void {
    this.facts = Object.assign({}, this.facts, ...entries.map(({ facts = {} }) => facts)) as typeof this.facts;
    this.holders = Object.assign({}, this.holders, ...entries.map(({ holders = {} }) => holders)) as typeof this.holders;
  }

  /** Who held the posts, as it was known last; a post that nobody was ever asked for has somebody of whom nothing is known. */
  private world(subject: CaseState['subject']): World {
    return { posts: postsHeld(this.workflow, subject, (key) => this.holders[key] ?? [`?${key}`]), facts: this.facts };
  }
}

/** Nobody would have been asked for a field that does not apply by this workflow: what they wrote there is left out. */
function withoutAstray<Said extends Command | Start>(command: Said, tell: (said: Said) => Result): Result {
  const result = tell(command);
  const astray = result.kind === 'refused' ? (result.fields ?? []).filter(({ code }) => code === 'not-applicable') : [];
  if (astray.length === 0 || !('fields' in command)) return result;
  const names = new Set(astray.map(({ path }) => path.slice(1)));
  return tell({ ...command, fields: Object.fromEntries(Object.entries(command.fields ?? {}).filter(([name]) => !names.has(name))) });
}

const whoIs = (assignee: Assignee): string => (assignee.kind === 'person' ? assignee.person : assignee.post);

/** Somebody who may answer a task: whom it is addressed to, or a holder of its post. */
const holderOf = (assignee: Assignee): Actor =>
  assignee.kind === 'person'
    ? { person: assignee.person, posts: [] }
    : { person: `?${assignee.post}`, posts: [{ post: assignee.post, organisation: assignee.organisation }] };
