import type { DirectoryImport } from '#directory';
import { type Definition, formOf, type Text } from '#engine';

export const people = 500;
export const tenant = 'countersigning';

const text = (zh: string, en: string): Text => ({ zh, en });

/** One step that is passed when every expert has passed it, each in a task of their own. */
export const countersigning: Definition = {
  format: 1,
  key: 'countersigning',
  title: text('会签', 'Countersigning'),
  basis: [],
  subject: 'department',
  start: { posts: ['certificate-lead'] },
  summary: text('会签', 'Countersigning'),
  form: formOf({}, []),
  machine: {
    initial: 'experts',
    states: {
      experts: {
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
      approved: { type: 'final' },
    },
  },
};

const member = (account: string, post: string, organisation: string): DirectoryImport['people'][number] => ({
  account,
  name: account,
  password: 'nobody signs in here',
  posts: [{ post, organisation, from: '2021-01-01' }],
});

export const directory: DirectoryImport = {
  tenant,
  organisations: [
    { code: 'school', kind: 'school', type: 'school', name: 'School' },
    { code: 'department', parent: 'school', kind: 'department', type: 'department', name: 'Department' },
  ],
  people: [
    member('lead', 'certificate-lead', 'department'),
    ...Array.from({ length: people }, (_, index) => member(`expert-${index}`, 'expert-group', 'school')),
  ],
};
