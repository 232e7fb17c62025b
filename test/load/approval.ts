import { type AssigneeRule, type Definition, field, formOf, rule, rules, type Text } from '#engine';

type State = Definition['machine'];

const title = (zh: string, en: string): Text => ({ zh, en });
const post = (name: string, at: 'department' | 'school'): AssigneeRule => ({ post: name, at });
const tell = (who: AssigneeRule, message: Text) => ({ actions: { type: 'notify' as const, params: { to: [who], message } } });

const reminded = (who: AssigneeRule): NonNullable<State['after']> => ({
  reminder: tell(who, title('请尽快办理', 'Please decide soon')),
  overdue: tell(post('dean', 'department'), title('已逾期', 'Overdue')),
});

const review = (name: Text, who: AssigneeRule): State => ({
  meta: {
    title: name,
    step: {
      title: name,
      assignees: [who],
      whenNobody: { hold: true },
      decide: { by: 'one', outcomes: ['approve'] },
      due: { workingDays: 5 },
    },
  },
  after: reminded(who),
});

/**
 * The measured work: four decisions by four posts on a form of about a kilobyte. Two timers run in every step, so each
 * decision clears two and, but for the last, sets two; each puts one message into the outbox. A form belongs to whoever
 * starts the case, so the applicant's submission is the first of the four.
 */
export const approval: Definition = {
  format: 1,
  key: 'four-decisions',
  title: title('四步审批', 'Four decisions'),
  basis: [],
  subject: 'department',
  start: { posts: ['certificate-lead'] },
  summary: title('{form.subject}', '{form.subject}'),
  form: formOf(
    {
      subject: field.text(['事项', 'Subject']),
      amount: field.whole(['数量', 'Amount']),
      reason: field.text(['理由', 'Reason']),
      conditions: field.text(['条件', 'Conditions']),
    },
    ['subject', 'amount', 'reason'],
  ),
  delays: { reminder: { workingDays: 3 }, overdue: 'P10D' },
  machine: {
    initial: 'submission',
    states: {
      submission: {
        meta: {
          title: title('填写', 'Submission'),
          step: {
            title: title('填写', 'Submission'),
            assignees: [{ applicant: true }],
            whenNobody: { hold: true },
            decide: { by: 'one', outcomes: ['submit'] },
            fields: { '*': 'write' },
          },
        },
        on: {
          submit: { target: 'argument', guard: rules(rule('R-AH21-07', 'form.amount > 0', title('数量须为正数', 'More than none'))) },
        },
        after: reminded({ applicant: true }),
      },
      argument: {
        ...review(title('论证', 'Argument'), post('joint-meeting', 'department')),
        on: { approve: 'audit' },
      },
      audit: {
        ...review(title('审核', 'Audit'), post('academic-affairs', 'school')),
        on: { approve: 'verdict' },
      },
      verdict: {
        ...review(title('审定', 'Verdict'), post('party-committee', 'school')),
        on: { approve: { target: 'approved', ...tell({ applicant: true }, title('已审定', 'Approved')) } },
      },
      approved: { type: 'final' },
    },
  },
};

/** About a kilobyte as JSON in UTF-8. */
export const form = {
  subject: '信息工程系2024年Web前端开发职业技能等级证书试点',
  amount: 120,
  reason: '专业基础扎实，前端实训室两间，工位九十六个，两门课程的标准已对照证书标准修订。'.repeat(4),
  conditions: '与两家软件企业共建实训基地，已签订三年合作协议，师资与设备齐备。'.repeat(4),
};

/** Who decides, in turn, by their accounts in the demo's organisations, and what they choose. */
export const deciders = [
  { account: 'jh-xx-fuzeren', outcome: 'submit' },
  { account: 'jh-xx-lianxihui', outcome: 'approve' },
  { account: 'jh-jiaowu', outcome: 'approve' },
  { account: 'jh-dangwei', outcome: 'approve' },
] as const;

export const comment = '材料齐全，符合条件，同意。';
