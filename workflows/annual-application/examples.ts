import type { Example, ExampleMove } from '#engine';
import { decide } from '../example-moves.ts';
import { application } from './sample.ts';

const affairs = 'academic-affairs@school';

/** The window of spring 2024, and a certificate that is opened for thirty. */
const begun = {
  at: '2024-03-22T01:00:00.000Z',
  facts: {
    certificate: { name: 'Web前端开发', levels: ['junior', 'intermediate', 'advanced'], areLevelsKnown: true, minimumOpening: 30 },
    window: {
      season: 'spring',
      year: 2024,
      schoolOpens: '2024-03-17T16:00:00.000Z',
      schoolCloses: '2024-04-02T15:59:59.999Z',
      cityOpens: '2024-03-17T16:00:00.000Z',
      cityCloses: '2024-04-05T15:59:59.999Z',
      provinceOpens: '2024-03-25T16:00:00.000Z',
      provinceCloses: '2024-04-10T15:59:59.999Z',
    },
  },
};
const start: ExampleMove = { kind: 'start', fields: application };
const inSchool: ExampleMove[] = [
  decide(affairs, 'draft', 'submit'),
  decide('expert-group@school', 'schoolArgument', 'approve', { fields: { conclusion: 'agree' } }),
  decide('president-meeting@school', 'principalMeeting', 'approve', {
    fields: { meetingSession: '第3次', meetingDate: '2024-03-22', minutes: 'sample-file', isBudgetIncluded: true },
  }),
  decide(affairs, 'ready', 'submit', { fields: { sealedScan: 'sample-file' } }),
];

export const applicationExamples: Example[] = [
  {
    title: { zh: '高职院校申报，省级审核通过', en: 'A higher vocational school applies, and the province approves' },
    ...begun,
    moves: [start, ...inSchool, { kind: 'turn', by: 'P5D' }, decide('province-reviewer@province', 'provinceReview', 'approve')],
    expected: { states: ['approved'], route: ['draft', 'schoolArgument', 'principalMeeting', 'ready', 'provinceReview', 'approved'] },
  },
  {
    title: { zh: '校内论证退回后，窗口关闭仍未报出', en: 'Returned by the experts and not sent before the window closes' },
    ...begun,
    moves: [
      start,
      decide(affairs, 'draft', 'submit'),
      decide('expert-group@school', 'schoolArgument', 'return', { comment: '请核实人数' }),
      { kind: 'turn', by: 'P14D' },
    ],
    expected: { states: ['expired'], route: ['draft', 'schoolArgument', 'draft', 'expired'] },
  },
];
