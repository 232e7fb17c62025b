import type { DirectoryImport } from '#directory';
import { type Definition, formOf, type Text } from '#engine';

export const items = 40;
export const tenant = 'closing';

const text = (zh: string, en: string): Text => ({ zh, en });

/** One step that a body's meetings decide, or its secretary one by one. */
export const deliberation: Definition = {
  format: 1,
  key: 'deliberation',
  title: text('审议', 'Deliberation'),
  basis: [],
  subject: 'department',
  start: { posts: ['certificate-lead'] },
  summary: text('审议', 'Deliberation'),
  form: formOf({}, []),
  machine: {
    initial: 'meeting',
    states: {
      meeting: {
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
      approved: { type: 'final' },
      rejected: { type: 'final' },
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
  people: [member('lead', 'certificate-lead', 'department'), member('secretary', 'president-meeting', 'school')],
};
