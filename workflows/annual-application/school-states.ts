import type { AssigneeRule, Definition } from '#engine';
import { beforeTheWindowCloses, people, tell } from '../people.ts';
import { argumentRules, draftRules, meetingRules, submission } from './application-rules.ts';
import { laterFields } from './later-fields.ts';

const { academicAffairs, applicant, expertGroup, presidentMeeting, schoolLeader } = people;

const lateForSchool = {
  target: 'expired',
  actions: tell(
    [applicant],
    '申报窗口已关闭（{facts.window.schoolDays}），本次申报逾期未报。',
    'The application window ({facts.window.schoolDays}) has closed; the application was not submitted in time.',
  ),
};

/** While the school prepares, the window's end ends the case. */
const untilSchoolWindowCloses = { schoolWindowClosed: lateForSchool };
const schoolDue = (who: AssigneeRule[]) => ({ due: { at: 'facts.window.schoolCloses' }, remind: beforeTheWindowCloses(who) });

/** Within the school: from the draft to the submission (R-AH24-03, -17, -07). */
export const schoolStates = {
  draft: {
    meta: {
      title: { zh: '草稿', en: 'Draft' },
      step: {
        title: { zh: '填写申报表', en: 'Fill in the application' },
        basis: ['R-AH24-02', 'R-AH24-03', 'R-AH24-05'],
        assignees: [applicant],
        whenNobody: { hold: true },
        decide: { by: 'one', outcomes: ['submit'] },
        fields: { '*': 'write', ...laterFields },
        ...schoolDue([applicant]),
      },
    },
    on: { submit: { target: 'schoolArgument', guard: draftRules }, withdraw: 'withdrawn' },
    after: {
      // The clock may have been set for another season than the one chosen since; then it is set anew.
      schoolWindowClosed: [
        {
          ...lateForSchool,
          guard: {
            type: 'rules',
            params: { when: 'has(form.season) && has(form.year) && now >= facts.window.schoolCloses', all: [] },
          },
        },
        { target: 'draft', reenter: true },
      ],
    },
  },
  schoolArgument: {
    meta: {
      title: { zh: '校内论证', en: 'Argument within the school' },
      step: {
        title: { zh: '校内专家组论证', en: 'Argument by the school’s experts' },
        basis: ['R-AH24-03', 'R-AH24-04'],
        assignees: [expertGroup],
        whenNobody: { hold: true },
        decide: { by: 'one', outcomes: ['approve', 'return'] },
        fields: { conclusion: 'write', lowRateReason: 'write' },
        // R-AH24-05, one argument for each certificate: what was argued stands for as long as it is the same (proposed).
        carry: true,
        ...schoolDue([expertGroup, applicant]),
      },
    },
    on: { approve: { target: 'principalMeeting', guard: argumentRules }, return: 'draft' },
    after: untilSchoolWindowCloses,
  },
  principalMeeting: {
    meta: {
      title: { zh: '校长办公会研究', en: 'Principal office meeting' },
      step: {
        title: { zh: '校长办公会研究批准', en: 'Approval by the principal office meeting' },
        basis: ['R-AH24-17'],
        assignees: [presidentMeeting],
        whenNobody: { assign: [schoolLeader] },
        decide: { by: 'one', outcomes: ['approve', 'return'] },
        fields: { meetingSession: 'required', meetingDate: 'required', minutes: 'write', isBudgetIncluded: 'write' },
        ...schoolDue([presidentMeeting, applicant]),
      },
    },
    on: { approve: { target: 'ready', guard: meetingRules }, return: 'draft' },
    after: untilSchoolWindowCloses,
  },
  ready: {
    meta: {
      title: { zh: '校内通过·待提交', en: 'Approved by the school, to be submitted' },
      step: {
        title: { zh: '盖章并提交申报', en: 'Seal and submit the application' },
        basis: ['R-AH24-05', 'R-AH24-06', 'R-AH24-07', 'R-AH24-10'],
        assignees: [academicAffairs],
        whenNobody: { assign: [applicant] },
        decide: { by: 'one', outcomes: ['submit'] },
        fields: { isPlatformRegistered: 'write', sealedScan: 'write' },
        ...schoolDue([academicAffairs]),
        applicantMayDecide: true,
      },
    },
    on: {
      submit: [
        { target: 'cityReview', guard: submission.byCity },
        { target: 'provinceReview', guard: submission.straight },
      ],
      withdraw: 'withdrawn',
    },
    after: untilSchoolWindowCloses,
  },
} satisfies Record<string, Definition['machine']>;
