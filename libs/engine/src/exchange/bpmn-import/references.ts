import { type BpmnElement, type BpmnWarning, inside, listOf, namedAs, own, typeOf } from './element.ts';
import { type Container, type FlowNode, isGateway, nextOf, roleOf } from './graph.ts';
import { type BpmnRefusal, refusedFile } from './refusal.ts';

/** What the parser says of a file that is not to be taken; what it merely does not know is listed later. */
export function refusalIn(warnings: readonly BpmnWarning[]): BpmnRefusal | undefined {
  for (const { message } of warnings) {
    const [, id] = /duplicate ID <([^>]*)>/.exec(message) ?? [];
    if (id !== undefined) return refusedFile('bpmn.duplicate-id', { element: id });
    const [, illegal] = /illegal ID <([^>]*)>/.exec(message) ?? [];
    if (illegal !== undefined) return refusedFile('bpmn.illegal-id', { element: illegal });
    if (
      message.startsWith('unparsable content') &&
      !/nested error: (?:unknown type|unexpected element|unrecognized element)/.test(message)
    ) {
      return refusedFile('bpmn.not-xml');
    }
  }
  return undefined;
}

const needed = new Set(['bpmn:sourceRef', 'bpmn:targetRef', 'bpmn:attachedToRef', 'bpmn:default']);

/** Refuses flows and events on borders that are connected with nothing, or with what is in another process. */
export function checkReferences(element: BpmnElement, warnings: readonly BpmnWarning[]): BpmnRefusal | undefined {
  const elements = listOf(element, 'flowElements');
  const among = new Set(elements);
  for (const one of elements) {
    const missing = missingIn(one, among, warnings);
    if (missing !== undefined) return refusedFile('bpmn.dangling', { element: namedAs(one).id || typeOf(one), missing });
    const within = listOf(one, 'flowElements').length > 0 ? checkReferences(one, warnings) : undefined;
    if (within !== undefined) return within;
  }
  return undefined;
}

function missingIn(element: BpmnElement, among: ReadonlySet<BpmnElement>, warnings: readonly BpmnWarning[]): string | undefined {
  const unresolved = warnings.find((warning) => warning.element === element && needed.has(String(warning.property)));
  if (unresolved !== undefined) return String(unresolved.value);
  const references = referencesOf(element);
  const astray = references.find((name) => {
    const referred = inside(element, name);
    return (
      referred === undefined ||
      !among.has(referred) ||
      (name !== 'default' && roleOf(referred) === undefined && typeOf(referred) !== 'SubProcess')
    );
  });
  return astray === undefined ? undefined : namedAs(inside(element, astray) ?? element).id || astray;
}

function referencesOf(element: BpmnElement): string[] {
  if (typeOf(element) === 'SequenceFlow') return ['sourceRef', 'targetRef'];
  if (typeOf(element) === 'BoundaryEvent') return ['attachedToRef'];
  return own(element, 'default') === undefined ? [] : ['default'];
}

/** Refuses gateways that lead to one another in a ring. */
export function checkGateways({ nodes }: Container): BpmnRefusal | undefined {
  const done = new Set<FlowNode>();
  const visit = (node: FlowNode, trail: readonly FlowNode[]): readonly FlowNode[] | undefined => {
    if (trail.includes(node)) return [...trail.slice(trail.indexOf(node)), node];
    if (done.has(node) || !isGateway(node)) return undefined;
    done.add(node);
    for (const next of nextOf(node)) {
      const ring = visit(next, [...trail, node]);
      if (ring !== undefined) return ring;
    }
    return undefined;
  };
  for (const node of nodes) {
    const ring = visit(node, []);
    if (ring !== undefined) return refusedFile('bpmn.gateway-cycle', { element: ring.map(({ id, name }) => name || id).join(' → ') });
    const within = node.inside && checkGateways(node.inside);
    if (within !== undefined) return within;
  }
  return undefined;
}
