import type { Place } from '../compile/tree.ts';
import { refused } from '../run/refusal.ts';
import { Halt } from '../run/scope.ts';
import type { CaseState } from '../run/state.ts';
import type { Workflow } from '../workflow.ts';
import { isEnd, kindOf, type Mapping, standingIn, treeOf } from './layout.ts';
import type { Position } from './position.ts';
import { keepsTasks } from './same-step.ts';
import { newPositionOf } from './verdict.ts';

export interface Editions {
  readonly from: Workflow;
  readonly to: Workflow;
}

/** The way of one case from one version to another: what of it is found again where. */
export class Crossing {
  readonly from: Workflow;
  readonly to: Workflow;
  readonly position: Position;
  /** The open steps whose tasks stay, by where they were: where they are. */
  readonly keptSteps: ReadonlyMap<string, string>;
  /** Where others are waited for as before. */
  readonly keptErrands: ReadonlySet<string>;
  /** How many active states come to the same one. */
  private readonly arrivals = new Map<string, number>();

  /** @throws Halt when the case cannot go that way */
  constructor(
    { from, to }: Editions,
    readonly state: CaseState,
    private readonly mapping: Mapping,
  ) {
    this.from = from;
    this.to = to;
    this.checkMapping();
    this.checkContents();
    const standing = standingIn(treeOf(from), state.machine.value);
    const unmapped = standing.filter(({ path }) => this.pathOf(path) === undefined).map(({ path }) => path);
    if (unmapped.length > 0) throw new Halt(refused('migration.unmapped', { params: { states: unmapped.join('、') } }));
    for (const { path } of standing) this.arrivals.set(this.pathOf(path) ?? '', (this.arrivals.get(this.pathOf(path) ?? '') ?? 0) + 1);
    const position = newPositionOf(
      from,
      to,
      state.machine.value,
      Object.fromEntries(standing.map(({ path }) => [path, this.pathOf(path) ?? ''])),
    );
    if (position === undefined) throw new Halt(refused('migration.position', { params: { states: [...this.arrivals.keys()].join('、') } }));
    this.position = position;
    this.keptSteps = new Map(
      Object.keys(state.steps).flatMap((path) => (this.isKept(path) ? [[path, this.pathOf(path) ?? ''] as const] : [])),
    );
    const errands = standing.filter(({ errand }) => errand !== undefined);
    this.keptErrands = new Set(errands.flatMap((place) => (this.isErrandKept(place) ? [this.pathOf(place.path) ?? ''] : [])));
    const stranded = errands.find((place) => !this.isErrandKept(place));
    if (stranded !== undefined) throw new Halt(refused('migration.errand-lost', { params: { state: stranded.path } }));
  }

  /** Where a state is found again; undefined where it is not. What is not said is where it was, if there is its like. */
  pathOf(path: string): string | undefined {
    const said = this.mapping[path];
    if (said !== undefined) return said;
    const [was, is] = [treeOf(this.from).byPath.get(path), treeOf(this.to).byPath.get(path)];
    return was !== undefined && is !== undefined && kindOf(was) === kindOf(is) ? path : undefined;
  }

  /** The states that ask for child cases and calls and have another path now, each by its own. */
  errandPaths(): Readonly<Record<string, string>> {
    const found = treeOf(this.from).places.flatMap(({ path, errand }) => {
      const target = errand === undefined ? undefined : this.pathOf(path);
      return target === undefined || this.to.errands.get(target)?.of !== errand?.of ? [] : [[path, target] as const];
    });
    const isOwn = (target: string): boolean => found.filter(([, other]) => other === target).length === 1;
    return Object.fromEntries(found.filter(([path, target]) => path !== target && isOwn(target)));
  }

  placeOf(path: string): Place | undefined {
    return treeOf(this.to).byPath.get(this.pathOf(path) ?? '$');
  }

  /** Only states that cases stand at can be mapped, and none to where a case would end. */
  private checkMapping(): void {
    const [was, is] = [treeOf(this.from), treeOf(this.to)];
    for (const [path, target] of Object.entries(this.mapping)) {
      const [place, destination] = [was.byPath.get(path), is.byPath.get(target)];
      if (kindOf(place) === undefined) throw new Halt(refused('migration.state-unknown', { params: { state: path } }));
      const isOdd = kindOf(destination) === undefined || (kindOf(destination) === 'final' && kindOf(place) !== 'final');
      if (isOdd || destination === undefined || (isEnd(destination) && place !== undefined && !isEnd(place)))
        throw new Halt(refused('migration.state-unknown', { params: { state: target } }));
    }
  }

  private checkContents(): void {
    const fields = this.to.form.draft(this.state.form.fields);
    if (fields.length > 0) throw new Halt(refused('migration.form-invalid', { fields }));
    const [wrong] = this.to.data.draft(this.state.data);
    if (wrong !== undefined) throw new Halt(refused('migration.data-invalid', { params: { field: wrong.path.slice(1) } }));
  }

  private isAlone(path: string | undefined): boolean {
    return this.arrivals.get(path ?? '') === 1;
  }

  private isKept(path: string): boolean {
    const open = this.state.steps[path];
    const was = this.from.steps.get(path);
    const is = this.to.steps.get(this.pathOf(path) ?? '');
    if (open === undefined || was === undefined || is === undefined || !this.isAlone(is.path)) return false;
    const isWaiting = open.waitsFor === undefined || this.to.steps.has(this.pathOf(open.waitsFor) ?? '');
    return isWaiting && keepsTasks(was, is, open);
  }

  private isErrandKept({ path, errand }: Place): boolean {
    const target = this.pathOf(path);
    return this.isAlone(target) && this.to.errands.get(target ?? '')?.of === errand?.of;
  }
}
