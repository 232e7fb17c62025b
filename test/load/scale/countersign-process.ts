import { member, oneSchool, oneStep, text } from './one-step.ts';

export const people = 500;
export const tenant = 'countersigning';

/** One step that is passed when every expert has passed it, each in a task of their own. */
export const countersigning = oneStep(
  'countersigning',
  text('会签', 'Countersigning'),
  'experts',
  {
    meta: {
      step: {
        title: text('专家会签', 'Experts'),
        assignees: [{ post: 'expert-group', at: 'school', each: true }],
        whenNobody: { hold: true },
        decide: { by: 'all', outcomes: ['approve'] },
      },
    },
    on: { approve: 'approved' },
  },
  ['approved'],
);

export const directory = oneSchool(
  tenant,
  Array.from({ length: people }, (_, index) => member(`expert-${index}`, 'expert-group', 'school')),
);
