import { type AssigneeRule, type Definition, field, formOf, rule, rules } from '#engine';

const title = (zh: string, en: string) => ({ zh, en });
const isPositive = rules(rule('R-AH21-07', 'form.amount > 0', title('数量须为正数', 'More than none')));
const told = { type: 'notify' as const, params: { to: [{ applicant: true as const }], message: title('请办理', 'Please decide') } };

const step = (assignee: AssigneeRule, outcomes: ('submit' | 'approve' | 'reject')[]): NonNullable<Definition['machine']['meta']> => ({
  step: { title: title('环节', 'Step'), assignees: [assignee], whenNobody: { hold: true }, decide: { by: 'one', outcomes } },
});

const names = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

const reviews = names.map((name, index): [string, Definition['machine']] => [
  name,
  {
    meta: step({ post: 'reviewer', at: 'school' }, ['approve', 'reject']),
    on: { approve: { target: names[index + 1] ?? 'approved', guard: isPositive }, reject: 'rejected' },
    ...(name === 'first' && { after: { reminder: { actions: told } } }),
    ...(name === 'second' && { after: { overdue: 'rejected' } }),
  },
]);

/** Ten states, a guard on every way forward, two delays. */
export const tenStates: Definition = {
  format: 1,
  key: 'ten-states',
  title: title('十个状态', 'Ten states'),
  basis: [],
  subject: 'school',
  start: { posts: ['clerk'] },
  summary: title('示例', 'Sample'),
  form: formOf({ amount: field.whole(['数量', 'Amount']), reason: field.text(['理由', 'Reason']) }, ['amount']),
  delays: { reminder: 'P3D', overdue: 'P10D' },
  machine: {
    initial: 'draft',
    states: {
      draft: {
        meta: { step: { ...step({ applicant: true }, ['submit']).step!, fields: { '*': 'write' } } },
        on: { submit: { target: 'first', guard: isPositive } },
      },
      ...Object.fromEntries(reviews),
      approved: { type: 'final' },
      rejected: { type: 'final' },
    },
  },
};

export const fields = { amount: 12, reason: '试点扩大' };

/** What is decided on the way from the draft to the approval. */
export const outcomes = ['submit', ...names.map(() => 'approve')];
