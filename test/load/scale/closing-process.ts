import { member, oneSchool, oneStep, text } from './one-step.ts';

export const items = 40;
export const tenant = 'closing';

/** One step that a body's meetings decide, or its secretary one by one. */
export const deliberation = oneStep(
  'deliberation',
  text('审议', 'Deliberation'),
  'meeting',
  {
    meta: {
      step: {
        title: text('校长办公会', 'Meeting'),
        assignees: [{ post: 'president-meeting', at: 'school' }],
        whenNobody: { hold: true },
        decide: { by: 'one', outcomes: ['approve', 'reject'] },
        meeting: { body: 'president-meeting', singly: true },
      },
    },
    on: { approve: 'approved', reject: 'rejected' },
  },
  ['approved', 'rejected'],
);

export const directory = oneSchool(tenant, [member('secretary', 'president-meeting', 'school')]);
