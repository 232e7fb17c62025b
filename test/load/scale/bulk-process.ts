import type { Definition } from '#engine';
import { countersigning } from './countersign-process.ts';

export const tasks = 200;

/** One step that any one of the experts passes, so that one of them may pass many cases together. */
export const reviewing: Definition = {
  ...countersigning,
  key: 'reviewing',
  machine: {
    initial: 'review',
    states: {
      review: {
        meta: {
          step: {
            title: { zh: '专家审核', en: 'Review' },
            assignees: [{ post: 'expert-group', at: 'school' }],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['approve'] },
          },
        },
        on: { approve: 'approved' },
      },
      approved: { type: 'final' },
    },
  },
};
