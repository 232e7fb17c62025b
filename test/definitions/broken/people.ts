import { type AssigneeRule, field, formOf, type Policy, type Step } from '#engine';
import { applicant, draft, final, one, plainForm, post, processOf, step } from '../../support/definitions.ts';
import { type Broken, decided, ending, process, type State } from '../sample.ts';

const vote = (pass: Extract<Policy, { by: 'vote' }>['pass'], of: 'eligible' | 'cast' = 'eligible'): Policy => ({
  by: 'vote',
  count: 'head',
  of,
  pass,
});
const voted = (assignees: AssigneeRule[], policy: Policy): State => ({
  meta: step(assignees, policy),
  on: { approve: 'end', reject: 'end' },
});
const nobody = (assignees: AssigneeRule[], others: AssigneeRule[]): State => ({
  meta: step(assignees, one('approve'), { whenNobody: { assign: others } }),
  on: { approve: 'end' },
});
const each = (name: string): AssigneeRule => ({ post: name, at: 'school', each: true });
const children = (wait: { atLeast: number }, list?: string): State => ({
  meta: { children: { definition: 'line-case', form: {}, passes: ['approved'], wait, ...(list !== undefined && { each: list }) } },
  on: { childrenDone: 'end', childrenFailed: 'end' },
});
const table = formOf({ lines: field.table(['明细', 'Lines'], { name: field.text(['名称', 'Name']) }, { maxItems: 3 }) }, ['lines']);

/** Steps that cannot come to what they should with the people they ask. */
export const people: readonly Broken[] = [
  [
    'a vote for which more than all have to be',
    process(voted([each('dean')], vote({ moreThan: '1/1' }))),
    'vote.never-passes',
    '/machine/states/second/meta/step/decide/pass',
  ],
  [
    'a vote for which more than all that were cast have to be',
    process(voted([post('dean')], vote({ moreThan: '3/3' }, 'cast'))),
    'vote.never-passes',
    '/machine/states/second/meta/step/decide/pass',
  ],
  [
    'a vote of the applicant',
    process(voted([applicant], vote({ atLeast: '1/2' }))),
    'vote.alone',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a vote of the applicant, twice',
    process(voted([applicant], vote({ moreThan: '1/2' }, 'cast'))),
    'vote.alone',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a stand-in who is the same post',
    process(nobody([post('head')], [post('head')])),
    'nobody.same',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'stand-ins who are all asked already',
    process(nobody([post('head'), each('dean')], [post('dean')])),
    'nobody.same',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'an applicant who stands in for themselves',
    process(nobody([applicant], [applicant])),
    'nobody.same',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'a draft by the applicant of a case that the system begins',
    process(ending, {}, { start: { posts: [], bySystem: true } }),
    'nobody.applicant',
    '/machine/states/draft/meta/step/assignees',
  ],
  [
    'a draft by the applicant of a case that the system may begin',
    process(ending, {}, { start: { posts: ['clerk'], bySystem: true } }),
    'nobody.applicant',
    '/machine/states/draft/meta/step/assignees',
  ],
  ['three children of one', process(children({ atLeast: 3 })), 'children.too-few', '/machine/states/second/meta/children/wait'],
  [
    'four children of three lines at most',
    process(children({ atLeast: 4 }, 'form.lines'), {}, { form: table }),
    'children.too-few',
    '/machine/states/second/meta/children/wait',
  ],
  [
    'a post that is asked twice',
    process({ meta: step([post('head'), post('head')], one('approve')), on: { approve: 'end' } }),
    'assignee.duplicate',
    '/machine/states/second/meta/step/assignees/1',
  ],
  [
    'a post that is asked as one and each',
    process({ meta: step([post('dean'), each('dean')], one('approve')), on: { approve: 'end' } }),
    'assignee.duplicate',
    '/machine/states/second/meta/step/assignees/1',
  ],
  [
    'two outcomes of one title',
    process({
      meta: step(post('head'), one('approve', { name: 'agree', title: { zh: '同意' }, kind: 'pass' })),
      on: { approve: 'end', agree: 'draft' },
    }),
    'outcome.duplicate-title',
    '/machine/states/second/meta/step/decide/outcomes/1',
  ],
  [
    'two declared outcomes of one title',
    process({
      meta: step(
        post('head'),
        one({ name: 'keep', title: { zh: '办理' }, kind: 'pass' }, { name: 'stop', title: { zh: '办理' }, kind: 'refuse' }),
      ),
      on: { keep: 'end', stop: 'draft' },
    }),
    'outcome.duplicate-title',
    '/machine/states/second/meta/step/decide/outcomes/1',
  ],
];

