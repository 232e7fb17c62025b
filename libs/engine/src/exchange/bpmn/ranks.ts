import type { BpmnFlow, BpmnNode } from './diagram.ts';

/** How far along each node is, the start at 0; ways back do not count. Boundary events are where their activity is. */
export function ranksOf(nodes: readonly BpmnNode[], flows: readonly BpmnFlow[]): ReadonlyMap<string, number> {
  const hosts = new Map(nodes.flatMap(({ id, on }) => (on === undefined ? [] : [[id, on] as const])));
  const next = new Map<string, string[]>(nodes.filter(({ on }) => on === undefined).map(({ id }) => [id, []]));
  for (const { from, to } of flows) next.get(hosts.get(from) ?? from)?.push(to);
  const order = forwardOrder(next);
  const place = new Map(order.map((id, index) => [id, index]));
  const isAhead = (id: string, to: string): boolean => (place.get(to) ?? 0) > (place.get(id) ?? 0);
  const ranks = new Map(order.map((id) => [id, 0]));
  const push = (to: string, rank: number) => ranks.set(to, Math.max(ranks.get(to) ?? 0, rank));
  for (const id of order) for (const to of next.get(id) ?? []) if (isAhead(id, to)) push(to, (ranks.get(id) ?? 0) + 1);
  for (const [id, on] of hosts) ranks.set(id, ranks.get(on) ?? 0);
  return ranks;
}

/** The nodes so that what comes later stands later, apart from ways back: the order in which a search leaves them, turned round. */
function forwardOrder(next: ReadonlyMap<string, readonly string[]>): string[] {
  const met = new Set<string>();
  const left: string[] = [];
  const visit = (id: string): void => {
    if (met.has(id)) return;
    met.add(id);
    for (const to of next.get(id)?.toReversed() ?? []) visit(to);
    left.push(id);
  };
  for (const id of next.keys()) visit(id);
  return left.toReversed();
}
