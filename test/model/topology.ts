import type { AssigneeRule, Definition, Policy, Step } from '#engine';
import { draft, final, one, post, processOf, step } from '../support/definitions.ts';

type State = Definition['machine'];

export const policies = ['one', 'all', 'sequence', 'vote'] as const;
export type PolicyName = (typeof policies)[number];

/** How a return is answered; of a vote, which has none, how it is counted. */
export const variants = ['restart', 'resume'] as const;
export type Variant = (typeof variants)[number];

/** What follows one another: steps by their name, and forks into regions side by side that are joined. */
type Flow = readonly (
  | string
  | { readonly wait: string; readonly of: WaitItem['of'] }
  | { readonly fork: string; readonly regions: Readonly<Record<string, Flow>> }
)[];

const flows = {
  single: ['a'],
  sequence: ['a', 'b', 'c'],
  parallel: [{ fork: 'p', regions: { left: ['a'], right: ['b'] } }, 'c'],
  nested: [{ fork: 'p', regions: { left: [{ fork: 'q', regions: { up: ['a'], down: ['b'] } }, 'c'], right: ['d'] } }, 'e'],
  // Whoever refuses at the end of it sends the case round once more.
  loop: ['a', 'b'],
  // Two child cases that both have to be approved, and a webhook that has to answer.
  child: ['a', { wait: 'k', of: 'children' }, { wait: 'w', of: 'call' }, 'b'],
} as const satisfies Record<string, Flow>;

export type TopologyName = keyof typeof flows;
export const topologies = Object.keys(flows) as TopologyName[];

export interface Line {
  readonly path: string;
  readonly items: (StepItem | WaitItem | Fork)[];
  readonly fork: Fork | undefined;
}

interface Item {
  readonly path: string;
  readonly line: Line;
  readonly index: number;
}
export interface StepItem extends Item {
  readonly kind: 'step';
}
/** Where the case waits for others, and nobody has a task. */
export interface WaitItem extends Item {
  readonly kind: 'wait';
  readonly of: 'children' | 'call';
}
export interface Fork extends Item {
  readonly kind: 'fork';
  readonly regions: Line[];
}

/** The bones of a process, for whoever walks along them. */
export class Topology {
  readonly root: Line;
  readonly steps = new Map<string, StepItem>();
  readonly waits = new Map<string, WaitItem>();
  readonly forks: Fork[] = [];

  constructor(
    readonly name: TopologyName,
    readonly policy: PolicyName,
    readonly variant: Variant,
  ) {
    this.root = this.line(['draft', ...flows[name]], '', undefined);
  }

  get last(): string {
    return [...this.steps.keys()].at(-1) ?? '';
  }

  get hasPointOfNoReturn(): boolean {
    return this.root.items.length > 2;
  }

  isLoopEnd(path: string): boolean {
    return this.name === 'loop' && path === this.last;
  }

  /** Steps that a step may return to by name. */
  earlierThan(path: string): string[] {
    const paths = [...this.steps.keys()];
    return paths.slice(0, paths.indexOf(path));
  }

  private line(flow: Flow, path: string, fork: Fork | undefined): Line {
    const line: Line = { path, items: [], fork };
    for (const [index, each] of flow.entries()) line.items.push(this.item(each, line, index));
    return line;
  }

  private item(flow: Flow[number], line: Line, index: number): Line['items'][number] {
    const name = typeof flow === 'string' ? flow : 'wait' in flow ? flow.wait : flow.fork;
    const path = [...(line.path === '' ? [] : [line.path]), name].join('.');
    if (typeof flow === 'string') {
      const found: StepItem = { kind: 'step', path, line, index };
      this.steps.set(path, found);
      return found;
    }
    if ('wait' in flow) {
      const found: WaitItem = { kind: 'wait', path, line, index, of: flow.of };
      this.waits.set(path, found);
      return found;
    }
    const fork: Fork = { kind: 'fork', path, line, index, regions: [] };
    this.forks.push(fork);
    for (const [name, inner] of Object.entries(flow.regions)) fork.regions.push(this.line(inner, `${path}.${name}`, fork));
    return fork;
  }
}

