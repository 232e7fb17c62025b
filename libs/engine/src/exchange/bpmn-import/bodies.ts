import type { AssigneeRule } from '../../definition/assignee.ts';
import type { OrganisationKind, Text } from '../../definition/basics.ts';
import { bodyOf, extensionAttribute, inside, lineOf, listOf, namedAs } from './element.ts';
import type { Container, FlowNode } from './graph.ts';
import type { Losses } from './losses.ts';

/** A post as the catalogue has it. */
export interface KnownPost {
  readonly key: string;
  readonly title: Text;
  readonly at: OrganisationKind;
}

const applicantNames = new Set(['initiator', 'starter', 'applicant', 'startuserid', '$initiator', '申请人', '发起人']);
const elsewhere = { key: 'to-be-named' } as const;

/** Who is meant by the groups, the assignees and the lanes of a file. */
export class Bodies {
  private readonly lanes = new Map<unknown, string>();
  private readonly unknownLanes = new Set<string>();

  constructor(
    private readonly posts: readonly KnownPost[],
    private readonly losses: Losses,
    private readonly level: OrganisationKind,
  ) {}

  /** Takes note of the lanes of a process; one that names nobody of the catalogue is listed. */
  readLanes({ element }: Container): void {
    for (const set of listOf(element, 'laneSets')) this.readLaneSet(set);
  }

  private readLaneSet(set: Parameters<typeof listOf>[0], deep = 0): void {
    for (const lane of listOf(set, 'lanes')) {
      const named = namedAs(lane);
      const name = named.name || named.id;
      if (this.known(name) === undefined && lane.id !== 'lane_system' && lane.id !== 'lane_anytime') {
        this.unknownLanes.add(name);
        this.losses.add('bpmn.lane', named, { detail: name });
      }
      for (const node of listOf(lane, 'flowNodeRef')) this.lanes.set(node, name);
      const within = inside(lane, 'childLaneSet');
      if (within !== undefined && deep < 20) this.readLaneSet(within, deep + 1);
    }
  }

  /** Whom a step asks: its own word first, then its lane; the applicant where it comes first and names nobody. */
  assigneesOf(node: FlowNode, isFirst: boolean): AssigneeRule[] {
    const named = namesIn(node);
    if (named.length > 0) return this.distinct(named.map((name) => this.known(name) ?? this.asWritten(name, node)));
    const lane = this.lanes.get(node.element);
    const ofLane = lane === undefined ? undefined : this.known(lane);
    if (ofLane !== undefined) return [ofLane];
    if (isFirst) return [{ applicant: true }];
    if (lane !== undefined && this.unknownLanes.has(lane)) return [this.asWritten(lane, node)];
    this.losses.add('bpmn.nobody', node, { detail: elsewhere.key });
    return [{ post: elsewhere.key, at: this.level }];
  }

  /** A post of the catalogue, by its key or by what it is called, or the applicant. */
  known(name: string): AssigneeRule | undefined {
    const plain = name.replace(/^[$#]\{(.*)\}$/, '$1').trim();
    if (applicantNames.has(plain.toLowerCase()) || plain === 'Applicant') return { applicant: true };
    const post = this.posts.find(({ key, title }) => key === plain || title.zh === plain || title.en === plain);
    return post && { post: post.key, at: post.at };
  }

  private asWritten(name: string, node: FlowNode): AssigneeRule {
    this.losses.add('bpmn.unknown-post', node, { detail: name });
    return { post: lineOf(name, 60), at: this.level };
  }

  private distinct(rules: readonly AssigneeRule[]): AssigneeRule[] {
    return [...new Map(rules.map((rule) => [JSON.stringify(rule), rule])).values()].slice(0, 20);
  }
}

/** The groups and people a task names, in the attributes of its maker or as BPMN has it. */
function namesIn({ element }: FlowNode): string[] {
  const attributes = ['candidateGroups', 'assignee', 'candidateUsers'].map((name) => extensionAttribute(element, name));
  const first = attributes.find((value) => value !== '');
  if (first !== undefined) return split(first);
  const owners = listOf(element, 'resources').flatMap(
    (owner) => bodyOf(inside(inside(owner, 'resourceAssignmentExpression'), 'expression')) || [],
  );
  return owners.flatMap(split).map((name) => name.replace(/^(?:group|user)\((.*)\)$/, '$1'));
}

const split = (names: string): string[] =>
  (/^[$#]\{/.test(names) ? [names] : names.split(/[,，;；]/)).map((name) => lineOf(name, 60)).filter((name) => name !== '');

/** The posts that may start a process, where the file says so. */
export const startersIn = (element: Container['element']): string[] => split(extensionAttribute(element, 'candidateStarterGroups'));
