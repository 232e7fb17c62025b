import { defineWorkflow } from '#engine';
import { people, tell } from '../people.ts';
import { applicationExamples } from './examples.ts';
import { applicationData, applicationForm, increasePayload } from './forms.ts';
import { reviewStates } from './review-states.ts';
import { schoolStates } from './school-states.ts';

const { applicant } = people;

/**
 * M3 年度证书申报: one argument and one application for each certificate and season (R-AH24-05). The argument, the meeting,
 * the windows and the ways by city and province are the text's; return, rejection, expiry, withdrawal and taking over
 * are proposed. Windows are guards on whoever acts, because they overlap; they are the due times too, with
 * reminders before each close (proposed).
 */
export const annualApplication = defineWorkflow({
  format: 1,
  key: 'annual-application',
  title: { zh: '年度证书申报', en: 'Annual application' },
  basis: [
    'R-AH21-04',
    'R-AH21-35',
    'R-AH24-01',
    'R-AH24-02',
    'R-AH24-03',
    'R-AH24-04',
    'R-AH24-05',
    'R-AH24-06',
    'R-AH24-07',
    'R-AH24-08',
    'R-AH24-09',
    'R-AH24-10',
    'R-AH24-12',
    'R-AH24-14',
    'R-AH24-17',
  ],
  subject: 'school',
  start: { posts: ['academic-affairs'] },
  summary: {
    zh: '{string(form.year)}年{form.season == "spring" ? "春季" : "秋季"}{form.?certificateName.orValue("")}证书申报（{subject.school.name}）',
    en: 'Application {form.?certificateName.orValue("")}, {form.season} {string(form.year)} ({subject.school.name})',
  },
  unique: {
    rule: 'R-AH24-05',
    // libs/pilot finds approved plans by this key.
    by: ['subject.school.id', 'form.certificate', 'string(form.year)', 'form.season'],
    message: {
      zh: '一证书一论证一申报：本校本批次已申报该证书。',
      en: 'One application for each certificate: the school has applied for this one this season.',
    },
    // Rejected is decided for the season; ended by hand is not decided at all.
    releasedBy: ['withdrawn', 'expired', 'terminated'],
  },
  form: applicationForm,
  data: applicationData,
  facts: {
    certificate: { source: 'certificate', with: { code: 'form.certificate' } },
    window: { source: 'window', with: { season: 'form.?season.orValue("")', year: 'form.?year.orValue(0.0)' } },
    policy: { source: 'policy', with: {} },
    participation: {
      source: 'participation',
      with: { school: 'subject.school.id', since: '0.0', year: 'form.?year.orValue(0.0)' },
    },
  },
  delays: {
    schoolWindowClosed: { at: 'facts.window.schoolCloses' },
    cityWindowClosed: { at: 'facts.window.cityCloses' },
    provinceWindowClosed: { at: 'facts.window.provinceCloses' },
    reviewWindowClosed: {
      at: 'data.?returnedBy.orValue("") == "city" ? facts.window.cityCloses : facts.window.provinceCloses',
    },
  },
  delayBasis: {
    schoolWindowClosed: ['R-AH24-07'],
    cityWindowClosed: ['R-AH24-08'],
    provinceWindowClosed: ['R-AH24-09'],
    reviewWindowClosed: ['R-AH24-08', 'R-AH24-09'],
  },
  signals: {
    certificateCancelled: { title: { zh: '教育部取消证书', en: 'The Ministry cancels the certificate' } },
    quotaIncreased: { title: { zh: '指标调增', en: 'The quota is increased' }, payload: increasePayload },
    seasonClosed: { title: { zh: '本季结束', en: 'The season is closed' } },
  },
  machine: {
    initial: 'draft',
    on: {
      certificateCancelled: {
        target: '.rejected',
        actions: tell(
          [applicant],
          '教育部已取消该证书，本次申报终止。',
          'The Ministry has cancelled the certificate; the application ends.',
        ),
      },
    },
    states: {
      ...schoolStates,
      ...reviewStates,
      // R-AH24-14: nothing in here reduces the plan or changes a level or a major. The province's exception is left out.
      approved: {
        meta: { title: { zh: '审批通过·计划锁定', en: 'Approved, plan locked' } },
        on: {
          quotaIncreased: {
            actions: [
              {
                type: 'set',
                params: {
                  plan: 'data.plan.map(l, {"level": l.level, "major": l.major, "headcount": l.headcount}) + [{"level": signal.level, "major": signal.major, "headcount": signal.increase}]',
                },
              },
              tell([applicant], '指标调增生效，批准计划已增加。', 'The increase is in force; the approved plan has grown.'),
            ],
          },
          seasonClosed: 'closed',
          certificateCancelled: {
            target: 'closed',
            actions: tell(
              [applicant],
              '教育部已取消该证书，请停止组织考核。',
              'The Ministry has cancelled the certificate; stop the planned assessments.',
            ),
          },
        },
      },
      closed: { type: 'final', meta: { title: { zh: '本季结束', en: 'Season closed' } } },
      rejected: { type: 'final', meta: { title: { zh: '未通过', en: 'Rejected' } } },
      expired: { type: 'final', meta: { title: { zh: '逾期未报', en: 'Expired' } } },
      withdrawn: { type: 'final', meta: { title: { zh: '撤回', en: 'Withdrawn' } } },
    },
  },
  examples: applicationExamples,
});