export const isIn = (path: string, { path: container }: { readonly path: string }): boolean =>
  container === '' || path.startsWith(`${container}.`);

/** The document that an administrator would have written for it. */
export function definitionOf(topology: Topology): Definition {
  const first = nameOf(topology.root.items[1]);
  const machine: State = {
    initial: 'draft',
    on: { withdraw: '.withdrawn', recall: '.draft' },
    states: {
      draft: draft(first),
      ...statesOf(topology, topology.root, 'approved'),
      approved: final,
      rejected: final,
      withdrawn: final,
    },
  };
  return processOf(machine, {
    signals: { recall: { title: { zh: '收回' } } },
    ...(topology.hasPointOfNoReturn && { withdraw: { until: [topology.last] } }),
  });
}

const nameOf = (item: Line['items'][number] | undefined): string => item?.path.split('.').at(-1) ?? '';

function statesOf(topology: Topology, { items }: Line, end: string): Record<string, State> {
  const own = items.filter(({ path }) => path !== 'draft');
  return Object.fromEntries(
    own.map((item, index) => {
      const next = index + 1 < own.length ? nameOf(own[index + 1]) : end;
      return [nameOf(item), stateOf(topology, item, next)] as const;
    }),
  );
}

function stateOf(topology: Topology, item: Line['items'][number], next: string): State {
  if (item.kind === 'wait') return item.of === 'children' ? childrenOf(next) : callOf(next);
  return item.kind === 'step' ? stepOf(topology, item, next) : forkOf(topology, item, next);
}

const childrenOf = (next: string): State => ({
  meta: { children: { definition: 'child', each: '[1, 2]', form: { amount: 'item' }, passes: ['approved'], wait: 'all' } },
  on: { childrenDone: next, childrenFailed: 'draft' },
});

const callOf = (next: string): State => ({
  meta: { call: { to: 'credit-bank', body: { amount: 'form.amount' } } },
  on: { callDone: next },
});

function forkOf(topology: Topology, { regions }: Fork, next: string): State {
  const states = regions.map((line): [string, State] => [
    line.path.split('.').at(-1) ?? '',
    { initial: nameOf(line.items[0]), states: { ...statesOf(topology, line, 'done'), done: final } },
  ]);
  return { type: 'parallel', onDone: next, states: Object.fromEntries(states) };
}

function stepOf(topology: Topology, { path }: StepItem, next: string): State {
  const { policy, variant } = topology;
  const assignees: AssigneeRule[] = [
    { ...post('x'), weight: variant === 'resume' ? 2 : 1 },
    { ...post('y'), each: true },
  ];
  const more: Partial<Step> = {
    fields: { opinion: 'write' },
    supplement: { fields: ['reason'] },
    ...(policy !== 'vote' && { return: { to: topology.earlierThan(path), reentry: variant } }),
    ...(policy === 'one' && { meeting: { body: 'x', singly: true } }),
  };
  return {
    meta: step(assignees, policyOf(policy, variant), more),
    on: {
      approve: next,
      reject: topology.isLoopEnd(path) ? 'a' : '#sample-process.rejected',
      ...(policy !== 'vote' && { return: '#sample-process.draft' }),
    },
    after: { P9D: next },
  };
}

function policyOf(policy: PolicyName, variant: Variant): Policy {
  if (policy === 'one') return one('approve', 'reject', 'return');
  if (policy !== 'vote') return { by: policy, outcomes: ['approve', 'reject', 'return'] };
  return variant === 'restart'
    ? { by: 'vote', count: 'head', of: 'eligible', pass: { atLeast: '1/2' } }
    : { by: 'vote', count: 'weight', of: 'cast', pass: { moreThan: '1/2' }, quorum: '1/2' };
}
