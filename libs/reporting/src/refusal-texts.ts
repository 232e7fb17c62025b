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
  'scheme.changed': {
    zh: '其间有人改动了这项报送制度。请重新查看后再改。',
    en: 'Somebody else has changed the scheme meanwhile. Look at it again before you change it.',
  },
  'scheme.since-past': {
    zh: '施行日期 {since} 须晚于今天（{today}）：已经开始的报送期不能改。',
    en: 'A change holds from a day after today ({today}) on, not from {since}: periods that have begun stay.',
  },
  'scheme.pending': {
    zh: '已有一项修改自 {since} 起施行。请先撤销它，或等它施行之后再改。',
    en: 'A change is to hold from {since} already. Withdraw it first, or wait until it holds.',
  },
  'scheme.not-pending': {
    zh: '没有尚未施行的修改可以撤销：已施行的，请另行修改。',
    en: 'No change is still to come: what holds already is changed by another change.',
  },
  'scheme.same': { zh: '与现行的报送制度完全相同，没有修改。', en: 'This is the scheme as it is: nothing was changed.' },
  'scheme.report-twice': { zh: '同一种报告列出了两次。', en: 'A report is listed twice.' },
  'scheme.report-unknown': { zh: '没有“{report}”这种报告的报表。', en: 'There is no form for a report "{report}".' },
  'scheme.days-order': {
    zh: '每半月的两个截止日须先后有序：{second} 日不在 {first} 日之后。',
    en: 'Of two due days in a month the second comes later: {second} is not after {first}.',
  },
  'scheme.annex-day': {
    zh: '月报是双周报的附件（R-AH24-20），截止日（{day} 日）须是双周报的截止日之一。',
    en: 'The monthly report is an annex of the fortnightly one (R-AH24-20): it is due on one of its days, and {day} is none.',
  },
  'scheme.period-used': {
    zh: '{period} 期已有免报等记录，改后将不再有这一期。请选择更晚的施行日期。',
    en: 'Something is on record of the period {period}, which would be none any more. Choose a later day.',
  },
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
