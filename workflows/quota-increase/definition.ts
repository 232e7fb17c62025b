import { defineWorkflow } from '#engine';
import { overdueGoesTo, people, tell } from '../people.ts';
import { increaseExamples } from './examples.ts';
import { increaseForm } from './forms.ts';
import { applicationRules, approvalRules, sending } from './increase-rules.ts';

const { academicAffairs, applicant, cityReviewer, provinceReviewer, schoolLeader } = people;

/**
 * M4 指标调增: two consents in their order, the seal, the province (R-AH24-15); an approved plan only ever grows
 * (R-AH24-14). Refusal, return, due times, reminders and
 * ladders are proposed; the text gives no window.
 */
export const quotaIncrease = defineWorkflow({
  format: 1,
  key: 'quota-increase',
  title: { zh: '指标调增', en: 'Quota increase' },
  basis: ['R-AH24-14', 'R-AH24-15'],
  subject: 'department',
  start: { posts: ['certificate-lead'] },
  summary: {
    zh: '{string(form.year)}年{form.?certificateName.orValue("")}证书指标调增申请（{subject.school.name}，增加{form.increase}人）',
    en: 'Increase of {form.?certificateName.orValue("")} {string(form.year)} by {form.increase} ({subject.school.name})',
  },
  form: increaseForm,
  facts: {
    certificate: { source: 'certificate', with: { code: 'form.certificate' } },
    plan: {
      source: 'approved-plan',
      with: {
        school: 'subject.school.id',
        certificate: 'form.certificate',
        year: 'form.year',
        season: 'form.season',
        level: 'form.level',
        major: 'form.major',
      },
    },
  },
  signals: { certificateCancelled: { title: { zh: '教育部取消证书', en: 'The Ministry cancels the certificate' } } },
  machine: {
    initial: 'draft',
    on: {
      certificateCancelled: {
        target: '.rejected',
        actions: tell([applicant], '教育部已取消该证书，调增申请终止。', 'The Ministry has cancelled the certificate; the request ends.'),
      },
    },
    states: {
      draft: {
        meta: {
          title: { zh: '草拟', en: 'Draft' },
          step: {
            title: { zh: '填写指标调增申请表', en: 'Fill in the request' },
            basis: ['R-AH24-14', 'R-AH24-15'],
            assignees: [applicant],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['submit'] },
            fields: { '*': 'write', sealedScan: 'read' },
          },
        },
        on: { submit: { target: 'departmentConsent', guard: applicationRules }, withdraw: 'withdrawn' },
      },
      departmentConsent: {
        meta: {
          title: { zh: '试点管理部门意见', en: 'Consent of the pilot office' },
          step: {
            title: { zh: '证书试点管理部门意见', en: 'Consent of the academic affairs office' },
            basis: ['R-AH24-15'],
            assignees: [academicAffairs],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['approve', 'return'] },
            due: { workingDays: 5 },
            remind: [{ before: { workingDays: 1 } }],
            escalate: overdueGoesTo([schoolLeader], [schoolLeader, applicant]),
          },
        },
        on: { approve: 'leaderConsent', return: 'draft' },
      },
      leaderConsent: {
        meta: {
          title: { zh: '校级分管领导意见', en: 'Consent of the leader in charge' },
          step: {
            title: { zh: '校级分管领导意见', en: 'Consent of the school leader in charge' },
            basis: ['R-AH24-15'],
            assignees: [schoolLeader],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['approve', 'return'] },
            due: { workingDays: 5 },
            remind: [{ before: { workingDays: 1 } }],
            escalate: overdueGoesTo([academicAffairs], [academicAffairs, applicant]),
          },
        },
        on: { approve: 'sealed', return: 'draft' },
      },
      sealed: {
        meta: {
          title: { zh: '盖章待报', en: 'To be sealed and sent' },
          step: {
            title: { zh: '盖章并报送', en: 'Seal and send' },
            basis: ['R-AH24-15'],
            assignees: [academicAffairs],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['submit'] },
            fields: { sealedScan: 'write' },
            // The text has no window; proposed is the thirtieth day before the assessment.
            due: { at: 'timestamp(form.examDay + "T23:59:59.999+08:00") - duration("720h")' },
            remind: [{ before: 'P3D' }, { at: 'due' }],
            escalate: [{ after: 'P0D', do: 'remind', to: [schoolLeader, applicant] }],
          },
        },
        on: {
          submit: [
            {
              target: 'provinceReview',
              guard: sending.ofSecondary,
              actions: tell(
                [cityReviewer],
                '{subject.school.name}报送了指标调增申请，抄送知悉。',
                '{subject.school.name} has sent a request for an increase, for your information.',
              ),
            },
            { target: 'provinceReview', guard: sending.ofOthers },
          ],
        },
      },
      provinceReview: {
        meta: {
          title: { zh: '省级审核', en: 'Review by the province' },
          step: {
            title: { zh: '省1+X协调推进办公室审核', en: 'Review by the provincial office' },
            basis: ['R-AH24-14', 'R-AH24-15'],
            assignees: [provinceReviewer],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['approve', 'return', 'reject'] },
            due: { workingDays: 10 },
            remind: [{ before: { workingDays: 2 } }],
          },
        },
        on: {
          approve: {
            target: 'approved',
            guard: approvalRules,
            actions: [
              {
                type: 'signal',
                params: {
                  instance: 'facts.plan.instance',
                  signal: 'quotaIncreased',
                  payload: { level: 'form.level', major: 'form.major', increase: 'form.increase' },
                },
              },
              tell([applicant, academicAffairs], '指标调增已批准，增加{form.increase}人。', 'The increase by {form.increase} is approved.'),
            ],
          },
          return: 'draft',
          reject: {
            target: 'rejected',
            actions: tell([applicant], '指标调增未获同意。', 'The increase was rejected.'),
          },
        },
      },
      approved: { type: 'final', meta: { title: { zh: '调增生效', en: 'Increased' } } },
      rejected: { type: 'final', meta: { title: { zh: '不同意', en: 'Rejected' } } },
      withdrawn: { type: 'final', meta: { title: { zh: '撤回', en: 'Withdrawn' } } },
    },
  },
  examples: increaseExamples,
});
