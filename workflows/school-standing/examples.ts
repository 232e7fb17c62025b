import type { Example, ExampleMove, Fields } from '#engine';
import { decide } from '../example-moves.ts';

const education = 'province-education@province';
const school = 'reporter@school';

const evidence: Fields = {
  scheme: '安徽：双周报、月报',
  opening: 'circular',
  causes: ['2024-04-A', '2024-04-B', '2024-05-A'].map((period) => ({ kind: 'misses', rule: 'R-AH21-35', report: '双周报', period })),
  notices: [{ report: '双周报', period: '2024-05-A', rung: 'due-day', sentAt: '2024-05-11T01:00:00.000Z' }],
  checkedAt: '2024-05-12T16:00:00.000Z',
};

const begun = { at: '2024-05-12T16:00:00.000Z', facts: { participation: { hasFiledSince: true } } };
const start: ExampleMove = { kind: 'start', fields: evidence };
const circulate = decide(education, 'circularPending', 'circulate', {
  fields: { circularNumber: '皖教秘职成〔2024〕31号', circularDate: '2024-05-20' },
});
const reply = decide(school, 'circulated.rectifying', 'submit', { fields: { rectification: '已补报并落实专人' } });

export const standingExamples: Example[] = [
  {
    title: { zh: '通报后退回一次，整改通过验收', en: 'Circulated, sent back once, put right' },
    ...begun,
    moves: [
      start,
      circulate,
      reply,
      decide('province-reviewer@province', 'circulated.reviewing', 'return', { comment: '措施不具体' }),
      reply,
      decide('province-reviewer@province', 'circulated.reviewing', 'approve'),
    ],
    expected: {
      states: ['rectified'],
      route: [
        'circularPending',
        'circulated.rectifying',
        'circulated.reviewing',
        'circulated.rectifying',
        'circulated.reviewing',
        'rectified',
      ],
    },
  },
  {
    title: { zh: '逾期未整改，取消下一年度资格', en: 'Not put right in time: disqualified for the next year' },
    ...begun,
    moves: [
      start,
      circulate,
      { kind: 'turn', by: { workingDays: 16 } },
      decide(school, 'cancelReview.hearing', 'submit', { fields: { statement: '人员调整，已整改' } }),
      decide(education, 'cancelReview.deciding', 'cancel', {
        fields: { decisionNumber: '皖教秘职成〔2024〕52号', decisionDate: '2024-06-28' },
      }),
    ],
    expected: {
      states: ['disqualified'],
      route: ['circularPending', 'circulated.rectifying', 'cancelReview.hearing', 'cancelReview.deciding', 'disqualified'],
    },
  },
];
