import { describe, expect, it } from '@jest/globals';
import { cast, draft, final, processOf } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { begin } from '../../../../test/support/play.ts';
import { compile } from '../compile/compile.ts';
import { rule, rules } from '../define.ts';
import { field, formOf } from '../fields.ts';
import type { Fields } from '../run/state.ts';

const form = formOf(
  {
    amount: field.whole(['数量', 'Amount']),
    rate: field.share(['比例', 'Rate']),
    name: field.text(['名称', 'Name'], { maxLength: 100_000 }),
    note: field.text(['备注', 'Note']),
    tags: field.list(['标签', 'Tags'], field.text(['标签', 'Tag'])),
    lines: field.table(
      ['明细', 'Lines'],
      { level: field.text(['等级', 'Level']), students: field.whole(['人数', 'Students']), social: field.whole(['社会人员', 'Social']) },
      { maxItems: 1000, required: ['level', 'students'] },
    ),
  },
  ['amount', 'rate', 'name', 'tags', 'lines'],
);
const full: Fields = {
  amount: 5,
  rate: 0.8,
  name: 'Web前端开发',
  tags: ['a'],
  lines: [
    { level: '中级', students: 30 },
    { level: '高级', students: 12, social: 3 },
  ],
};
const catalogue = {
  certificate: {
    parameters: { id: 'string' },
    fields: { minimum: 'double', cancelled: 'bool', closes: 'timestamp', majors: 'list<string>' },
  },
} as const;

const document = (expression: string) =>
  processOf(
    {
      initial: 'draft',
      states: {
        draft: { ...draft('end'), on: { submit: { target: 'end', guard: rules(rule('R-1-1', expression, { zh: '不符' })) } } },
        end: final,
      },
    },
    { form, facts: { certificate: { source: 'certificate', with: { id: 'form.name' } } } },
  );

const compileRule = (expression: string) => compile(document(expression), { dueTime: plainDueTime, facts: catalogue });

/** What the rule says of a full form: `true`, `false`, or the refusal's code. */
function judge(expression: string, fields: Fields = full, facts: Record<string, Fields | null> = {}): boolean | string {
  const result = compileRule(expression);
  if (result.kind === 'faulty') throw new Error(result.problems.map(({ message }) => message.en).join());
  const play = begin(result.workflow, { cast, facts, at: '2024-03-22T01:00:00.000Z' }).start('clerk', fields);
  const decided = play.decide('clerk', 'submit');
  if (decided.kind === 'advanced') return true;
  return decided.kind === 'refused' && decided.code === 'rule.broken' ? false : decided.kind === 'refused' ? decided.code : decided.kind;
}

describe('an expression', () => {
  it.each([
    ['form.amount >= 5', true],
    ['form.amount == 5', true],
    ['form.amount * 2 + 1 == 11', true],
    ['10 - form.amount == 5', true],
    ['form.rate >= 0.8', true],
    ['form.rate > 0.8 || form.amount > 1', true],
    ['sum(form.lines.map(l, l.students)) == 42', true],
    ['sum(form.lines.map(l, has(l.social) ? l.students + l.social : l.students)) == 45', true],
    ['form.lines.all(l, l.students > 12)', false],
    ['form.lines.exists(l, l.level == "高级")', true],
    ['form.lines[0].level == "中级"', true],
    ['size(form.tags) == 1 && "a" in form.tags', true],
    ['has(form.note) && form.note != ""', false],
    ['form.?note.orValue("无") == "无"', true],
    ['form.name.like("^[A-Za-z]+前端")', true],
    ['subject.school.type == "higher_vocational"', true],
    ['instance.applicant == "clerk"', true],
    ['now < timestamp("2024-03-23T00:00:00Z")', true],
    ['{"a": 1, "b": "c"}.size() == 2', true],
  ])('%s is %s', (expression, expected) => {
    expect(judge(expression)).toBe(expected);
  });

  it.each([['form.lines[7].level == "x"'], ['form.name.like("(?=lookahead)")'], ['timestamp(form.name) > now']])(
    'that does not fit what it meets is a refusal, not an exception: %s',
    (expression) => {
      expect(judge(expression)).toBe('expression.failed');
    },
  );
});

