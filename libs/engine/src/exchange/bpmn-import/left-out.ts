import { type BpmnElement, extensionsOf, inside, lineOf, listOf, namedAs, own, typeOf } from './element.ts';
import { isFormElement } from './form-fields.ts';
import { type Container, type FlowNode, firstOf, hasTrigger, triggerOf } from './graph.ts';
import { kindTitle } from './kinds.ts';
import type { Losses } from './losses.ts';

const automatic = new Set(['ServiceTask', 'ScriptTask', 'SendTask', 'BusinessRuleTask']);

/** Lists what in a process has no place in a draft at all. */
export function listLeftOut(container: Container, losses: Losses, isRoot = true): void {
  const { element, nodes, apart } = container;
  for (const one of [...apart, ...listOf(element, 'artifacts')]) listApart(one, losses);
  const first = firstOf(nodes);
  if (isRoot && first !== undefined && first.role !== 'start') losses.add('bpmn.no-start', container, { detail: first.name || first.id });
  for (const node of nodes) {
    listNode(node, losses);
    if (isSecondStart(node, first)) losses.add('bpmn.start-event', node, { kind: kindTitle(triggerOf(node) ?? node.element) });
    if (node.inside !== undefined) listLeftOut(node.inside, losses, false);
  }
  listExtensions(element, losses);
}

const isSecondStart = (node: FlowNode, first: FlowNode | undefined): boolean =>
  node.role === 'start' && (node !== first || hasTrigger(node));

function listApart(element: BpmnElement, losses: Losses): void {
  const named = namedAs(element);
  if (own(element, 'triggeredByEvent') === true) {
    const start = listOf(element, 'flowElements').find((one) => typeOf(one) === 'StartEvent');
    const trigger = start && listOf(start, 'eventDefinitions')[0];
    const name = lineOf(start && own(start, 'name')) || named.name || (trigger ? kindTitle(trigger).zh : named.id);
    losses.add('bpmn.event-subprocess', named, { detail: name });
    return;
  }
  if (typeOf(element) === 'Association') return;
  const note = { id: named.id, name: named.name || lineOf(own(element, 'text')) };
  losses.add('bpmn.data', note, { kind: kindTitle(element) });
}

function listNode(node: FlowNode, losses: Losses): void {
  const { element, type } = node;
  if (automatic.has(type)) losses.add('bpmn.automatic-task', node, { kind: kindTitle(element) });
  if (type === 'CallActivity') losses.add('bpmn.call-activity', node, { detail: lineOf(own(element, 'calledElement')) || node.id });
  const trigger = type === 'IntermediateThrowEvent' ? triggerOf(node) : undefined;
  if (trigger !== undefined) losses.add('bpmn.sent', node, { kind: kindTitle(trigger) });
  if (listOf(element, 'dataInputAssociations').length + listOf(element, 'dataOutputAssociations').length > 0) {
    losses.add('bpmn.data', node, { kind: { zh: '数据关联', en: 'data association' } });
  }
  if (inside(element, 'loopCharacteristics') !== undefined && node.role === 'pass') losses.add('bpmn.loop', node);
  listExtensions(element, losses);
}

function listExtensions(element: BpmnElement, losses: Losses): void {
  const kinds = extensionsOf(element)
    .filter((one) => !isFormElement(one))
    .map(typeOf);
  if (kinds.length > 0) losses.add('bpmn.extension', namedAs(element), { detail: lineOf([...new Set(kinds)].join('、')) });
}
