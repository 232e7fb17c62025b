import type { Example, ExampleMove, Fields } from '#engine';
import { decide } from '../example-moves.ts';

const lead = 'certificate-lead@department';
const meeting = 'joint-meeting@department';
const affairs = 'academic-affairs@school';

const application: Fields = {
  certificate: 'X002',
  levels: ['intermediate'],
  majors: ['510203'],
  lead: '软件技术专业带头人',
  team: ['软件技术专业教师'],
  cooperation: '与本地软件企业共建实训基地。',
  facilities: '机房4间，工位200个。',
  integration: '人才培养方案已融入证书标准。',
  requiredItems: 10,
  builtItems: 9,
  planMatchRatio: 0.5,
  industryFit: 5,
  enterpriseRecognition: 4,
};
const expert = { name: '行业专家', unit: '省软件行业协会', title: '高级工程师' };
const argument: Fields = {
  expertOpinion: '符合准入条件。',
  experts: [expert, { ...expert, name: '企业专家' }, { ...expert, name: '校内专家' }],
  conclusion: 'agree',
  jointMeetingMinutes: 'sample-file',
};

const begun = {
  at: '2024-03-22T01:00:00.000Z',
  facts: { certificate: { name: 'Web前端开发', levels: ['junior', 'intermediate', 'advanced'], areLevelsKnown: true } },
};
const start: ExampleMove = { kind: 'start', fields: application };
const submit = decide(lead, 'draft', 'submit');
const argue = decide(meeting, 'expertArgument', 'approve', { fields: argument });
const deliberate = decide('president-meeting@school', 'officeMeeting', 'approve', {
  fields: { officeMeetingSession: '第4次', officeMeetingMinutes: 'sample-file' },
});
const reviewed = ['expertArgument', 'academicAudit', 'officeMeeting', 'partyCommittee'];

export const admissionExamples: Example[] = [
  {
    title: { zh: '论证、审议、审定，签约后开展试点', en: 'Argued, deliberated, decided, and the pilot begins' },
    ...begun,
    moves: [
      start,
      submit,
      argue,
      decide(affairs, 'academicAudit', 'approve'),
      deliberate,
      decide('party-committee@school', 'partyCommittee', 'approve', { fields: { partyCommitteeMinutes: 'sample-file' } }),
      decide(affairs, 'approved', 'sign', {
        fields: { agreement: 'sample-file', agreementFrom: '2024-04-01', agreementTo: '2027-03-31' },
      }),
      decide('dean@department', 'agreementSigned', 'begin', { fields: { siteApplication: '2024-01' } }),
    ],
    expected: { states: ['active'], route: ['draft', ...reviewed, 'approved', 'agreementSigned', 'active'] },
  },
  {
    title: { zh: '教务处退回一次，补充后党委会不予准入', en: 'Returned once by academic affairs, then rejected by the party committee' },
    ...begun,
    moves: [
      start,
      submit,
      argue,
      decide(affairs, 'academicAudit', 'return', { comment: '请补充实训条件' }),
      decide(lead, 'returned', 'resubmit', { fields: { builtItems: 10 } }),
      argue,
      decide(affairs, 'academicAudit', 'approve'),
      deliberate,
      decide('party-committee@school', 'partyCommittee', 'reject', { comment: '暂缓引入' }),
    ],
    expected: { states: ['rejected'], route: ['draft', 'expertArgument', 'academicAudit', 'returned', ...reviewed, 'rejected'] },
  },
];
