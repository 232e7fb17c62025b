import { field, formOf } from '#engine';

/** What a case rests on, put down by the system as it was when the case began; and F18 通报, the reply, the decision. */
export const standingForm = formOf(
  {
    scheme: field.text(['报送制度', 'Reporting scheme']),
    opening: field.choice(['处理方式', 'How it begins'], {
      circular: ['通报', 'Circular'],
      cancelReview: ['拟取消资格', 'Review of its part in the pilot'],
    }),
    causes: field.table(
      ['事由', 'Causes'],
      {
        kind: field.choice(['类别', 'Kind'], {
          misses: ['连续漏报', 'Misses in a row'],
          slow: ['进展缓慢', 'Slow progress'],
          management: ['管理不严或存在漏洞', 'Lax management'],
          funds: ['经费违规或乱收费', 'Irregular funds'],
        }),
        rule: field.text(['依据', 'Clause'], { maxLength: 40 }),
        report: field.text(['报送种类', 'Report'], { maxLength: 60 }),
        period: field.text(['期次', 'Period'], { maxLength: 20 }),
        dueAt: field.text(['截止', 'Due'], { format: 'date-time' }),
        state: field.text(['状态', 'State'], { maxLength: 60 }),
      },
      { minItems: 1, required: ['kind', 'rule'] },
    ),
    notices: field.table(
      ['已发提醒', 'Reminders sent'],
      {
        report: field.text(['报送种类', 'Report'], { maxLength: 60 }),
        period: field.text(['期次', 'Period'], { maxLength: 20 }),
        rung: field.text(['提醒', 'Reminder'], { maxLength: 60 }),
        sentAt: field.text(['发出时间', 'Sent'], { format: 'date-time' }),
      },
      { required: ['period', 'rung', 'sentAt'] },
    ),
    checkedAt: field.text(['认定时间（系统时钟）', 'Found at, by the system’s clock'], { format: 'date-time' }),
    circularNumber: field.text(['通报文号', 'Number of the circular'], { pattern: '^.{1,30}〔\\d{4}〕[1-9]\\d*号$' }),
    circularDate: field.date(['通报成文日期', 'Date of the circular']),
    requirement: field.text(['整改要求', 'What has to be put right']),
    rectification: field.text(['整改情况', 'What was put right']),
    statement: field.text(['学校陈述申辩', 'Statement of the school']),
    decisionNumber: field.text(['决定文号', 'Number of the decision'], { pattern: '^.{1,30}〔\\d{4}〕[1-9]\\d*号$' }),
    decisionDate: field.date(['决定日期', 'Date of the decision']),
  },
  ['scheme', 'opening', 'causes', 'checkedAt'],
);

const obligation = {
  type: 'object' as const,
  properties: {
    report: field.text(['报送种类', 'Report'], { maxLength: 60 }),
    period: field.text(['期次', 'Period'], { maxLength: 20 }),
  },
  required: ['report', 'period'],
  additionalProperties: false as const,
};

export const standingSignals = {
  liftFlag: {
    title: { zh: '撤销标记', en: 'The flag is lifted' },
    payload: {
      type: 'object' as const,
      properties: { reason: field.text(['原因', 'Reason']) },
      required: ['reason'],
      additionalProperties: false as const,
    },
  },
  missedAgain: { title: { zh: '再次漏报', en: 'Another report is missed' }, payload: obligation },
  slowAgain: { title: { zh: '再次认定进展缓慢', en: 'Found slow again' }, payload: obligation },
};
