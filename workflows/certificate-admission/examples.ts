import type { Example, ExampleMove } from '#engine';
import { decide } from '../example-moves.ts';
import { application, argument } from './sample.ts';

const lead = 'certificate-lead@department';
const meeting = 'joint-meeting@department';
const affairs = 'academic-affairs@school';

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
