import type { Text } from '../../definition/basics.ts';
import { type BpmnElement, typeOf } from './element.ts';

const titles: Readonly<Record<string, Required<Text>>> = {
  ServiceTask: { zh: '服务任务', en: 'service task' },
  ScriptTask: { zh: '脚本任务', en: 'script task' },
  SendTask: { zh: '发送任务', en: 'send task' },
  BusinessRuleTask: { zh: '业务规则任务', en: 'business rule task' },
  ReceiveTask: { zh: '消息', en: 'message' },
  MessageEventDefinition: { zh: '消息', en: 'message' },
  SignalEventDefinition: { zh: '信号', en: 'signal' },
  TimerEventDefinition: { zh: '定时', en: 'timer' },
  ErrorEventDefinition: { zh: '错误', en: 'error' },
  EscalationEventDefinition: { zh: '升级', en: 'escalation' },
  ConditionalEventDefinition: { zh: '条件', en: 'condition' },
  CompensateEventDefinition: { zh: '补偿', en: 'compensation' },
  CancelEventDefinition: { zh: '取消', en: 'cancellation' },
  LinkEventDefinition: { zh: '链接', en: 'link' },
  InclusiveGateway: { zh: '包容网关', en: 'inclusive gateway' },
  ComplexGateway: { zh: '复杂网关', en: 'complex gateway' },
  AdHocSubProcess: { zh: '自由子流程', en: 'ad-hoc subprocess' },
  Transaction: { zh: '事务子流程', en: 'transaction' },
  DataObject: { zh: '数据对象', en: 'data object' },
  DataObjectReference: { zh: '数据对象', en: 'data object' },
  DataStoreReference: { zh: '数据存储', en: 'data store' },
  TextAnnotation: { zh: '文本注释', en: 'text annotation' },
  Group: { zh: '分组', en: 'group' },
  MessageFlow: { zh: '消息流', en: 'message flow' },
};

/** What a kind of element is called; one that nobody draws is called as the file has it. */
export const kindTitle = (element: BpmnElement): Required<Text> => titles[typeOf(element)] ?? { zh: typeOf(element), en: typeOf(element) };
