import type { Text } from '../../definition/basics.ts';

const texts = {
  'bpmn.automatic-task': {
    zh: '{kind}由系统执行，未带入，流程直接走到它之后。需要时请改用“调用外部系统”或通知。',
    en: 'A {kind} is done by a system and was left out; the case goes straight on. Where it is needed, use a call or a notice.',
  },
  'bpmn.call-activity': {
    zh: '调用活动（{detail}）未带入，流程直接走到它之后。需要时请在设计器中加入子流程环节。',
    en: 'The call activity ({detail}) was left out; the case goes straight on. Where it is needed, add child cases in the designer.',
  },
  'bpmn.plain-task': {
    zh: '活动没有注明由谁执行，按用户任务带入。',
    en: 'The activity does not say what kind it is; it was taken for a user task.',
  },
  'bpmn.sent': { zh: '抛出的{kind}未带入。', en: 'The {kind} thrown here was left out.' },
  'bpmn.received': {
    zh: '等待的{kind}按信号“{detail}”带入，发出它的一方须另行接入。',
    en: 'The {kind} waited for was taken as the signal "{detail}"; whoever sends it has to be connected.',
  },
  'bpmn.event': {
    zh: '{kind}事件没有对应，未带入；只经它到达的环节现在没有路径可达。',
    en: 'A {kind} event has no equal here and was left out; what only it leads to cannot be reached now.',
  },
  'bpmn.waiting': {
    zh: '等待条件（{detail}）没有对应，改为由人确认后继续。',
    en: 'What is waited for ({detail}) has no equal here; somebody confirms it instead.',
  },
  'bpmn.timer': {
    zh: '定时“{detail}”不是 ISO 8601 时长，未带入。请在设计器中写明时限。',
    en: 'The time "{detail}" is no ISO 8601 duration and was left out. Say in the designer how long it is.',
  },
  'bpmn.timer-beside': {
    zh: '不中断的定时按办理期限 {detail} 和到期提醒带入，它引出的分支未带入。',
    en: 'A timer that does not interrupt was taken as the due time {detail} with a reminder; the branch it starts was left out.',
  },
  'bpmn.start-event': {
    zh: '另一个开始事件（{kind}）未带入；流程只由人发起。',
    en: 'Another start event ({kind}) was left out; a case is begun by people only.',
  },
  'bpmn.no-start': { zh: '流程没有开始事件，从“{detail}”开始。', en: 'The process has no start event; it begins with "{detail}".' },
  'bpmn.end-event': { zh: '结束事件的{kind}未带入，流程在此办结。', en: 'The {kind} of the end event was left out; the case ends here.' },
  'bpmn.event-subprocess': {
    zh: '事件子流程（{detail}）未带入。需要时请在设计器中为整个流程加转移。',
    en: 'The event subprocess ({detail}) was left out. Where it is needed, add a way to the whole process in the designer.',
  },
  'bpmn.subprocess-kind': {
    zh: '{kind}按普通子流程带入，其特殊的执行方式未带入。',
    en: 'A {kind} was taken as an ordinary subprocess; what is special about it was left out.',
  },
  'bpmn.no-condition': {
    zh: '条件“{detail}”无法换成表达式，这条路径改为由办理人选择。',
    en: 'The condition "{detail}" cannot be turned into an expression; whoever decides chooses this way instead.',
  },
  'bpmn.condition-field': {
    zh: '条件用到的“{detail}”没有声明，已按条件中的写法加为表单字段。',
    en: '"{detail}", which a condition reads, is declared nowhere; it became a field of the form as the condition has it.',
  },
  'bpmn.chosen': {
    zh: '网关之前没有办理环节，改为一个由人选择去向的环节。',
    en: 'There is no step before the gateway, so it became a step in which somebody chooses the way.',
  },
  'bpmn.gateway': {
    zh: '{kind}可同时走多条路径，按“只走一条”带入。',
    en: 'A {kind} may take several ways at once; it was taken as a choice of one.',
  },
  'bpmn.several-flows': {
    zh: '从活动直接引出多条带条件的连线，按“只走一条”带入。',
    en: 'Several flows with conditions leave the activity; they were taken as a choice of one.',
  },
  'bpmn.parallel-unstructured': {
    zh: '并行部分没有成对的分支与汇合，只带入第一条分支的走向；其余环节留在草稿中，尚无路径可达。',
    en: 'The parallel part is not well structured: only its first branch is led to. The other steps are in the draft, and nothing leads to them yet.',
  },
  'bpmn.parallel-left': {
    zh: '并行分支中有路径直接走到“{detail}”：这里走出时，其余分支一并结束。',
    en: 'A way leads out of a parallel branch to "{detail}"; here the other branches end with it.',
  },
  'bpmn.nobody': {
    zh: '没有注明由谁办理，暂记为岗位“{detail}”。请在设计器中指定。',
    en: 'It does not say who decides; the post "{detail}" stands in. Name one in the designer.',
  },
  'bpmn.unknown-post': {
    zh: '岗位目录中没有“{detail}”，原样保留。请在设计器中换成目录中的岗位。',
    en: 'The post catalogue has no "{detail}"; it was kept as it is. Choose a post of the catalogue in the designer.',
  },
  'bpmn.lane': { zh: '泳道“{detail}”与岗位目录不符，未带入。', en: 'The lane "{detail}" is no post of the catalogue and was left out.' },
  'bpmn.multi-instance': {
    zh: '多实例按{kind}带入；{detail}未带入。',
    en: 'Several instances were taken as {kind}; left out: {detail}.',
  },
  'bpmn.loop': { zh: '循环执行未带入。', en: 'That the activity is repeated was left out.' },
  'bpmn.form': {
    zh: '表单“{detail}”在文件之外，未带入。请在设计器中设计表单。',
    en: 'The form "{detail}" is not in the file and was left out. Design it in the designer.',
  },
  'bpmn.no-form': {
    zh: '文件中没有表单字段，草稿先只有一个“事项”字段。',
    en: 'The file has no form fields; the draft begins with one, "matter".',
  },
  'bpmn.field': {
    zh: '表单字段“{detail}”的类型没有对应，按文本带入。',
    en: 'The type of the field "{detail}" has no equal; it became a text.',
  },
  'bpmn.data': { zh: '{kind}未带入。', en: 'A {kind} was left out.' },
  'bpmn.extension': { zh: '扩展内容（{detail}）未带入。', en: 'Extensions were left out: {detail}.' },
  'bpmn.unknown': { zh: '无法识别的内容未带入：{detail}。', en: 'What was not understood was left out: {detail}.' },
  'bpmn.other-process': { zh: '文件中的另一个流程未带入。', en: 'Another process of the file was left out.' },
  'bpmn.own-file': {
    zh: '由本系统导出的流程图：表单、字段权限、规则与条件所用字段、办理期限与催办、通知、登记库、样例不在 BPMN 中。要完整带入，请改用导出的 JSON。',
    en: 'A diagram exported from here: forms, field permissions, rules and what conditions read, due times and reminders, notices, registers and examples are not in BPMN. To bring in all of it, use the exported JSON.',
  },
  'bpmn.own-notes': { zh: '只作为说明带入：{detail}', en: 'Kept as a description only: {detail}' },
  'bpmn.own-rules': { zh: '连线上的规则未带入：{detail}。', en: 'Rules on the flow were left out: {detail}.' },
} satisfies Record<string, Required<Text>>;

