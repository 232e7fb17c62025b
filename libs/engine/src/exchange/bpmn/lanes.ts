import type { Step } from '../../definition/step.ts';
import { bodyText, type PostTitles } from '../wording.ts';
import type { BpmnFlow, BpmnLane, BpmnNode } from './diagram.ts';

/** One lane for each body, in the order in which the case comes to them. */
export class Lanes {
  private readonly lanes = new Map<string, BpmnLane>();

  constructor(private readonly words: { readonly language: 'zh' | 'en'; readonly posts: PostTitles }) {}

  get all(): readonly BpmnLane[] {
    return [...this.lanes.values()];
  }

  /** The lane of whoever is asked first in a step; without one, the system's. */
  of(step: Step | undefined): string {
    const rule = step?.assignees[0];
    if (rule === undefined) return this.lane('lane_system', { zh: '系统', en: 'System' });
    const id = 'applicant' in rule ? 'lane_applicant' : `lane_${rule.post}_${rule.at}`;
    return this.lane(id, bodyText(rule, this.words.posts));
  }

  /** Puts what has no lane of its own beside what leads to it, and the start beside what it leads to. */
  settle(nodes: readonly BpmnNode[], flows: readonly BpmnFlow[]): BpmnNode[] {
    const known = new Map(nodes.flatMap(({ id, lane }) => (lane === undefined ? [] : [[id, lane] as const])));
    const lend = (from: string, to: string): boolean => {
      const lane = known.get(from);
      if (lane === undefined || known.has(to)) return false;
      known.set(to, lane);
      return true;
    };
    for (const { id, on } of nodes) if (on !== undefined) lend(on, id);
    for (let settled = true; settled; )
      settled = flows.some(({ from, to }) => lend(from, to)) || flows.some(({ from, to }) => lend(to, from));
    return nodes.map((node) => ({ ...node, lane: known.get(node.id) ?? this.of(undefined) }));
  }

  private lane(id: string, title: { readonly zh: string; readonly en: string }): string {
    if (!this.lanes.has(id)) this.lanes.set(id, { id, name: title[this.words.language] });
    return id;
  }
}
