import type { Text } from '../../definition/basics.ts';
import { type BpmnElement, bodyOf, extensionAttribute, inside, own, typeOf } from './element.ts';
import type { FlowNode } from './graph.ts';
import type { Losses } from './losses.ts';

const titles: Readonly<Record<'one' | 'all' | 'sequence', Required<Text>>> = {
  one: { zh: '或签', en: 'one of them deciding' },
  all: { zh: '会签', en: 'all of them deciding' },
  sequence: { zh: '依次审批', en: 'one after another' },
};

/** How several people come to one outcome: `one` where the task has no instances, or is over with the first of them. */
export function policyOf(node: FlowNode, losses: Losses): { readonly by: 'one' | 'all' | 'sequence'; readonly isSeveral: boolean } {
  const loop = inside(node.element, 'loopCharacteristics');
  if (loop === undefined) return { by: 'one', isSeveral: false };
  if (typeOf(loop) !== 'MultiInstanceLoopCharacteristics') {
    losses.add('bpmn.loop', node);
    return { by: 'one', isSeveral: false };
  }
  const isOver = bodyOf(inside(loop, 'completionCondition'));
  const isWithFirst = /^[$#]\{\s*nrOfCompletedInstances\s*(?:==|>=)\s*1\s*\}$/.test(isOver);
  const by = isWithFirst ? 'one' : own(loop, 'isSequential') === true ? 'sequence' : 'all';
  const left = [isWithFirst ? '' : isOver, ...countsOf(loop)].filter((text) => text !== '');
  if (left.length > 0) losses.add('bpmn.multi-instance', node, { kind: titles[by], detail: left.join('、') });
  return { by, isSeveral: true };
}

const countsOf = (loop: BpmnElement): string[] => [bodyOf(inside(loop, 'loopCardinality')), extensionAttribute(loop, 'collection')];
