import type { DirectoryImport } from '#directory';
import { type Definition, formOf, type Text } from '#engine';

type State = Definition['machine'];

export const text = (zh: string, en: string): Text => ({ zh, en });

/** A process of one step on an empty form, and the final states it leads to. */
export const oneStep = (key: string, title: Text, name: string, state: State, endings: readonly string[]): Definition => ({
  format: 1,
  key,
  title,
  basis: [],
  subject: 'department',
  start: { posts: ['certificate-lead'] },
  summary: title,
  form: formOf({}, []),
  machine: {
    initial: name,
    states: { [name]: state, ...Object.fromEntries(endings.map((ending) => [ending, { type: 'final' as const }])) },
  },
});

export const member = (account: string, post: string, organisation: string): DirectoryImport['people'][number] => ({
  account,
  name: account,
  password: 'nobody signs in here',
  posts: [{ post, organisation, from: '2021-01-01' }],
});

/** A school with one department, whose certificate lead begins the cases, and whoever decides them. */
export const oneSchool = (tenant: string, deciders: readonly DirectoryImport['people'][number][]): DirectoryImport => ({
  tenant,
  organisations: [
    { code: 'school', kind: 'school', type: 'school', name: 'School' },
    { code: 'department', parent: 'school', kind: 'department', type: 'department', name: 'Department' },
  ],
  people: [member('lead', 'certificate-lead', 'department'), ...deciders],
});
