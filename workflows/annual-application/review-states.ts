import type { Definition } from '#engine';
import { beforeTheWindowCloses, people, tell } from '../people.ts';
import { cityRules, linesAsText, provinceRules, resubmission } from './application-rules.ts';
import { laterFields } from './later-fields.ts';

const { academicAffairs, applicant, cityReviewer, provinceReviewer } = people;

const refusedBy = (zh: string, en: string) => ({
  target: 'rejected',
  actions: tell([applicant], `${zh}审核未通过。`, `${en} rejected the application.`),
});

/** City, province, and back (R-AH24-08, -09). */
export const reviewStates = {
  cityReview: {
    meta: {
      title: { zh: '市级初审', en: 'First review by the city' },
      step: {
        title: { zh: '市教育局初审', en: 'First review by the city bureau' },
        basis: ['R-AH24-08', 'R-AH24-10', 'R-AH24-12'],
        assignees: [cityReviewer],
        whenNobody: { hold: true },
        decide: { by: 'one', outcomes: ['approve', 'return', 'reject'] },
        fields: { isSummaryReceived: 'write' },
        due: { at: 'facts.window.cityCloses' },
        remind: beforeTheWindowCloses([cityReviewer]),
      },
    },
    on: {
      approve: { target: 'provinceReview', guard: cityRules },
      return: { target: 'returned', actions: { type: 'set', params: { returnedBy: '"city"' } } },
      reject: refusedBy('市教育局', 'The city bureau'),
    },
    after: {
      cityWindowClosed: {
        target: 'cityOverdue',
        actions: tell([cityReviewer], '市级初审逾期，转省级处理。', 'The first review is overdue; the province takes over.'),
      },
    },
  },
  // The city can decide no more, its window being closed (R-AH24-08): the province takes the case over.
  cityOverdue: {
    meta: {
      title: { zh: '市级逾期未审', en: 'City overdue' },
      step: {
        title: { zh: '省级接办逾期初审', en: 'Take over the overdue first review' },
        basis: ['R-AH24-08', 'R-AH24-09'],
        assignees: [provinceReviewer],
        whenNobody: { hold: true },
        decide: {
          by: 'one',
          outcomes: [{ name: 'takeOver', title: { zh: '接办', en: 'Take over' }, kind: 'pass', comment: 'required' }],
        },
        due: { at: 'facts.window.provinceCloses' },
        remind: beforeTheWindowCloses([provinceReviewer]),
      },
    },
    on: { takeOver: 'provinceReview' },
  },
  provinceReview: {
    meta: {
      title: { zh: '省级审核', en: 'Review by the province' },
      step: {
        title: { zh: '省1+X协调推进办公室审核', en: 'Review by the provincial office' },
        basis: ['R-AH21-04', 'R-AH24-09'],
        assignees: [provinceReviewer],
        whenNobody: { hold: true },
        decide: { by: 'one', outcomes: ['approve', 'return', 'reject'] },
        due: { at: 'facts.window.provinceCloses' },
        remind: beforeTheWindowCloses([provinceReviewer]),
      },
    },
    on: {
      approve: {
        target: 'approved',
        guard: provinceRules,
        actions: [
          {
            type: 'set',
            params: {
              plan: 'form.lines.map(l, {"level": l.level, "major": l.major, "headcount": has(l.socialLearners) ? l.students + l.socialLearners : l.students})',
            },
          },
          tell(
            [applicant],
            '申报已审批通过，计划锁定：等级、专业不得调整，人数只增不减。',
            'The application is approved and the plan locked: no change of level or major, headcounts only grow.',
          ),
        ],
      },
      return: {
        target: 'returned',
        actions: { type: 'set', params: { returnedBy: '"province"', returnedLines: linesAsText } },
      },
      reject: refusedBy('省1+X协调推进办公室', 'The provincial office'),
    },
    after: {
      provinceWindowClosed: {
        actions: tell([provinceReviewer, applicant], '省级审核逾期未办。', 'The review by the province is overdue.'),
      },
    },
  },
  returned: {
    meta: {
      title: { zh: '退回修改', en: 'Returned' },
      step: {
        title: { zh: '修改并重新提交', en: 'Revise and submit again' },
        basis: ['R-AH24-05', 'R-AH24-06', 'R-AH24-08', 'R-AH24-09'],
        assignees: [academicAffairs],
        whenNobody: { assign: [applicant] },
        decide: { by: 'one', outcomes: ['resubmit'] },
        // What was argued and decided within the school, and what the case is about, stays as it was.
        fields: {
          '*': 'write',
          ...laterFields,
          sealedScan: 'write',
          year: 'read',
          season: 'read',
          certificate: 'read',
        },
        due: {
          at: 'data.?returnedBy.orValue("") == "city" ? facts.window.cityCloses : facts.window.provinceCloses',
        },
        remind: beforeTheWindowCloses([academicAffairs]),
        applicantMayDecide: true,
      },
    },
    on: {
      resubmit: [
        { target: 'cityReview', guard: resubmission.toCity },
        { target: 'cityReview', guard: resubmission.byCityAgain },
        { target: 'provinceReview', guard: resubmission.toProvince },
      ],
    },
    after: {
      reviewWindowClosed: {
        target: 'expired',
        actions: tell([applicant], '审核窗口已关闭，退回的申报未再提交。', 'The review window closed before the application came back.'),
      },
    },
  },
} satisfies Record<string, Definition['machine']>;