const titledStep = (zh: string, next: string): State => ({
  meta: step(post('head'), one('approve'), { title: { zh } }),
  on: { approve: next },
});
const wanting = (fields: NonNullable<Step['fields']>, later: NonNullable<Step['fields']> = {}): State => ({
  initial: 'draft',
  states: {
    draft: { meta: step(applicant, one('submit'), { fields }), on: { submit: 'second' } },
    second: { meta: step(post('head'), one('approve'), { fields: later }), on: { approve: 'end' } },
    end: final,
  },
});
const needing = (...required: ('amount' | 'reason')[]) => ({ form: { schema: { ...plainForm.schema, required } } });

/** Forms that ask for what cannot be given, or cannot be told apart. */
export const sheets: readonly Broken[] = [
  [
    'a required field that no step may write',
    processOf(wanting({ amount: 'write' }), needing('amount', 'reason')),
    'field.never-written',
    '/machine/states/draft/meta/step/fields',
  ],
  [
    'a required field that is written too late',
    processOf(wanting({ amount: 'write' }, { reason: 'write' }), needing('amount', 'reason')),
    'field.never-written',
    '/machine/states/draft/meta/step/fields',
  ],
  [
    'a required field that the applicant may only read',
    processOf(wanting({ '*': 'write', reason: 'read' }), needing('reason')),
    'field.never-written',
    '/machine/states/draft/meta/step/fields',
  ],
  [
    'a choice listed twice',
    process(
      ending,
      {},
      {
        form: {
          schema: {
            type: 'object',
            additionalProperties: false,
            required: [],
            properties: {
              kind: {
                type: 'string',
                title: '类别',
                oneOf: [
                  { const: 'a', title: '甲' },
                  { const: 'a', title: '乙' },
                ],
              },
            },
          },
        },
      },
    ),
    'field.duplicate-choice',
    '/form/schema/properties/kind/oneOf/1',
  ],
  [
    'the last of three choices again',
    process(
      ending,
      {},
      {
        form: {
          schema: {
            type: 'object',
            additionalProperties: false,
            required: [],
            properties: {
              kind: {
                type: 'string',
                title: '类别',
                oneOf: [
                  { const: 'a', title: '甲' },
                  { const: 'b', title: '乙' },
                  { const: 'b', title: '丙' },
                ],
              },
            },
          },
        },
      },
    ),
    'field.duplicate-choice',
    '/form/schema/properties/kind/oneOf/2',
  ],
  [
    'two fields of one name',
    process(ending, {}, { form: formOf({ amount: field.whole(['数量', 'Amount']), number: field.whole(['数量', 'Number']) }, ['amount']) }),
    'field.duplicate-title',
    '/form/schema/properties/number/title',
  ],
  [
    'a third field of the first one’s name',
    process(
      ending,
      {},
      {
        form: formOf(
          { amount: field.whole(['数量', 'Amount']), why: field.text(['理由', 'Why']), number: field.whole(['数量', 'Number']) },
          ['amount'],
        ),
      },
    ),
    'field.duplicate-title',
    '/form/schema/properties/number/title',
  ],
  [
    'two steps of one name',
    processOf({
      initial: 'draft',
      states: { draft: draft('one'), one: titledStep('审核', 'two'), two: titledStep('审核', 'end'), end: final },
    }),
    'step.duplicate-title',
    '/machine/states/two/meta/step/title',
  ],
  [
    'two steps of one name, with another between them',
    processOf({
      initial: 'draft',
      states: {
        draft: draft('one'),
        one: titledStep('审核', 'other'),
        other: titledStep('复核', 'two'),
        two: titledStep('审核', 'end'),
        end: final,
      },
    }),
    'step.duplicate-title',
    '/machine/states/two/meta/step/title',
  ],
];

const signal = { title: { zh: '信号' } };

