import { typeOf } from './element.ts';
import { type FlowNode, triggerOf } from './graph.ts';
import { kindTitle } from './kinds.ts';
import type { Losses } from './losses.ts';
import { type Places, type Scope, scopesAround } from './places.ts';

/** Finds which state a flow leads to: through everything that is gone through at once, and out of branches by their join. */
export class Landing {
  private readonly ends = new Map<FlowNode, readonly string[]>();
  private readonly overs = new Map<Scope, string>();

  constructor(
    private readonly places: Places,
    private readonly losses: Losses,
    private readonly key: string,
    private readonly isOwn: boolean,
  ) {}

  /** The target of a transition that is written in a state at a path. */
  target(from: Scope, node: FlowNode | undefined, at: readonly string[]): string {
    const path = this.land(from, node);
    this.noteLeaving(from, node, path);
    const isSibling = path.length === at.length && path.slice(0, -1).every((name, index) => name === at[index]);
    return isSibling ? (path.at(-1) ?? '') : `#${this.key}.${path.join('.')}`;
  }

  /** Where a case comes to that goes on to a node; to the end where nothing comes after. */
  land(from: Scope, node: FlowNode | undefined, gone = new Set<FlowNode>()): readonly string[] {
    if (node === undefined || gone.has(node)) return this.over(from);
    gone.add(node);
    if (node.role === 'end') return this.end(node);
    const block = node.role === 'join' ? this.places.blockEndingAt(node) : undefined;
    const branch = block && scopesAround(from).find((scope) => scope.branch?.block === block);
    if (branch !== undefined) return this.done(branch);
    return this.places.pathOf(node) ?? this.land(from, node.outgoing[0]?.to, gone);
  }

  /** Whether a case is led on by a node without a state of its own. */
  first = (scope: Scope, node: FlowNode | undefined): string => this.land(scope, node).at(scope.path.length) ?? 'end';

  private end(node: FlowNode): readonly string[] {
    const known = this.ends.get(node);
    if (known !== undefined) return known;
    const scope = this.places.scopeOf(node);
    const path = isBranchAlone(scope) ? this.done(scope) : this.final(scope, node);
    this.ends.set(node, path);
    return path;
  }

  private final(scope: Scope, node: FlowNode): readonly string[] {
    const holder = scopesAround(scope).find(({ branch }) => branch === undefined) ?? this.places.root;
    const trigger = triggerOf(node);
    if (trigger !== undefined && typeOf(trigger) !== 'TerminateEventDefinition')
      this.losses.add('bpmn.end-event', node, { kind: kindTitle(trigger) });
    const name = this.places.nameOf(node, 'end');
    const title = node.name === '' ? { zh: '结束', en: 'End' } : { zh: node.name };
    holder.ends[name] = { type: 'final', meta: { title } };
    return [...holder.path, name];
  }

  private over(from: Scope): readonly string[] {
    const branch = scopesAround(from).find(isBranchAlone);
    if (branch !== undefined) return this.done(branch);
    const holder = scopesAround(from).find(({ branch }) => branch === undefined) ?? this.places.root;
    const name = this.overs.get(holder) ?? this.places.nameOf({ id: 'end' }, 'end');
    this.overs.set(holder, name);
    holder.ends[name] ??= { type: 'final', meta: { title: { zh: '结束', en: 'End' } } };
    return [...holder.path, name];
  }

  private done(branch: Scope): readonly string[] {
    branch.ends.done ??= { type: 'final' };
    return [...branch.path, 'done'];
  }

  /** Tokens of BPMN that leave a parallel part leave the others behind; a case here leaves it as a whole. */
  private noteLeaving(from: Scope, node: FlowNode | undefined, path: readonly string[]): void {
    const isWithin = ({ path: holder }: Scope) => holder.every((name, index) => path[index] === name);
    const left = scopesAround(from).find((scope) => scope.branch !== undefined && !isWithin(scope));
    if (left === undefined || this.isOwn || node === undefined) return;
    const trigger = triggerOf(node);
    if (trigger !== undefined && typeOf(trigger) === 'TerminateEventDefinition') return;
    this.losses.add('bpmn.parallel-left', left.branch?.block.fork ?? node, { detail: node.name || node.id });
  }
}

const isBranchAlone = ({ branch }: Scope): boolean => branch !== undefined && branch.block.join === undefined;
