import type { Circle } from './circle.ts';
import { type Fork, isIn, type Line, type StepItem, type Topology, type WaitItem } from './topology.ts';

/** A step that is open. Whatever is done in it makes it another one. */
export interface Opening {
  readonly circle: Circle;
  /** Nobody was found. */
  readonly isHeld: boolean;
  readonly waitsFor?: string;
  readonly urgedAt?: number;
  /** Told apart by this: what was done in a step since makes it new. */
  readonly mark: number;
}

/** Child cases or a call that are waited for. */
export interface Waiting {
  readonly running: readonly number[];
  /** Those that an operator has to see to. */
  readonly held: readonly number[];
}

interface Memory {
  readonly steps: readonly string[];
  readonly done: readonly string[];
}

/** A return that is to be answered straight back. */
interface Pending {
  readonly from: string;
  readonly to: string;
}

/** Where a case stands. */
export class Position {
  open = new Map<string, Opening>();
  waits = new Map<string, Waiting>();
  /** Regions that have come to their end while others beside them have not. */
  done = new Set<string>();
  /** Where a fork stood when it was left. */
  memory = new Map<string, Memory>();
  pending: readonly Pending[] = [];
  isPastReturn = false;
  finished: string | undefined;

  constructor(
    private readonly topology: Topology,
    /** Who is asked when a step is entered. */
    private readonly opening: (step: string) => Opening,
    /** What is asked of others when a state is entered that waits for them. */
    private readonly waiting: (wait: WaitItem) => Waiting,
  ) {}

  copy(): Position {
    const copy = new Position(this.topology, this.opening, this.waiting);
    Object.assign(copy, this, {
      open: new Map(this.open),
      waits: new Map(this.waits),
      done: new Set(this.done),
      memory: new Map(this.memory),
    });
    return copy;
  }

  places(): string[] {
    if (this.finished !== undefined) return [this.finished];
    return [...this.open.keys(), ...this.waits.keys(), ...[...this.done].map((region) => `${region}.done`)].sort();
  }

  enterLine({ items: [first] }: Line): void {
    if (first !== undefined) this.enterItem(first);
  }

  enterItem(item: Line['items'][number]): void {
    if (item.kind === 'step') this.enter(item.path);
    else if (item.kind === 'wait') this.waits.set(item.path, this.waiting(item));
    else for (const region of item.regions) this.enterLine(region);
  }

  /** On from a state that has what it waited for. */
  passWait(item: WaitItem): void {
    this.waits.delete(item.path);
    this.goOn(item);
  }

  /** On from a step, the way the process goes. */
  pass(step: string): void {
    const item = this.item(step);
    this.open.delete(step);
    this.goOn(item);
  }

  /** To a step, out of everything in the line that holds both ends; forks on the way begin anew, but for the one region. */
  go(line: Line, step: string): void {
    this.leave(line);
    this.enterTowards(line, step);
  }

  /** Straight back to a step that returned the case: where it is in a fork, the fork is as it was left. */
  resume(from: string, step: string): void {
    const line = this.lineAround(from, step);
    const at = line.items.find(({ path }) => step === path || isIn(step, { path }));
    if (at?.kind !== 'fork') return this.go(line, step);
    this.leave(line);
    const { steps, done } = this.memory.get(at.path) ?? { steps: [], done: [] };
    for (const each of steps) this.enter(each);
    for (const each of done) this.done.add(each);
  }

  /** The innermost line that holds both steps. */
  lineAround(one: string, other: string): Line {
    let { line } = this.item(one);
    while (!isIn(other, line)) line = line.fork?.line ?? this.topology.root;
    return line;
  }

  /** The region of a fork that a step is in, where another step is in another region of that fork. */
  regionBeside(step: string, other: string): Line | undefined {
    const fork = this.lineAround(step, other).items.find((item) => item.kind === 'fork' && isIn(step, item) && isIn(other, item));
    return fork?.kind === 'fork' ? fork.regions.find((region) => isIn(step, region)) : undefined;
  }

  /** The innermost line around a step in which the case stands. */
  liveLineAround(step: string): Line {
    let { line } = this.item(step);
    while (line.fork !== undefined && !this.isLive(line)) line = line.fork.line;
    return line;
  }

  finish(at: string): void {
    this.leave(this.topology.root);
    this.finished = at;
    this.pending = [];
  }

  /** What follows from having moved: who waited for a step that was left is asked again, and returns are forgotten whose target was left. */
  settle(): void {
    for (const [step, { waitsFor }] of this.open) if (waitsFor !== undefined && !this.open.has(waitsFor)) this.enter(step);
    for (;;) {
      const kept = this.pending.filter(({ to }) => this.open.has(to) || this.pending.some(({ from }) => from === to));
      if (kept.length === this.pending.length) break;
      this.pending = kept;
    }
    if (this.topology.hasPointOfNoReturn && this.open.has(this.topology.last)) this.isPastReturn = true;
  }

  leave(line: Line): void {
    for (const fork of this.topology.forks) if (line.path === '' || isIn(fork.path, line)) this.remember(fork);
    for (const step of this.open.keys()) if (isIn(step, line)) this.open.delete(step);
    for (const wait of this.waits.keys()) if (isIn(wait, line)) this.waits.delete(wait);
    for (const region of this.done) if (isIn(region, line) || region === line.path) this.done.delete(region);
  }

  enterTowards(line: Line, step: string): void {
    const at = line.items.find(({ path }) => step === path || isIn(step, { path }));
    if (at?.kind !== 'fork') return this.enter(step);
    for (const region of at.regions) {
      if (isIn(step, region)) this.enterTowards(region, step);
      else this.enterLine(region);
    }
  }

  enter(step: string): void {
    this.open.set(step, this.opening(step));
  }

  private goOn({ line, index }: Line['items'][number]): void {
    const next = line.items[index + 1];
    if (next !== undefined) return this.enterItem(next);
    if (line.fork === undefined) return this.finish('approved');
    this.done.add(line.path);
    if (!line.fork.regions.every(({ path }) => this.done.has(path))) return;
    this.remember(line.fork);
    for (const { path } of line.fork.regions) this.done.delete(path);
    this.goOn(line.fork);
  }

  private remember(fork: Fork): void {
    const steps = [...this.open.keys()].filter((step) => isIn(step, fork));
    const done = [...this.done].filter((region) => isIn(region, fork));
    if (steps.length + done.length > 0) this.memory.set(fork.path, { steps, done });
  }

  private isLive(line: Line): boolean {
    return line.path === '' || this.done.has(line.path) || [...this.open.keys(), ...this.done].some((path) => isIn(path, line));
  }

  private item(step: string): StepItem {
    const item = this.topology.steps.get(step);
    if (item === undefined) throw new Error(`no step ${step}`);
    return item;
  }
}
