import { type Definition, field, formOf, type OrganisationKind, type Text } from '#engine';

export interface BlankProcess {
  readonly key: string;
  readonly title: Text;
  /** Who starts it, and the level of the organisation tree that post is at. */
  readonly start: { readonly post: string; readonly at: OrganisationKind };
}

/** The smallest process there can be: its applicant fills in a form of one field and submits it, and it is over. */
export const blankDefinition = ({ key, title, start: { post, at } }: BlankProcess): Definition => ({
  format: 1,
  key,
  title,
  basis: [],
  subject: at,
  start: { posts: [post] },
  summary: title,
  form: formOf({ matter: field.text(['事项', 'Matter']) }, ['matter']),
  machine: {
    initial: 'draft',
    states: {
      draft: {
        meta: {
          title: { zh: '填报', en: 'Application' },
          step: {
            title: { zh: '填写申请', en: 'Fill in the application' },
            assignees: [{ applicant: true }],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['submit'] },
            fields: { '*': 'write' },
          },
        },
        on: { submit: 'done' },
      },
      done: { type: 'final', meta: { title: { zh: '办结', en: 'Done' } } },
    },
  },
});
