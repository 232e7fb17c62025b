import { type BpmnElement, bodyOf, documentationOf, inside, lineOf, listOf, type Named, namedAs, own, typeOf } from './element.ts';

/**
 * What a node is for a draft: `pass` is gone through at once, `choice` takes one way, `wait` waits for something and
 * `race` for the first of several, `within` holds a process of its own.
 */
export type Role = 'start' | 'step' | 'pass' | 'choice' | 'fork' | 'join' | 'race' | 'wait' | 'end' | 'within' | 'boundary';

export interface FlowNode extends Named {
  role: Role;
  /** As the file has it, such as `UserTask`. */
  readonly type: string;
  readonly element: BpmnElement;
  readonly incoming: Flow[];
  readonly outgoing: Flow[];
  /** Events on its border. */
  readonly boundary: FlowNode[];
  /** Of an event on a border: what it is on. */
  host?: FlowNode;
  readonly documentation: string;
  /** Of a subprocess: what is inside it. */
  readonly inside?: Container;
}

export interface Flow extends Named {
  from: FlowNode;
  readonly to: FlowNode;
  /** As the file has it; empty without one. */
  readonly condition: string;
  readonly isDefault: boolean;
  readonly documentation: string;
}

/** A process or a subprocess: its nodes, and what in it is not one. */
export interface Container extends Named {
  readonly element: BpmnElement;
  readonly nodes: FlowNode[];
  /** Event subprocesses and data. */
  readonly apart: readonly BpmnElement[];
}

const roles: Readonly<Record<string, Role>> = {
  StartEvent: 'start',
  EndEvent: 'end',
  UserTask: 'step',
  ManualTask: 'step',
  Task: 'step',
  ServiceTask: 'pass',
  ScriptTask: 'pass',
  SendTask: 'pass',
  BusinessRuleTask: 'pass',
  CallActivity: 'pass',
  IntermediateThrowEvent: 'pass',
  ReceiveTask: 'wait',
  IntermediateCatchEvent: 'wait',
  BoundaryEvent: 'boundary',
  ExclusiveGateway: 'choice',
  InclusiveGateway: 'choice',
  ComplexGateway: 'choice',
  ParallelGateway: 'fork',
  EventBasedGateway: 'race',
  SubProcess: 'within',
  AdHocSubProcess: 'within',
  Transaction: 'within',
};

const isEventSubprocess = (element: BpmnElement): boolean => own(element, 'triggeredByEvent') === true;

export const roleOf = (element: BpmnElement): Role | undefined =>
  Object.hasOwn(roles, typeOf(element)) && !isEventSubprocess(element) ? roles[typeOf(element)] : undefined;

export const isGateway = ({ type }: FlowNode): boolean => type.endsWith('Gateway');

/** The nodes of a process and what connects them. What refers to nothing has been refused before. */
export function containerOf(element: BpmnElement): Container {
  const elements = listOf(element, 'flowElements');
  const nodes = new Map(elements.flatMap((one) => nodeOf(one)));
  for (const one of elements) connect(one, nodes);
  const apart = elements.filter((one) => !nodes.has(one) && typeOf(one) !== 'SequenceFlow');
  return { ...namedAs(element), element, nodes: [...nodes.values()].flatMap(plain), apart };
}

function nodeOf(element: BpmnElement): (readonly [BpmnElement, FlowNode])[] {
  const role = roleOf(element);
  if (role === undefined) return [];
  const node: FlowNode = {
    ...namedAs(element),
    role,
    type: typeOf(element),
    element,
    incoming: [],
    outgoing: [],
    boundary: [],
    documentation: documentationOf(element),
    ...(role === 'within' && { inside: containerOf(element) }),
  };
  return [[element, node]];
}

