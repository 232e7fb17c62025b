import { type FlowNode, nextOf } from './graph.ts';

/** A well-structured parallel part: what stands side by side between a fork and the join it belongs to. */
export interface Block {
  readonly fork: FlowNode;
  /** Without one, its branches end by themselves. */
  readonly join: FlowNode | undefined;
  /** The nodes of each branch that has any, with the one it begins with. */
  readonly regions: readonly (ReadonlySet<FlowNode> & { readonly size: number })[];
}

/** The parallel parts that are well structured, what holds others first. */
export function blocksOf(nodes: readonly FlowNode[]): Block[] {
  const forks = nodes.filter(({ role }) => role === 'fork');
  return forks.flatMap((fork) => blockOf(fork) ?? []);
}

function blockOf(fork: FlowNode): Block | undefined {
  const joins = [...reached(fork.outgoing.map(({ to }) => to))].filter(({ role }) => role === 'join');
  if (joins.length === 0) return endingBlock(fork);
  for (const join of joins) {
    const regions = regionsBetween(fork, join);
    if (regions !== undefined) return { fork, join, regions };
  }
  return undefined;
}

/** Branches that never come together: the part is over when each has ended. */
function endingBlock(fork: FlowNode): Block | undefined {
  const regions = fork.outgoing.map(({ to }) => reached([to]));
  return regions.some((region) => region.has(fork)) || !areApart(regions, fork) ? undefined : { fork, join: undefined, regions };
}

function regionsBetween(fork: FlowNode, join: FlowNode): Set<FlowNode>[] | undefined {
  const able = reaching(join, fork);
  const regions = fork.outgoing
    .filter(({ to }) => to !== join)
    .map(({ to }) => ({ first: to, region: new Set([...reached([to], join)].filter((node) => able.has(node))) }));
  if (regions.length === 0 || regions.some(({ first, region }) => !region.has(first) || region.has(fork))) return undefined;
  const sets = regions.map(({ region }) => region);
  const isClosed = join.incoming.every(({ from }) => from === fork || sets.some((region) => region.has(from)));
  return isClosed && areApart(sets, fork) ? sets : undefined;
}

/** Whether no node is in two of them, and nothing leads into one but from the fork. */
function areApart(regions: readonly ReadonlySet<FlowNode>[], fork: FlowNode): boolean {
  return regions.every((region, index) =>
    [...region].every(
      (node) =>
        !regions.slice(index + 1).some((other) => other.has(node)) && node.incoming.every(({ from }) => from === fork || region.has(from)),
    ),
  );
}

function reached(from: readonly FlowNode[], stop?: FlowNode): Set<FlowNode> {
  const found = new Set(from.filter((node) => node !== stop));
  for (const node of found) for (const next of nextOf(node)) if (next !== stop) found.add(next);
  return found;
}

/** Whatever may come to a join without going through the fork. */
function reaching(join: FlowNode, fork: FlowNode): ReadonlySet<FlowNode> {
  const found = new Set([join]);
  for (const node of found) {
    const before = [...node.incoming.map(({ from }) => from), ...(node.host === undefined ? [] : [node.host])];
    for (const one of before) if (one !== fork) found.add(one);
  }
  found.delete(join);
  return found;
}
