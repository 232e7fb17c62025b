import { type AssigneeRule, type Definition, type Form, field, formOf, type Policy, type Step } from '#engine';

type State = Definition['machine'];
type Outcomes = Extract<Policy, { by: 'one' }>['outcomes'];

export const applicant: AssigneeRule = { applicant: true };
export const post = (name: string, at: Extract<AssigneeRule, { post: string }>['at'] = 'school'): AssigneeRule => ({ post: name, at });

export const one = (...outcomes: Outcomes): Policy => ({ by: 'one', outcomes });
export const all = (...outcomes: Outcomes): Policy => ({ by: 'all', outcomes });
export const sequence = (...outcomes: Outcomes): Policy => ({ by: 'sequence', outcomes });

/** A step with the fewest words: who decides how. Nobody found holds it, unless `more` says otherwise. */
export const step = (assignees: AssigneeRule | AssigneeRule[], decide: Policy, more: Partial<Step> = {}): { step: Step } => ({
  step: { title: { zh: '环节' }, assignees: [assignees].flat(), whenNobody: { hold: true }, decide, ...more },
});

export const final: State = { type: 'final' };

/** The applicant fills in the form and submits it to the given state. */
export const draft = (target: string, event: 'submit' | 'resubmit' = 'submit'): State => ({
  meta: step(applicant, one(event), { fields: { '*': 'write' } }),
  on: { [event]: target },
});

export const plainForm: Form = formOf(
  { amount: field.whole(['数量', 'Amount']), reason: field.text(['理由', 'Reason']), opinion: field.text(['意见', 'Opinion']) },
  ['amount'],
);

/** A definition around a machine, with everything else at its plainest. */
export const processOf = (machine: State, more: Partial<Definition> = {}): Definition => ({
  format: 1,
  key: 'sample-process',
  title: { zh: '示例流程' },
  basis: [],
  subject: 'school',
  start: { posts: ['clerk'] },
  summary: { zh: '示例' },
  form: plainForm,
  machine,
  ...more,
});

export const cast = {
  'clerk@school': ['clerk'],
  'head@school': ['head'],
  'dean@school': ['dean-1', 'dean-2', 'dean-3'],
  'finance@school': ['finance'],
  'assets@school': ['assets'],
  'office@province': ['officer'],
};