function connect(element: BpmnElement, nodes: ReadonlyMap<BpmnElement, FlowNode>): void {
  const at = (name: string): FlowNode | undefined => {
    const referred = inside(element, name);
    return referred && nodes.get(referred);
  };
  const [from, to] = [at('sourceRef'), at('targetRef')];
  if (typeOf(element) === 'SequenceFlow' && from !== undefined && to !== undefined) {
    const flow: Flow = {
      ...namedAs(element),
      from,
      to,
      condition: bodyOf(inside(element, 'conditionExpression')),
      isDefault: inside(from.element, 'default') === element,
      documentation: lineOf(documentationOf(element), 500),
    };
    from.outgoing.push(flow);
    to.incoming.push(flow);
  }
  const [node, host] = [nodes.get(element), at('attachedToRef')];
  if (node === undefined || host === undefined) return;
  node.host = host;
  host.boundary.push(node);
}

/** A node so that it either brings ways together or parts them, and only gateways part them. */
function plain(node: FlowNode): FlowNode[] {
  if (node.role === 'end') node.outgoing.length = 0;
  if (node.role === 'choice' && node.outgoing.length <= 1) node.role = 'pass';
  if (node.role === 'fork') return plainParallel(node);
  if (node.outgoing.length <= 1 || isGateway(node)) return [node];
  return [node, parting(node, node.outgoing.some(({ condition, isDefault }) => condition !== '' || isDefault) ? 'choice' : 'fork')];
}

function plainParallel(node: FlowNode): FlowNode[] {
  if (node.outgoing.length <= 1) {
    node.role = node.incoming.length > 1 ? 'join' : 'pass';
    return [node];
  }
  if (node.incoming.length <= 1) return [node];
  node.role = 'join';
  return [node, parting(node, 'fork')];
}

/** Puts a gateway after a node, from which its ways part. */
function parting(node: FlowNode, role: 'choice' | 'fork'): FlowNode {
  const outgoing = node.outgoing.splice(0);
  const gateway: FlowNode = { ...node, name: '', role, incoming: [], outgoing, boundary: [], documentation: '' };
  for (const flow of outgoing) flow.from = gateway;
  const between: Flow = { id: '', name: '', from: node, to: gateway, condition: '', isDefault: false, documentation: '' };
  node.outgoing.push(between);
  gateway.incoming.push(between);
  return gateway;
}

/** Where a case may go on from a node. */
export const nextOf = (node: FlowNode): FlowNode[] => [...node.outgoing.map(({ to }) => to), ...node.boundary];

/** The nodes in the order in which a case comes to them; what nothing leads to comes last. */
export function inOrder({ nodes }: Container): FlowNode[] {
  const first = firstOf(nodes);
  const met = new Set(first === undefined ? [] : [first]);
  const wave = (): void => {
    for (const node of met) for (const next of nextOf(node)) met.add(next);
  };
  wave();
  for (const node of nodes) {
    met.add(node);
    wave();
  }
  return [...met];
}

export const triggerOf = ({ element }: FlowNode): BpmnElement | undefined => listOf(element, 'eventDefinitions')[0];
export const hasTrigger = (node: FlowNode): boolean => triggerOf(node) !== undefined;

/** Where a process begins: at its start event, or else at what nothing leads to. */
export const firstOf = (nodes: readonly FlowNode[]): FlowNode | undefined =>
  nodes.find((node) => node.role === 'start' && !hasTrigger(node)) ??
  nodes.find(({ role }) => role === 'start') ??
  nodes.find(({ incoming, role }) => incoming.length === 0 && role !== 'boundary') ??
  nodes[0];

/** What comes to a node, through what is only gone through. */
function sourcesOf(node: FlowNode, gone = new Set<FlowNode>()): FlowNode[] {
  if (gone.has(node)) return [];
  gone.add(node);
  return node.incoming.flatMap(({ from }) => (from.role === 'pass' ? sourcesOf(from, gone) : [from]));
}

/** Whether what a node waits for is waited for by the gateway before it. */
export const isRacing = ({ role, incoming }: FlowNode): boolean =>
  role === 'wait' && incoming.length > 0 && incoming.every(({ from }) => from.role === 'race');

/** Whether a gateway parts only what steps decide: its ways are then theirs, and it needs no state of its own. */
export function isFolded(node: FlowNode): boolean {
  const sources = node.role === 'choice' ? sourcesOf(node) : [];
  return sources.length > 0 && sources.every(({ role }) => role === 'step');
}