export type BpmnLossCode = keyof typeof texts;
export const bpmnLossCodes = Object.keys(texts) as BpmnLossCode[];

/** Something in the file that the draft does not have as it was. */
export interface BpmnLoss {
  readonly code: BpmnLossCode;
  /** The element's id in the file; empty where the file gives it none. */
  readonly element: string;
  /** What it is called there. */
  readonly name: string;
  readonly message: Required<Text>;
}

type Words = string | Required<Text>;

const inLanguage = (words: Words | undefined, language: 'zh' | 'en'): string | undefined =>
  typeof words === 'object' ? words[language] : words;

/** The list of what could not be carried over, in the order of its finding, nothing twice. */
export class Losses {
  private readonly found = new Map<string, BpmnLoss>();

  get all(): readonly BpmnLoss[] {
    return [...this.found.values()];
  }

  add(
    code: BpmnLossCode,
    of: { readonly id: string; readonly name: string },
    words: { readonly kind?: Words; readonly detail?: Words } = {},
  ): void {
    const fill = (language: 'zh' | 'en') =>
      texts[code][language].replace(/\{(kind|detail)\}/g, (whole, name: 'kind' | 'detail') => inLanguage(words[name], language) ?? whole);
    const message = { zh: fill('zh'), en: fill('en') };
    this.found.set(`${code} ${of.id} ${message.zh}`, { code, element: of.id, name: of.name, message });
  }
}
