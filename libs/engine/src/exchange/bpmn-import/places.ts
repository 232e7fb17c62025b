import type { StateNode } from '../../definition/machine.ts';
import { type Block, blocksOf } from './blocks.ts';
import { leadsOut } from './causes.ts';
import { type Container, type Flow, type FlowNode, firstOf, inOrder, isFolded, isRacing } from './graph.ts';
import type { Losses } from './losses.ts';
import { Names } from './names.ts';

/** What holds states: the process, a subprocess, or a branch of a parallel part. */
export interface Scope {
  readonly path: readonly string[];
  readonly states: Record<string, StateNode>;
  /** Final states, which come last. */
  readonly ends: Record<string, StateNode>;
  readonly parent?: Scope;
  /** Of a branch: the part it belongs to, and the flow that begins it. */
  readonly branch?: { readonly block: Block; readonly flow: Flow };
}

const holdsState = new Set<FlowNode['role']>(['step', 'choice', 'wait', 'race', 'within', 'fork']);

/** Where everything of a file stands in the machine of a draft. */
export class Places {
  readonly root = scopeAt([]);
  private readonly scopes = new Map<FlowNode, Scope>();
  private readonly paths = new Map<FlowNode, readonly string[]>();
  private readonly insides = new Map<Container, Scope>();
  private readonly branches = new Map<FlowNode, Scope[]>();
  private readonly order = new Map<FlowNode, number>();
  private readonly joins = new Map<FlowNode, Block>();
  private readonly names = new Names();

  constructor(
    container: Container,
    private readonly losses: Losses,
    private readonly isOwn: boolean,
  ) {
    this.lay(container, this.root);
  }

  scopeOf = (node: FlowNode): Scope => this.scopes.get(node) ?? this.root;
  insideOf = (container: Container): Scope => this.insides.get(container) ?? this.root;
  /** The branches of a fork; none where its part is not well structured. */
  branchesOf = (fork: FlowNode): readonly Scope[] => this.branches.get(fork) ?? [];
  pathOf = (node: FlowNode): readonly string[] | undefined => this.paths.get(node);
  orderOf = (node: FlowNode): number => this.order.get(node) ?? 0;
  blockEndingAt = (join: FlowNode): Block | undefined => this.joins.get(join);

  nameOf(node: { readonly id: string }, otherwise: string): string {
    // Ids of our own files say what kind of thing they are, and then where it stood.
    const id = this.isOwn ? node.id.replace(/^(?:task|end|choice|wait|done|fork)_/, '') : node.id;
    return this.names.of(id, otherwise);
  }

  private lay(container: Container, scope: Scope): void {
    this.insides.set(container, scope);
    const nodes = inOrder(container);
    for (const node of nodes) {
      this.scopes.set(node, scope);
      this.order.set(node, this.order.size);
    }
    for (const block of blocksOf(nodes)) this.part(block);
    const led = ledTo(nodes);
    for (const node of nodes) if (led.has(node)) this.place(node);
  }

  /** Gives the branches of a part scopes of their own, unless another part has some of it already. */
  private part(block: Block): void {
    const scope = this.scopeOf(block.fork);
    if (block.regions.some((region) => [...region].some((node) => this.scopeOf(node) !== scope))) return;
    const path = [...scope.path, this.nameOf(block.fork, 'parallel')];
    this.paths.set(block.fork, path);
    if (block.join !== undefined) this.joins.set(block.join, block);
    const flows = block.fork.outgoing.filter(({ to }) => to !== block.join);
    const branches = block.regions.map((region, index) => {
      const branch = scopeAt([...path, `branch${index + 1}`], scope, { block, flow: flows[index] as Flow });
      for (const node of region) this.scopes.set(node, branch);
      return branch;
    });
    this.branches.set(block.fork, branches);
  }

  private place(node: FlowNode): void {
    if (!holdsState.has(node.role) || isFolded(node) || isRacing(node)) return;
    if (node.role === 'fork') {
      if (!this.paths.has(node)) this.losses.add('bpmn.parallel-unstructured', node);
      return;
    }
    const scope = this.scopeOf(node);
    const path = [...scope.path, this.nameOf(node, node.role === 'step' ? 'step' : 'state')];
    this.paths.set(node, path);
    if (node.inside !== undefined) this.lay(node.inside, scopeAt(path, scope));
  }
}

/** What a draft has a state for: all in which people act, and whatever they or the start lead to. */
function ledTo(nodes: readonly FlowNode[]): ReadonlySet<FlowNode> {
  const start = firstOf(nodes);
  const led = new Set(nodes.filter((node) => node === start || node.role === 'step' || node.role === 'within'));
  for (const node of led) for (const next of [...node.outgoing.map(({ to }) => to), ...node.boundary.filter(leadsOut)]) led.add(next);
  return led;
}

function scopeAt(path: readonly string[], parent?: Scope, branch?: Scope['branch']): Scope {
  return { path, states: {}, ends: {}, ...(parent && { parent }), ...(branch && { branch }) };
}

/** The scope itself and what holds it, innermost first. */
export function scopesAround(scope: Scope): Scope[] {
  return scope.parent === undefined ? [scope] : [scope, ...scopesAround(scope.parent)];
}
