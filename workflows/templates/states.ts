import { type AssigneeRule, type Definition, field, formOf, type Text } from '#engine';
import { people } from '../people.ts';

type State = Definition['machine'];

/** What is asked for, and why: a form to begin with. */
export const requestForm = formOf(
  {
    matter: field.text(['申请事项', 'What is asked for'], { maxLength: 200 }),
    reason: field.text(['申请理由', 'Why']),
    papers: field.list(['附件', 'Papers'], { type: 'string', maxLength: 100, 'x-kind': 'file' }),
  },
  ['matter', 'reason'],
);

export const requestSummary: Text = { zh: '{form.matter}（{subject.department.name}）', en: '{form.matter} ({subject.department.name})' };

/** The applicant fills in the form, and mends it where it was returned. */
export const filling = (next: string): State => ({
  meta: {
    title: { zh: '填报', en: 'Application' },
    step: {
      title: { zh: '填写申请', en: 'Fill in the application' },
      assignees: [people.applicant],
      whenNobody: { hold: true },
      decide: { by: 'one', outcomes: ['submit'] },
      fields: { '*': 'write' },
    },
  },
  on: { submit: next, withdraw: 'withdrawn' },
});

interface Approval {
  readonly title: Required<Text>;
  readonly by: AssigneeRule[];
  readonly next: string;
  readonly policy?: 'one' | 'all';
  /** Whether the post catalogue has nobody above them. */
  readonly isHighest?: true;
}

/** Somebody approves, returns it to the applicant, or refuses, in three working days. */
export const approval = ({ title, by, next, policy = 'one', isHighest }: Approval): State => ({
  meta: {
    title,
    step: {
      title,
      assignees: by,
      whenNobody: isHighest ? { hold: true } : { superior: true },
      decide: { by: policy, outcomes: ['approve', 'return', 'reject'] },
      due: { workingDays: 3 },
      remind: [{ before: { workingDays: 1 } }, { at: 'due' }],
      ...(!isHighest && { escalate: [{ after: { workingDays: 2 }, do: 'remind', to: [{ superior: true }] }] }),
    },
  },
  on: { approve: next, return: 'draft', reject: 'rejected', withdraw: 'withdrawn' },
});

export const ends: Record<string, State> = {
  approved: { type: 'final', meta: { title: { zh: '已同意', en: 'Approved' } } },
  rejected: { type: 'final', meta: { title: { zh: '不同意', en: 'Refused' } } },
  withdrawn: { type: 'final', meta: { title: { zh: '已撤回', en: 'Withdrawn' } } },
};
