import type { Text } from '../../definition/basics.ts';

/** Bounds on a BPMN file, so that reading one from anywhere stays cheap: characters, elements in all, how deep they stand in one another. */
export const bpmnLimits = { characters: 2 * 1024 * 1024, elements: 20_000, depth: 50 } as const;

const texts = {
  'bpmn.too-large': {
    zh: '文件超过 {limit} MB，无法导入。请在建模工具中拆分流程后分别导出。',
    en: 'The file is larger than {limit} MB. Split the process in your modelling tool and export its parts.',
  },
  'bpmn.doctype': {
    zh: '文件含有 DOCTYPE 或实体定义，出于安全不予读取。请在建模工具中重新导出 BPMN 2.0，或删去该声明。',
    en: 'The file has a DOCTYPE or defines entities, which is not read, for safety. Export it anew as BPMN 2.0, or remove the declaration.',
  },
  'bpmn.too-deep': {
    zh: '文件中的元素嵌套超过 {limit} 层，无法导入。请减少子流程的层次。',
    en: 'Elements of the file stand in one another more than {limit} deep. Use fewer levels of subprocesses.',
  },
  'bpmn.too-many-elements': {
    zh: '文件内容过多（上限 {limit} 个元素），无法导入。请拆分流程后分别导出。',
    en: 'The file has more in it than can be read ({limit} elements at the most). Split the process and export its parts.',
  },
  'bpmn.not-xml': {
    zh: '文件不是完整的 XML：可能已损坏、未下载完，或不是 UTF-8 编码。请重新导出。',
    en: 'The file is no complete XML: it is damaged, was cut off, or is not in UTF-8. Export it again.',
  },
  'bpmn.not-bpmn': {
    zh: '文件不是 BPMN 2.0：最外层不是 definitions。请在建模工具中选择“导出 BPMN 2.0 XML”。',
    en: 'The file is no BPMN 2.0: its outermost element is not `definitions`. Choose "BPMN 2.0 XML" when exporting.',
  },
  'bpmn.no-process': {
    zh: '文件中没有流程：只有空的泳池或图形。请画好流程后再导出。',
    en: 'There is no process in the file, only empty pools or shapes. Draw the process, then export it.',
  },
  'bpmn.no-user-task': {
    zh: '流程中没有用户任务，没有需要人办理的环节。请把需要人办理的活动设为用户任务（userTask）。',
    en: 'The process has no user task, so nobody would have anything to do. Make what people do user tasks (`userTask`).',
  },
  'bpmn.dangling': {
    zh: '“{element}”指向不存在的元素“{missing}”。请在建模工具中重新连接后导出。',
    en: '"{element}" refers to "{missing}", which does not exist. Connect it anew and export again.',
  },
  'bpmn.duplicate-id': {
    zh: '标识“{element}”出现了不止一次，无法判断连线指向哪一个。请改为各不相同的标识。',
    en: 'The id "{element}" is there more than once, so it is not clear what is connected. Give every element an id of its own.',
  },
  'bpmn.illegal-id': {
    zh: '标识“{element}”不合法：须以字母或下划线开头，且不含空格。请改正后重新导出。',
    en: 'The id "{element}" may not be one: it has to begin with a letter or an underscore and have no spaces. Correct it and export again.',
  },
  'bpmn.gateway-cycle': {
    zh: '网关首尾相连成环（{element}），其间没有任何活动，流程会在其中打转。请在环中加入用户任务，或改接连线。',
    en: 'Gateways lead round in a ring ({element}) without any activity in between. Put a user task into it, or connect them otherwise.',
  },
} satisfies Record<string, Required<Text>>;

export type BpmnRefusalCode = keyof typeof texts;
export const bpmnRefusalCodes = Object.keys(texts) as BpmnRefusalCode[];

/** Why a file is not taken, and what to do about it. */
export interface BpmnRefusal {
  readonly kind: 'refused';
  readonly code: BpmnRefusalCode;
  readonly because: Required<Text>;
}

/** Longer names are cut: they come out of a file from anywhere. */
const shown = (value: string | number): string => (String(value).length > 80 ? `${String(value).slice(0, 79)}…` : String(value));

export function refusedFile(code: BpmnRefusalCode, parameters: Readonly<Record<string, string | number>> = {}): BpmnRefusal {
  const fill = (language: 'zh' | 'en') =>
    texts[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => shown(parameters[name] ?? whole));
  return { kind: 'refused', code, because: { zh: fill('zh'), en: fill('en') } };
}