/** What is declared and never used. */
export const idle: readonly Broken[] = [
  ['a signal that nobody listens to', process(ending, {}, { signals: { recall: signal } }), 'signal.unused', '/signals/recall'],
  [
    'a second signal that nobody listens to',
    process({ ...ending, on: { approve: 'end', recall: 'draft' } }, {}, { signals: { recall: signal, cancel: signal } }),
    'signal.unused',
    '/signals/cancel',
  ],
  [
    'a fact that nothing reads',
    process(ending, {}, { facts: { paper: { source: 'certificate', with: { id: '"1"' } } } }),
    'fact.unused',
    '/facts/paper',
  ],
  [
    'a fact that something of another name reads',
    process(
      {
        ...ending,
        on: {
          approve: {
            target: 'end',
            guard: { type: 'rules', params: { all: [{ rule: 'R-1-1', when: 'facts.papers.cancelled', message: { zh: '已取消' } }] } },
          },
        },
      },
      {},
      {
        facts: { paper: { source: 'certificate', with: { id: '"1"' } }, papers: { source: 'certificate', with: { id: '"2"' } } },
      },
    ),
    'fact.unused',
    '/facts/paper',
  ],
  ['a delay that no timer uses', process(ending, {}, { delays: { late: 'P5D' } }), 'delay.unused', '/delays/late'],
  [
    'a delay beside one that is used',
    process({ ...ending, after: { soon: 'end' } }, {}, { delays: { soon: 'P1D', late: 'P5D' } }),
    'delay.unused',
    '/delays/late',
  ],
  [
    'data that nothing sets',
    process(
      ending,
      {},
      { data: { type: 'object', properties: { count: { type: 'integer', title: '次数' } }, additionalProperties: false } },
    ),
    'data.never-set',
    '/data/properties/count',
  ],
  [
    'data that is only read',
    process(
      {
        ...ending,
        after: { P5D: { target: 'end', guard: { type: 'rules', params: { when: 'data.?count.orValue(0.0) > 3.0', all: [] } } } },
      },
      {},
      {
        data: { type: 'object', properties: { count: { type: 'integer', title: '次数' } }, additionalProperties: false },
      },
    ),
    'data.never-set',
    '/data/properties/count',
  ],
  [
    'a withdrawal of what the system began',
    processOf(
      { initial: 'one', on: { withdraw: '.end' }, states: { one: { meta: decided('approve'), on: { approve: 'end' } }, end: final } },
      { start: { posts: [], bySystem: true } },
    ),
    'withdraw.nobody',
    '/machine/on/withdraw',
  ],
  [
    'a withdrawal from one step of what the system began',
    processOf(
      { initial: 'one', states: { one: { meta: decided('approve'), on: { approve: 'end', withdraw: 'end' } }, end: final } },
      { start: { posts: [], bySystem: true } },
    ),
    'withdraw.nobody',
    '/machine/states/one/on/withdraw',
  ],
  [
    'a point of no withdrawal where nothing can be withdrawn',
    process(ending, {}, { withdraw: { until: ['second'] } }),
    'withdraw.unheard',
    '/withdraw',
  ],
  ['two such points', process(ending, {}, { withdraw: { until: ['second', 'end'] } }), 'withdraw.unheard', '/withdraw'],
];

const due = (more: Partial<Step>): State => ({
  meta: step(post('head'), one('approve', 'return'), more),
  on: { approve: 'end', return: 'draft' },
});

/** Processes that take longer than they state. */
export const lengths: readonly Broken[] = [
  [
    'ten days of due time in a limit of five',
    process(due({ due: 'P10D' }), {}, { longest: { within: 'P5D' } }),
    'duration.exceeded',
    '/longest/within',
  ],
  [
    'a ladder that goes on after the limit',
    process(due({ due: 'P3D', escalate: [{ after: 'P4D', do: 'remind', to: [post('dean')] }] }), {}, { longest: { within: 'P5D' } }),
    'duration.exceeded',
    '/longest/within',
  ],
  ['a step without a due time', process(due({}), {}, { longest: { within: 'P5D' } }), 'duration.unbounded', '/longest'],
  [
    'a step that is due at an instant',
    process(due({ due: { at: 'timestamp("2024-05-01T00:00:00Z")' } }), {}, { longest: { within: 'P5D' } }),
    'duration.unbounded',
    '/longest',
  ],
  [
    'a rejection that begins anew',
    process(
      {
        meta: step(post('head'), one('approve', 'reject'), { due: 'P3D' }),
        on: { approve: 'end', reject: { target: 'second', reenter: true } },
      },
      {},
      { longest: { within: 'P5D' } },
    ),
    'duration.rounds',
    '/longest',
  ],
  [
    'two steps that reject to each other',
    processOf(
      {
        initial: 'draft',
        states: {
          draft: draft('one'),
          one: { meta: step(post('head'), one('approve', 'reject'), { due: 'P3D' }), on: { approve: 'two', reject: 'two' } },
          two: { meta: step(post('dean'), one('approve', 'reject'), { due: 'P3D' }), on: { approve: 'end', reject: 'one' } },
          end: final,
        },
      },
      { longest: { within: 'P30D' } },
    ),
    'duration.rounds',
    '/longest',
  ],
];
