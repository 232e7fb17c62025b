import { defineWorkflow, rule, rules, when } from '#engine';
import { people, tell } from '../people.ts';
import { standingExamples } from './examples.ts';
import { standingForm, standingSignals } from './forms.ts';

const { cityReviewer, provinceEducation, provinceReviewer, reporter, schoolLeader } = people;
const school = [reporter, schoolLeader];

const numbered = (number: string) =>
  rules(
    rule(number, 'has(form.circularNumber) && has(form.circularDate)', {
      zh: '通报须编号并注明成文日期。',
      en: 'A circular is numbered and dated.',
    }),
  );

const isCircular = 'form.opening == "circular"';

/** The school has spoken or had its time to; and there is a document (proposed). */
const cancellation = (condition: string, number: string) =>
  when(
    condition,
    rule(number, 'has(form.statement) || data.?isTimeToSpeakOver.orValue(false)', {
      zh: '须先听取学校陈述申辩。',
      en: 'The school has to be heard first.',
    }),
    rule(number, 'has(form.decisionNumber) && has(form.decisionDate)', {
      zh: '取消资格须有决定文书的文号和日期。',
      en: 'The decision is numbered and dated.',
    }),
  );

/** To the last millisecond of that year in Asia/Shanghai. */
const endOf = (year: string) => `string(${year}) + "-12-31T15:59:59.999Z"`;
const thisYear = 'now.getFullYear("Asia/Shanghai")';

const cancel = (condition: string, number: string) => ({
  target: '#disqualified',
  guard: cancellation(condition, number),
  actions: [
    {
      type: 'set' as const,
      params: { disqualifiedFrom: `string(${thisYear} + 1)`, disqualifiedUntil: endOf(`${thisYear} + 1`), rule: `"${number}"` },
    },
    tell([...school, cityReviewer], '已决定取消贵校下一年度参与试点资格。', 'The school may not take part in the pilot next year.'),
  ],
});

/**
 * M5b 试点资格与漏报处置, from where the ledger of reports gives a cause: the system begins it (R-AH21-35, R-AH24-21,
 * R-HB20-20) and people decide it. That causes lead to a circular and a circular to the loss of next year's part is
 * the text's; hearing, rectification, their terms and the way back are proposed.
 */
