import type { Example, ExampleMove } from '#engine';
import { decide } from '../example-moves.ts';
import { request } from './sample.ts';

const lead = 'certificate-lead@department';
const affairs = 'academic-affairs@school';

const begun = {
  at: '2024-05-06T01:00:00.000Z',
  facts: { certificate: { name: 'Web前端开发' }, plan: { exists: true, instance: 'application-1', hasLine: true, headcount: 40 } },
};
const start: ExampleMove = { kind: 'start', fields: request };
const submit = decide(lead, 'draft', 'submit');
const sent: ExampleMove[] = [
  submit,
  decide(affairs, 'departmentConsent', 'approve'),
  decide('school-leader@school', 'leaderConsent', 'approve'),
  decide(affairs, 'sealed', 'submit', { fields: { sealedScan: 'sample-file' } }),
];
const route = ['departmentConsent', 'leaderConsent', 'sealed', 'provinceReview'];

export const increaseExamples: Example[] = [
  {
    title: { zh: '两级同意，省级批准', en: 'Two consents, and the province approves' },
    ...begun,
    moves: [start, ...sent, decide('province-reviewer@province', 'provinceReview', 'approve')],
    expected: { states: ['approved'], route: ['draft', ...route, 'approved'] },
  },
  {
    title: { zh: '教务处退回一次，省级不同意', en: 'Returned once by academic affairs, then rejected by the province' },
    ...begun,
    moves: [
      start,
      submit,
      decide(affairs, 'departmentConsent', 'return', { comment: '请说明场地' }),
      ...sent,
      decide('province-reviewer@province', 'provinceReview', 'reject', { comment: '场地不足' }),
    ],
    expected: { states: ['rejected'], route: ['draft', 'departmentConsent', 'draft', ...route, 'rejected'] },
  },
];
