import type { Text } from '../definition/basics.ts';

type Said = Required<Text>;

/** What the names that expressions read are called; those of a definition have titles of their own. */
export const variableTitles: Readonly<Record<string, Said>> = {
  form: { zh: '申请表', en: 'The form' },
  data: { zh: '流程数据', en: 'What the case remembers' },
  facts: { zh: '登记库', en: 'What the registers say' },
  subject: { zh: '事项所属单位', en: 'The organisations of the case' },
  instance: { zh: '本事项', en: 'The case' },
  now: { zh: '当前时间', en: 'The present' },
  signal: { zh: '收到的消息', en: 'What the signal brought' },
  children: { zh: '子流程的结果', en: 'How the child cases ended' },
  item: { zh: '本项', en: 'The item' },
  result: { zh: '外部系统的回答', en: 'What the other system answered' },
  applicant: { zh: '申请人', en: 'The applicant' },
  total: { zh: '总数', en: 'How many' },
  passed: { zh: '通过', en: 'Passed' },
  failed: { zh: '未通过', en: 'Failed' },
  results: { zh: '逐项结果', en: 'Each result' },
  number: { zh: '序号', en: 'Its number' },
  state: { zh: '终态', en: 'Where it ended' },
  id: { zh: '编号', en: 'Its id' },
  name: { zh: '名称', en: 'Its name' },
  type: { zh: '类型', en: 'Its type' },
  department: { zh: '系部', en: 'Department' },
  school: { zh: '学校', en: 'School' },
  city: { zh: '市', en: 'City' },
  province: { zh: '省', en: 'Province' },
  alliance: { zh: '联盟', en: 'Alliance' },
};

const typeNames: Readonly<Record<string, Said>> = {
  bool: { zh: '是/否', en: 'yes or no' },
  string: { zh: '文本', en: 'a text' },
  double: { zh: '数字', en: 'a number' },
  int: { zh: '数字', en: 'a number' },
  number: { zh: '数字', en: 'a number' },
  list: { zh: '列表', en: 'a list' },
  timestamp: { zh: '时间', en: 'an instant' },
  'google.protobuf.Timestamp': { zh: '时间', en: 'an instant' },
  'google.protobuf.Duration': { zh: '时长', en: 'a length of time' },
  duration: { zh: '时长', en: 'a length of time' },
  null: { zh: '空值', en: 'nothing' },
  dyn: { zh: '任意值', en: 'any value' },
  any: { zh: '任意值', en: 'any value' },
};

/** What people call a type of CEL. */
export function typeWords(type: string): Said {
  const known = typeNames[type];
  if (known !== undefined) return known;
  const [, outer, inner = ''] = /^(list|optional|dyn)<(.+)>$/.exec(type) ?? [];
  if (outer === undefined) return isLine(type) ? { zh: '表格行', en: 'a line' } : { zh: '一组字段', en: 'a group of fields' };
  const within = typeWords(inner);
  if (outer === 'list') return { zh: `${within.zh}的列表`, en: `a list of ${several(within.en)}` };
  return outer === 'optional' ? { zh: `可能没有的${within.zh}`, en: `${within.en} that may be absent` } : within;
}

const isLine = (type: string): boolean => /Line$|^ChildResult$/.test(type);
const several = (one: string): string => (one === 'yes or no' ? one : `${one.replace(/^an? /, '')}s`);
