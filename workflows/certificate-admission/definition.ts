import { defineWorkflow } from '#engine';
import { overdueGoesTo, people, tell } from '../people.ts';
import { agreementRules, applicationRules, argumentRules, officeMeetingRules, partyCommitteeRules, siteRules } from './admission-rules.ts';
import { admissionExamples } from './examples.ts';
import { admissionForm } from './forms.ts';

const {
  academicAffairs,
  applicant,
  certificateLead,
  dean,
  jointMeeting,
  partyCommittee: committee,
  presidentMeeting,
  schoolLeader,
} = people;

/** What later bodies fill in is not the applicant's. */
const ownFields = {
  '*': 'write',
  expertOpinion: 'read',
  experts: 'read',
  conclusion: 'read',
  jointMeetingMinutes: 'read',
  officeMeetingSession: 'read',
  officeMeetingMinutes: 'read',
  partyCommitteeMinutes: 'read',
  agreement: 'read',
  agreementFrom: 'read',
  agreementTo: 'read',
  siteApplication: 'read',
} as const;

const refusedBy = (zh: string, en: string) => ({
  target: 'rejected',
  actions: tell([applicant], `${zh}不予准入。`, `${en} did not admit the certificate.`),
});

/**
 * M1 证书准入: argue, audit, deliberate, decide, enter (R-NC21-12). The order and the conditions are the text's; return,
 * withdrawal, due times, reminders and ladders are proposed. Both
 * meetings may be held in the system; what was decided in one held elsewhere is entered case by case. That both meetings decide is the rule of one college: a school whose
 * rules know the principal office meeting only publishes its own version.
 */
