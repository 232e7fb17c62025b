import type { Definition } from '#engine';
import { applicant, draft, one, post, processOf, step } from './definitions.ts';

const answered = { type: 'final', meta: { title: { zh: '已答复' } } } as const;

/** Two opinions side by side, of which the second may be put aside: then what waits for both waits for ever. */
export const stuckProcess: Definition = processOf(
  {
    initial: 'draft',
    on: { withdraw: '.done' },
    states: {
      draft: { ...draft('opinions'), meta: step(applicant, one('submit'), { title: { zh: '填写申请' }, fields: { '*': 'write' } }) },
      opinions: {
        type: 'parallel',
        meta: { title: { zh: '分头征求意见' } },
        onDone: 'done',
        states: {
          finance: {
            meta: { title: { zh: '教务处' } },
            initial: 'asked',
            states: {
              asked: { meta: step(post('academic-affairs'), one('approve'), { title: { zh: '教务处意见' } }), on: { approve: 'over' } },
              over: answered,
            },
          },
          meeting: {
            meta: { title: { zh: '院长办公会' } },
            initial: 'asked',
            states: {
              asked: {
                meta: step(post('president-meeting'), one('approve', 'reject'), { title: { zh: '院长办公会意见' } }),
                on: { approve: 'over', reject: 'aside' },
              },
              aside: { meta: { title: { zh: '搁置' } } },
              over: answered,
            },
          },
        },
      },
      done: { type: 'final', meta: { title: { zh: '办结' } } },
    },
  },
  { key: 'two-opinions', title: { zh: '两处意见' } },
);