export const schoolStanding = defineWorkflow({
  format: 1,
  key: 'school-standing',
  title: { zh: '试点资格与漏报处置', en: 'Standing in the pilot' },
  basis: ['R-AH21-35', 'R-AH24-19', 'R-AH24-21', 'R-HB20-20'],
  subject: 'school',
  start: { posts: [], bySystem: true },
  summary: {
    zh: '{subject.school.name}：{form.causes[0].kind == "misses" ? "连续漏报" : form.causes[0].kind == "slow" ? "进展缓慢" : "违规"}（{form.causes[0].rule}）',
    en: '{subject.school.name}: {form.causes[0].kind} ({form.causes[0].rule})',
  },
  unique: {
    rule: 'R-AH21-35',
    by: ['subject.school.id'],
    message: { zh: '该校已有处置中的事项。', en: 'There is a case against this school already.' },
    releasedBy: ['dismissed', 'lifted', 'rectified', 'kept', 'reinstated', 'terminated'],
  },
  form: standingForm,
  data: {
    type: 'object',
    properties: {
      liftReason: { type: 'string', title: '撤销原因', 'x-en': 'Why it was lifted' },
      circulatedAt: { type: 'integer', title: '通报时间（1970年起的秒数）', 'x-en': 'When it was circulated, in seconds since 1970' },
      isTimeToSpeakOver: { type: 'boolean', title: '陈述期限已过', 'x-en': 'The time to speak is over' },
      disqualifiedFrom: { type: 'string', title: '自该年度起', 'x-en': 'Disqualified from the year' },
      disqualifiedUntil: { type: 'string', title: '取消资格至', 'x-en': 'Disqualified until', format: 'date-time' },
      rule: { type: 'string', title: '取消资格的依据', 'x-en': 'Clause of the disqualification' },
    },
    additionalProperties: false,
  },
  facts: {
    participation: {
      source: 'participation',
      with: { school: 'subject.school.id', since: 'data.?circulatedAt.orValue(0.0)', year: '0.0' },
    },
  },
  delays: {
    rectificationOverdue: { workingDays: 15 },
    timeToSpeak: { workingDays: 5 },
    yearPassed: { at: 'timestamp(data.?disqualifiedUntil.orValue("2000-01-01T00:00:00Z"))' },
  },
  // The other two terms are proposed: no notice has them.
  delayBasis: { yearPassed: ['R-AH21-35'] },
  signals: standingSignals,
  machine: {
    initial: 'raised',
    on: {
      liftFlag: {
        target: '.lifted',
        actions: [
          { type: 'set', params: { liftReason: 'signal.reason' } },
          tell([...school, cityReviewer, provinceEducation], '标记已撤销：{signal.reason}', 'The flag is lifted: {signal.reason}'),
        ],
      },
    },
    states: {
      raised: {
        meta: { title: { zh: '已标记', en: 'Flagged' } },
        always: [{ target: 'circularPending', guard: when(isCircular) }, { target: 'cancelReview' }],
      },
      circularPending: {
        meta: {
          title: { zh: '拟通报', en: 'Circular pending' },
          step: {
            title: { zh: '通报或不予通报', en: 'Circulate, or dismiss' },
            basis: ['R-AH21-35', 'R-AH24-21'],
            assignees: [provinceEducation],
            whenNobody: { hold: true },
            decide: {
              by: 'one',
              outcomes: [
                { name: 'circulate', title: { zh: '通报', en: 'Circulate' }, kind: 'pass' },
                { name: 'dismiss', title: { zh: '不予通报', en: 'Dismiss' }, kind: 'refuse' },
              ],
            },
            fields: { circularNumber: 'write', circularDate: 'write', requirement: 'write' },
            due: { workingDays: 10 },
            remind: [{ before: { workingDays: 2 } }, { at: 'due' }],
          },
        },
        on: {
          circulate: {
            target: 'circulated',
            guard: numbered('R-AH21-35'),
            actions: [
              { type: 'set', params: { circulatedAt: '(now - timestamp("1970-01-01T00:00:00Z")).getSeconds()' } },
              tell(
                [...school, cityReviewer],
                '贵校已被通报（{form.?circularNumber.orValue("")}），请在15个工作日内整改。',
                'The school was criticised in circular {form.?circularNumber.orValue("")}; put things right within 15 working days.',
              ),
            ],
          },
          dismiss: { target: 'dismissed', actions: tell(school, '经研究，不予通报。', 'The case was dismissed.') },
        },
      },
      circulated: {
        id: 'circulated',
        initial: 'rectifying',
        meta: { title: { zh: '已通报', en: 'Circulated' } },
        on: { missedAgain: 'cancelReview', slowAgain: 'cancelReview' },
        states: {
          rectifying: {
            meta: {
              title: { zh: '整改中', en: 'Being put right' },
              step: {
                title: { zh: '报送整改情况', en: 'Report what was put right' },
                basis: ['R-AH21-35'],
                assignees: school,
                whenNobody: { hold: true },
                decide: { by: 'one', outcomes: ['submit'] },
                fields: { rectification: 'required' },
                due: { workingDays: 15 },
                remind: [{ before: { workingDays: 5 } }, { before: { workingDays: 1 } }],
              },
            },
            on: { submit: 'reviewing' },
            after: { rectificationOverdue: '#cancelReview' },
          },
          reviewing: {
            meta: {
              title: { zh: '整改验收', en: 'Rectification under review' },
              step: {
                title: { zh: '验收整改', en: 'Accept the rectification' },
                basis: ['R-AH21-35'],
                assignees: [provinceReviewer],
                whenNobody: { hold: true },
                decide: { by: 'one', outcomes: ['approve', 'return'] },
                due: { workingDays: 10 },
              },
            },
            on: {
              approve: {
                target: '#rectified',
                guard: rules(
                  rule('R-AH21-35', 'facts.participation.hasFiledSince', {
                    zh: '通报后的下一期尚未按时报送。',
                    en: 'The next report after the circular has not been filed in time yet.',
                  }),
                ),
                actions: tell(school, '整改已通过验收。', 'The rectification was accepted.'),
              },
              return: 'rectifying',
            },
          },
        },
      },
      cancelReview: {
        id: 'cancelReview',
        initial: 'hearing',
        meta: { title: { zh: '拟取消资格', en: 'Cancellation under review' } },
        entry: tell(
          [provinceEducation, cityReviewer],
          '{subject.school.name}拟取消资格，待审议。',
          'Cancellation for {subject.school.name} is under review.',
        ),
        states: {
          hearing: {
            meta: {
              title: { zh: '听取陈述', en: 'The school is heard' },
              step: {
                title: { zh: '陈述申辩', en: 'State the school’s case' },
                basis: ['R-AH21-35', 'R-HB20-20'],
                assignees: school,
                whenNobody: { hold: true },
                decide: { by: 'one', outcomes: ['submit'] },
                fields: { statement: 'required' },
                due: { workingDays: 5 },
                remind: [{ before: { workingDays: 1 } }],
              },
            },
            on: { submit: 'deciding' },
            after: { timeToSpeak: { target: 'deciding', actions: { type: 'set', params: { isTimeToSpeakOver: 'true' } } } },
          },
          deciding: {
            meta: {
              title: { zh: '审议决定', en: 'Being decided' },
              step: {
                title: { zh: '决定是否取消下一年度资格', en: 'Decide on next year’s part in the pilot' },
                basis: ['R-AH21-35', 'R-HB20-20'],
                assignees: [provinceEducation],
                whenNobody: { hold: true },
                decide: {
                  by: 'one',
                  outcomes: [
                    { name: 'cancel', title: { zh: '取消资格', en: 'Cancel' }, kind: 'pass' },
                    { name: 'keep', title: { zh: '保留资格', en: 'Keep' }, kind: 'refuse' },
                  ],
                },
                fields: { decisionNumber: 'write', decisionDate: 'write' },
                due: { workingDays: 10 },
                remind: [{ before: { workingDays: 2 } }, { at: 'due' }],
              },
            },
            on: {
              cancel: [cancel(isCircular, 'R-AH21-35'), cancel(`!(${isCircular})`, 'R-HB20-20')],
              keep: [{ target: '#circulated', guard: when(`${isCircular} && has(form.circularNumber)`) }, { target: '#kept' }],
            },
          },
        },
      },
      disqualified: {
        id: 'disqualified',
        meta: { title: { zh: '取消下一年度资格', en: 'Disqualified for the next year' } },
        on: { liftFlag: 'reinstateReview' },
        after: { yearPassed: 'reinstateReview' },
      },
      reinstateReview: {
        meta: {
          title: { zh: '恢复审核', en: 'Reinstatement under review' },
          step: {
            title: { zh: '是否恢复资格', en: 'Reinstate the school' },
            basis: ['R-AH21-35'],
            assignees: [provinceEducation],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['approve', 'reject'] },
            due: { workingDays: 10 },
          },
        },
        on: {
          approve: { target: 'reinstated', actions: tell(school, '已恢复参与试点资格。', 'The school may take part in the pilot again.') },
          reject: {
            target: 'disqualified',
            actions: [
              { type: 'set', params: { disqualifiedUntil: endOf(thisYear) } },
              tell(school, '暂不恢复参与试点资格。', 'The school is not reinstated yet.'),
            ],
          },
        },
      },
      dismissed: { type: 'final', meta: { title: { zh: '不予通报', en: 'Dismissed' } } },
      lifted: { type: 'final', meta: { title: { zh: '标记撤销', en: 'Flag lifted' } } },
      rectified: { id: 'rectified', type: 'final', meta: { title: { zh: '整改完成', en: 'Put right' } } },
      kept: { id: 'kept', type: 'final', meta: { title: { zh: '保留资格', en: 'Kept' } } },
      reinstated: { type: 'final', meta: { title: { zh: '恢复资格', en: 'Reinstated' } } },
    },
  },
  examples: standingExamples,
});