describe('the type checker', () => {
  it.each([
    ['form.amuont > 1', 'expression.type'],
    ['form.lines.all(l, l.student > 1)', 'expression.type'],
    ['form.name > 1', 'expression.type'],
    ['sum(form.tags) > 1', 'expression.type'],
    ['facts.certificate.minium > 1', 'expression.type'],
    ['facts.school.name == ""', 'expression.type'],
    ['subject.planet.id == ""', 'expression.type'],
    ['form.name', 'expression.result'],
    ['form.note == ""', 'expression.optional-field'],
    ['form.lines.all(l, l.social > 0)', 'expression.optional-field'],
    ['form["note"] == ""', 'expression.optional-field'],
  ])('finds the fault in %s', (expression, code) => {
    expect(compileRule(expression)).toMatchObject({ kind: 'faulty', problems: [{ code }] });
  });
});

describe('nothing reaches the host or runs long', () => {
  it.each([
    ['form.constructor == ""'],
    ['form["__proto__"] == ""'],
    ['form.name.constructor == ""'],
    ['globalThis == ""'],
    ['process.env.PATH == ""'],
    ['(() => 1)() == 1'],
    ['form.name.matches("^(a+)+$")'],
    ['form[form.name] == ""'],
    ['cel.bind(x, form.amount, x > 1.0)'],
    ['dyn(form).anything == 1'],
    ['form.lines.all(a, form.lines.all(b, form.lines.all(c, a.level == c.level)))'],
    [`${'('.repeat(60)}1${')'.repeat(60)} == 1`],
    [Array.from({ length: 200 }, (_, index) => `form.amount != ${index}`).join(' && ')],
    [`form.amount in [${Array.from({ length: 200 }, (_, index) => `${index}.0`).join(',')}]`],
  ])('%s is refused', (expression) => {
    expect(compileRule(expression).kind).toBe('faulty');
  });

  it('matches in linear time', () => {
    const hostile: Fields = { ...full, name: `${'a'.repeat(50_000)}!` };
    const started = performance.now();
    expect(judge('form.name.like("^(a+)+$")', hostile)).toBe(false);
    // A backtracking engine would take longer than the age of the universe; any bound shows the difference.
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('evaluates one list function over the longest list there may be', () => {
    const lines = Array.from({ length: 1000 }, () => ({ level: '中级', students: 1 }));
    expect(judge('sum(form.lines.map(l, l.students)) == 1000', { ...full, lines })).toBe(true);
  });
});

describe('facts', () => {
  const answer: Fields = { minimum: 10, cancelled: false, closes: '2024-04-02T15:59:59.000Z', majors: ['510203'] };

  it('are asked for, with what to ask, when a rule needs them and only then', () => {
    const play = begin(compileWorkflow('form.amount > 1 || facts.certificate.minimum > 1'), { cast }).start('clerk', full);
    expect(play.decide('clerk', 'submit')).toEqual({
      kind: 'wanting',
      facts: [{ name: 'certificate', source: 'certificate', with: { id: 'Web前端开发' } }],
    });
  });

  it.each([
    ['facts.certificate.minimum <= form.amount * 2', true],
    ['facts.certificate.cancelled', false],
    ['now <= facts.certificate.closes', true],
    ['"510203" in facts.certificate.majors', true],
  ])('%s is %s', (expression, expected) => {
    expect(judge(expression, full, { certificate: answer })).toBe(expected);
  });

  it('that no register knows refuse the decision and name what was asked', () => {
    expect(judge('facts.certificate.cancelled', full, { certificate: null })).toBe('fact.not-found');
  });

  it('are kept with the history entry they decided', () => {
    const play = begin(compileWorkflow('!facts.certificate.cancelled'), { cast, facts: { certificate: answer } }).start('clerk', full);
    expect(play.decide('clerk', 'submit')).toMatchObject({ entries: [{ kind: 'decided', facts: { certificate: answer } }] });
  });

  function compileWorkflow(expression: string) {
    const result = compileRule(expression);
    if (result.kind === 'faulty') throw new Error(result.problems.map(({ message }) => message.en).join());
    return result.workflow;
  }
});

it('prints numbers, lists and texts into messages', () => {
  const limit = rule('R-1-1', 'form.amount > 100', { zh: '{form.name}：{form.amount} 人，{form.rate * 100.0}%，{form.tags}' });
  const workflow = processOf(
    { initial: 'draft', states: { draft: { ...draft('end'), on: { submit: { target: 'end', guard: rules(limit) } } }, end: final } },
    { form },
  );
  const play = begin(workflow, { cast }).start('clerk', { ...full, rate: 0.29, tags: ['甲', '乙'] });
  expect(play.decide('clerk', 'submit')).toMatchObject({ rules: [{ message: { zh: 'Web前端开发：5 人，29%，甲、乙' } }] });
});