export const certificateAdmission = defineWorkflow({
  format: 1,
  key: 'certificate-admission',
  title: { zh: '证书准入', en: 'Certificate admission' },
  basis: ['R-AH21-07', 'R-AH21-08', 'R-NC21-02', 'R-NC21-09', 'R-NC21-10', 'R-NC21-11', 'R-NC21-12', 'R-NC21-13', 'R-NC21-14', 'R-NC21-17'],
  subject: 'department',
  start: { posts: ['certificate-lead'] },
  summary: {
    zh: '{form.?certificateName.orValue("")}证书准入（{subject.department.name}）',
    en: 'Certificate admission {form.?certificateName.orValue("")} ({subject.department.name})',
  },
  unique: {
    rule: 'R-AH21-07',
    by: ['subject.school.id', 'form.certificate'],
    message: {
      zh: '本校已有该证书的准入申请或已准入该证书。',
      en: 'The school has admitted this certificate already, or is about to.',
    },
    releasedBy: ['rejected', 'withdrawn', 'exited', 'terminated'],
  },
  form: admissionForm,
  facts: { certificate: { source: 'certificate', with: { code: 'form.certificate' } } },
  delays: {
    siteReminder: 'P30D',
    agreementEnding: {
      at: 'timestamp(form.?agreementTo.orValue("9999-12-31") + "T00:00:00+08:00") - duration("1440h")',
    },
  },
  // That a site is applied for, and that there is an agreement, is the text's; how long before one is reminded is proposed.
  delayBasis: { siteReminder: ['R-NC21-17'], agreementEnding: ['R-NC21-14'] },
  signals: {
    certificateCancelled: { title: { zh: '教育部取消证书', en: 'The Ministry cancels the certificate' } },
    exitDecided: { title: { zh: '决定退出', en: 'The exit is decided' } },
  },
  machine: {
    initial: 'draft',
    on: {
      certificateCancelled: {
        target: '.rejected',
        actions: tell(
          [applicant],
          '教育部已取消该证书，准入申请终止。',
          'The Ministry has cancelled the certificate; the application ends.',
        ),
      },
    },
    states: {
      draft: {
        meta: {
          title: { zh: '草拟', en: 'Draft' },
          step: {
            title: { zh: '填写准入论证表', en: 'Fill in the admission form' },
            basis: ['R-NC21-09', 'R-NC21-10', 'R-NC21-13'],
            assignees: [applicant],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['submit'] },
            fields: ownFields,
          },
        },
        on: { submit: { target: 'expertArgument', guard: applicationRules }, withdraw: 'withdrawn' },
      },
      expertArgument: {
        meta: {
          title: { zh: '专家／系党政联席会论证', en: 'Argument by experts and joint meeting' },
          step: {
            title: { zh: '系党政联席会论证', en: 'Joint meeting of the department' },
            basis: ['R-NC21-12', 'R-AH21-08'],
            assignees: [jointMeeting],
            whenNobody: { assign: [dean] },
            decide: { by: 'one', outcomes: ['approve', 'return', 'reject'] },
            fields: { expertOpinion: 'required', experts: 'write', conclusion: 'write', jointMeetingMinutes: 'write' },
            due: { workingDays: 5 },
            remind: [{ before: { workingDays: 1 }, to: [jointMeeting, dean] }],
            escalate: overdueGoesTo([dean, applicant], [academicAffairs]),
          },
        },
        on: {
          approve: { target: 'academicAudit', guard: argumentRules },
          return: 'returned',
          reject: refusedBy('系党政联席会', 'The joint meeting of the department'),
        },
      },
      academicAudit: {
        meta: {
          title: { zh: '教务处审核', en: 'Audit by academic affairs' },
          step: {
            title: { zh: '教务处审核', en: 'Audit by academic affairs' },
            basis: ['R-NC21-03', 'R-NC21-12'],
            assignees: [academicAffairs],
            // R-NC21-12 names the office, and nobody for it while it is vacant: the leader in charge of it is proposed.
            whenNobody: { superior: true },
            decide: { by: 'one', outcomes: ['approve', 'return'] },
            due: { workingDays: 5 },
            remind: [{ before: { workingDays: 1 } }],
            escalate: overdueGoesTo([schoolLeader], [schoolLeader, dean]),
          },
        },
        on: { approve: 'officeMeeting', return: 'returned' },
      },
      officeMeeting: {
        meta: {
          title: { zh: '院长（校长）办公会审议', en: 'Deliberation by the principal office meeting' },
          step: {
            title: { zh: '校长办公会审议', en: 'Principal office meeting' },
            basis: ['R-NC21-12'],
            assignees: [presidentMeeting],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['approve', 'return', 'reject'] },
            meeting: { body: 'president-meeting', number: 'officeMeetingSession', singly: true },
            fields: { officeMeetingSession: 'required', officeMeetingMinutes: 'write' },
            due: { workingDays: 10 },
            remind: [{ before: { workingDays: 2 } }],
            escalate: overdueGoesTo([academicAffairs], [schoolLeader]),
          },
        },
        on: {
          approve: { target: 'partyCommittee', guard: officeMeetingRules },
          return: 'returned',
          reject: refusedBy('校长办公会', 'The principal office meeting'),
        },
      },
      partyCommittee: {
        meta: {
          title: { zh: '党委会审定', en: 'Decision by the party committee' },
          step: {
            title: { zh: '党委会审定', en: 'Party committee' },
            basis: ['R-NC21-12'],
            assignees: [committee],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['approve', 'reject'] },
            meeting: { body: 'party-committee', singly: true },
            fields: { partyCommitteeMinutes: 'write' },
            due: { workingDays: 10 },
            remind: [{ before: { workingDays: 2 } }],
            escalate: overdueGoesTo([academicAffairs], [schoolLeader]),
          },
        },
        on: {
          approve: {
            target: 'approved',
            guard: partyCommitteeRules,
            actions: tell(
              [applicant, dean],
              '证书准入已审定通过，请签订合作协议后开展培训与考核。',
              'The certificate is admitted. Sign the cooperation agreement before training and assessment begin.',
            ),
          },
          reject: refusedBy('党委会', 'The party committee'),
        },
      },
      approved: {
        meta: {
          title: { zh: '审定通过·待签协议', en: 'Admitted, agreement to be signed' },
          step: {
            title: { zh: '登记合作协议', en: 'Record the cooperation agreement' },
            basis: ['R-NC21-14'],
            assignees: [academicAffairs],
            whenNobody: { hold: true },
            decide: {
              by: 'one',
              outcomes: [{ name: 'sign', title: { zh: '协议已签', en: 'Agreement signed' }, kind: 'pass' }],
            },
            fields: { agreement: 'write', agreementFrom: 'write', agreementTo: 'write' },
            due: 'P30D',
            // Thirty days without an agreement, and every week after that (proposed).
            remind: [{ after: 'P0D', every: 'P7D', times: 4, to: [academicAffairs, certificateLead] }],
            escalate: [{ after: 'P14D', do: 'remind', to: [schoolLeader] }],
          },
        },
        on: {
          sign: {
            target: 'agreementSigned',
            guard: agreementRules,
            actions: tell([applicant, dean], '合作协议已签，请申报考核站点。', 'The agreement is signed: apply for a site.'),
          },
          certificateCancelled: 'exited',
        },
      },
      agreementSigned: {
        meta: {
          title: { zh: '已签合作协议', en: 'Agreement signed' },
          step: {
            title: { zh: '申报站点并启动试点', en: 'Apply for a site and begin the pilot' },
            basis: ['R-NC21-17'],
            assignees: [dean],
            whenNobody: { assign: [applicant] },
            decide: {
              by: 'one',
              outcomes: [{ name: 'begin', title: { zh: '启动试点', en: 'Begin the pilot' }, kind: 'pass' }],
            },
            fields: { siteApplication: 'write' },
            due: 'P30D',
            escalate: [{ after: 'P14D', do: 'remind', to: [schoolLeader] }],
          },
        },
        on: { begin: { target: 'active', guard: siteRules }, certificateCancelled: 'exited' },
        after: {
          siteReminder: {
            actions: tell(
              [academicAffairs, dean, certificateLead],
              '立项未申站点：签约已满30日，尚未申报考核站点。',
              'Admitted without a site: thirty days after the agreement no site has been applied for.',
            ),
          },
        },
      },
      active: {
        meta: { title: { zh: '试点运行', en: 'Pilot running' } },
        on: { exitDecided: 'exited', certificateCancelled: 'exited' },
        after: {
          agreementEnding: {
            actions: tell(
              [academicAffairs, certificateLead],
              '合作协议将于{form.?agreementTo.orValue("")}到期，请及时续签。',
              'The cooperation agreement runs out on {form.?agreementTo.orValue("")}.',
            ),
          },
        },
      },
      returned: {
        meta: {
          title: { zh: '退回修改', en: 'Returned' },
          step: {
            title: { zh: '修改准入论证表', en: 'Revise the admission form' },
            basis: ['R-NC21-09', 'R-NC21-10', 'R-NC21-13'],
            assignees: [applicant],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['resubmit'] },
            fields: ownFields,
          },
        },
        on: { resubmit: { target: 'expertArgument', guard: applicationRules }, withdraw: 'withdrawn' },
      },
      rejected: { type: 'final', meta: { title: { zh: '不予准入', en: 'Not admitted' } } },
      withdrawn: { type: 'final', meta: { title: { zh: '已撤回', en: 'Withdrawn' } } },
      exited: { type: 'final', meta: { title: { zh: '已退出', en: 'Exited' } } },
    },
  },
  examples: admissionExamples,
});
