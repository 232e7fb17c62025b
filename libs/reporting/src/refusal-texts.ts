import type { Text } from '#engine';

/** What a refused person reads where it is this library that refuses, by code. */
export const reportingTexts = {
  'school.unknown': { zh: '没有这所学校，或者您无权查看。', en: 'There is no such school, or you may not see it.' },
  'participation.unknown': {
    zh: '这所学校没有参与试点的登记。请先登记其参与情况。',
    en: 'The school is not registered as taking part in the pilot. Register it first.',
  },
  'participation.span-invalid': {
    zh: '起止日期有误：{to} 早于 {from}。',
    en: 'The days are wrong: {to} is before {from}.',
  },
  'scheme.unknown': { zh: '没有名为“{scheme}”的报送制度。', en: 'There is no reporting scheme "{scheme}".' },
  'report.unknown': { zh: '学校在该期没有这项报送任务。', en: 'The school does not owe this report for this period.' },
  'report.not-open': { zh: '本期自 {opens} 起填报。', en: 'This period is open from {opens}.' },
  'report.not-now': {
    zh: '本期报送现在不能这样办理。请刷新后查看其状态。',
    en: 'The report is not in a state in which this can be done. Reload to see it.',
  },
  'report.grace-past': {
    zh: '补正期限须晚于现在。',
    en: 'The time allowed for filing again must lie in the future.',
  },
  'appeal.none': { zh: '本期没有待处理的申诉。', en: 'There is no appeal to decide.' },
  'appeal.not-needed': { zh: '本期没有可申诉的漏报或进展认定。', en: 'There is neither a miss nor a finding to appeal against.' },
  'violation.not-provided': {
    zh: '本省的规定没有这种处理事由。',
    en: 'The province’s rules do not know this cause.',
  },
} satisfies Record<string, Required<Text>>;
