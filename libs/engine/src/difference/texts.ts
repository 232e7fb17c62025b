import type { Text } from '../definition/basics.ts';

type Sentence = Required<Text>;

/** What can be different between two definitions, as a reader calls it. `{name}` is the step, field or whatever it is of. */
export const parts = {
  key: { zh: '流程标识', en: 'the key' },
  title: { zh: '流程名称', en: 'the title' },
  name: { zh: '名称', en: 'the name' },
  description: { zh: '说明', en: 'the description' },
  basis: { zh: '依据', en: 'the clauses' },
  delayBasis: { zh: '时限的依据', en: 'the clauses of the delays' },
  subject: { zh: '所属层级', en: 'the level' },
  start: { zh: '发起人', en: 'who starts it' },
  summary: { zh: '事项标题', en: 'the title of cases' },
  withdraw: { zh: '撤回的限制', en: 'how long it can be withdrawn' },
  unique: { zh: '不得重复的规定', en: 'what there may be one of' },
  longest: { zh: '办结时限', en: 'how long it may take' },
  examples: { zh: '示例的顺序', en: 'the order of the examples' },
  samePerson: { zh: '同一人的处理', en: 'what becomes of the same person' },
  assignees: { zh: '办理人', en: 'who is asked' },
  whenNobody: { zh: '无人可办时', en: 'what if there is nobody' },
  decide: { zh: '会签规则与结果', en: 'the policy and its outcomes' },
  meeting: { zh: '上会', en: 'the meeting' },
  fields: { zh: '表单字段权限', en: 'access to the fields' },
  due: { zh: '办理期限', en: 'the due time' },
  remind: { zh: '催办', en: 'the reminders' },
  escalate: { zh: '升级', en: 'the ladder' },
  return: { zh: '退回规则', en: 'the returns' },
  supplement: { zh: '补充材料', en: 'what may be supplemented' },
  carry: { zh: '结转', en: 'carrying over' },
  applicantMayDecide: { zh: '申请人可否自办', en: 'whether the applicant may decide' },
  children: { zh: '子流程', en: 'its child cases' },
  call: { zh: '外部调用', en: 'its call' },
  on: { zh: '去向', en: 'where it leads' },
  always: { zh: '自动流转', en: 'where it goes by itself' },
  after: { zh: '定时流转', en: 'where it goes in time' },
  onDone: { zh: '完成后的去向', en: 'where it leads when done' },
  entry: { zh: '进入时的动作', en: 'what is done on entering' },
  exit: { zh: '离开时的动作', en: 'what is done on leaving' },
  output: { zh: '结果输出', en: 'what it hands out' },
  type: { zh: '类型', en: 'its type' },
  initial: { zh: '起始环节', en: 'where it begins' },
  'x-shown': { zh: '显示条件', en: 'when it is shown' },
  'x-required': { zh: '必填条件', en: 'when it is required' },
  ui: { zh: '表单版式', en: 'the layout of the form' },
  required: { zh: '必填字段', en: 'the required fields' },
  others: { zh: '其他内容', en: 'something else' },
} as const satisfies Record<string, Sentence>;
export type Part = keyof typeof parts;

/** What kinds of things are added and removed by name. */
export const things = {
  state: { zh: '环节', en: 'step' },
  field: { zh: '字段', en: 'field' },
  fact: { zh: '登记库查询', en: 'fact' },
  data: { zh: '流程数据', en: 'datum' },
  delay: { zh: '时限', en: 'delay' },
  signal: { zh: '信号', en: 'signal' },
  transition: { zh: '去向', en: 'way' },
  rule: { zh: '规则', en: 'rule' },
  example: { zh: '示例', en: 'example' },
} as const satisfies Record<string, Sentence>;
export type Thing = keyof typeof things;
