import { type Definition, field, formOf } from '#engine';
import { all, applicant, draft, final, one, post, processOf, sequence, step } from '../../support/definitions.ts';
import { decided, ending, process, type State } from '../sample.ts';

export type Good = readonly [name: string, document: Definition];

const big = (condition: string) => ({ type: 'rules' as const, params: { when: condition, all: [] } });
const to = (target: string, condition: string) => ({ target, guard: big(condition) });
const revised = (next: string): State => ({ meta: step(applicant, one('resubmit'), { fields: { '*': 'write' } }), on: { resubmit: next } });
const clerkOnly = { start: { posts: [], bySystem: true as const } };

/** A site that only some have, its distance, what is to be said of a far one, and what is to be said of an opinion. */
const conditionalForm: Definition['form'] = formOf(
  {
    site: field.choice(['实训场地', 'Site'], { own: ['自有', 'Own'], shared: ['共用', 'Shared'] }),
    distance: { ...field.whole(['距离', 'Distance'], { minimum: 1 }), 'x-shown': 'form.site == "shared"' },
    far: { ...field.yesNo(['路途较远', 'Far']), 'x-calc': 'form.?distance.orValue(0.0) > 10', 'x-shown': 'form.site == "shared"' },
    transport: {
      ...field.text(['接送安排', 'Transport']),
      'x-shown': 'form.site == "shared"',
      'x-required': 'form.?far.orValue(false)',
    },
    opinion: field.choice(['意见', 'Opinion'], { yes: ['同意', 'Yes'], partly: ['部分同意', 'Partly'] }),
    remark: { ...field.text(['说明', 'Remark']), 'x-required': 'form.?opinion.orValue("") == "partly"' },
  },
  ['site', 'distance'],
);

/** Sound processes whose regions, if any, never meet. */
export const plain: readonly Good[] = [
  ['two steps', process(ending)],
  [
    'a step that may reject and return',
    process({ meta: decided('approve', 'return', 'reject'), on: { approve: 'end', return: 'draft', reject: 'end' } }),
  ],
  [
    'a step of its own for what was returned',
    processOf({
      initial: 'draft',
      states: {
        draft: draft('check'),
        check: { meta: decided('approve', 'return'), on: { approve: 'end', return: 'revise' } },
        revise: revised('check'),
        end: final,
      },
    }),
  ],
  [
    'returns to steps of one’s choice, answered straight back',
    processOf({
      initial: 'draft',
      states: {
        draft: draft('one'),
        one: { meta: decided('approve'), on: { approve: 'two' } },
        two: {
          meta: step(post('dean'), one('approve', 'return'), { return: { reentry: 'resume', to: ['draft', 'one'] } }),
          on: { approve: 'end' },
        },
        end: final,
      },
    }),
  ],
  ['a fork that takes every case', process({ always: [to('draft', 'form.amount > 10'), { target: 'end' }] })],
  ['a fork by a condition and its opposite', process({ always: [to('draft', 'form.amount >= 10'), to('end', 'form.amount < 10')] })],
  [
    'a fork by a condition written as a negation',
    process({ always: [to('draft', 'form.amount > 10 || form.amount < 2'), to('end', '!(form.amount > 10 || form.amount < 2)')] }),
  ],
  [
    'an outcome with a way for each kind of case',
    process({
      meta: decided('approve'),
      on: { approve: [to('end', 'subject.school.type == "higher"'), to('end', 'subject.school.type != "higher"')] },
    }),
  ],
  [
    'rules that somebody has to keep',
    process({
      meta: step(post('head'), one('approve'), { fields: { amount: 'write' } }),
      on: {
        approve: {
          target: 'end',
          guard: { type: 'rules', params: { all: [{ rule: 'R-1-1', when: 'form.amount > 3', message: { zh: '不足' } }] } },
        },
      },
    }),
  ],
  ['a step that lapses', process({ ...ending, after: { P30D: 'end' } })],
  [
    'a state that looks every day whether the time has come',
    process({
      after: { P1D: [to('end', 'now > timestamp("2030-01-01T00:00:00Z")'), { target: 'second', reenter: true }] },
    }),
  ],
  [
    'a state that waits for a signal of its own',
    process({ meta: { title: { zh: '待盖章' } }, on: { seal: 'end' } }, {}, { signals: { seal: { title: { zh: '盖章' } } } }),
  ],
  ['a withdrawal from everywhere until a point', process(ending, { on: { withdraw: '.end' } }, { withdraw: { until: ['end'] } })],
  [
    'a countersigning and a sequence',
    process({
      initial: 'all',
      onDone: 'end',
      states: {
        all: {
          meta: step({ post: 'dean', at: 'school', each: true }, all('approve', 'return')),
          on: { approve: 'one', return: '#sample-process.draft' },
        },
        one: { meta: step([post('head'), post('dean')], sequence('approve')), on: { approve: 'done' } },
        done: final,
      },
    }),
  ],
  [
    'a vote with a quorum',
    process({
      meta: step(
        { post: 'dean', at: 'school', each: true },
        { by: 'vote', count: 'head', of: 'eligible', pass: { moreThan: '1/2' }, quorum: '2/3' },
      ),
      on: { approve: 'end', reject: 'draft' },
    }),
  ],
  [
    'a step that is skipped when its post is vacant, and one that others stand in for',
    processOf({
      initial: 'draft',
      states: {
        draft: draft('one'),
        one: { meta: step(post('ghost'), one('approve'), { whenNobody: { skip: 'approve' } }), on: { approve: 'two' } },
        two: { meta: step(post('finance'), one('approve'), { whenNobody: { assign: [post('head')] } }), on: { approve: 'end' } },
        end: final,
      },
    }),
  ],
  [
    'what the system begins',
    processOf({ initial: 'one', states: { one: { meta: decided('approve'), on: { approve: 'end' } }, end: final } }, clerkOnly),
  ],
  [
    'child cases of which two have to pass',
    process({
      meta: { children: { definition: 'line-case', form: {}, each: '["a", "b", "c"]', passes: ['approved'], wait: { atLeast: 2 } } },
      on: { childrenDone: 'end', childrenFailed: 'draft' },
    }),
  ],
  ['a webhook', process({ meta: { call: { to: 'register', body: {} } }, on: { callDone: 'end', callFailed: 'draft' } })],
  [
    'reminders, a ladder and a decision by the system',
    process({
      meta: step(post('head'), one('approve'), {
        due: 'P5D',
        remind: [{ before: 'P1D' }, { at: 'due' }],
        escalate: [
          { after: 'P1D', do: 'remind', to: [post('dean')] },
          { after: 'P3D', do: 'pass', outcome: 'approve', basis: ['R-1-1'] },
        ],
      }),
      on: { approve: 'end' },
    }),
  ],
  [
    'a field that the second step fills in and demands',
    process({ meta: step(post('head'), one('approve'), { fields: { opinion: 'required' } }), on: { approve: 'end' } }),
  ],
  [
    'fields that apply and are wanted on conditions, one on another',
    process(
      { meta: step(post('head'), one('approve', 'return'), { fields: { opinion: 'write' } }), on: { approve: 'end', return: 'draft' } },
      {},
      { form: conditionalForm },
    ),
  ],
  [
    'a field that is wanted by what the same step fills in',
    processOf(
      {
        initial: 'draft',
        states: {
          draft: {
            meta: step(applicant, one('submit'), { fields: { '*': 'write', opinion: 'read', remark: 'read' } }),
            on: { submit: 'check' },
          },
          check: {
            meta: step(post('head'), one('approve'), { fields: { opinion: 'required', remark: 'write' } }),
            on: { approve: [to('end', 'has(form.remark) && form.remark != ""'), { target: 'end' }] },
          },
          end: final,
        },
      },
      { form: conditionalForm },
    ),
  ],
  [
    'data that is set and read, and a delay by a field',
    process(
      {
        ...ending,
        on: { approve: { target: 'end', actions: { type: 'set', params: { count: 'data.?count.orValue(0.0) + 1.0' } } } },
        after: { late: { target: 'draft' } },
      },
      {},
      {
        delays: { late: { at: 'timestamp("2030-01-01T00:00:00Z")' } },
        data: { type: 'object', properties: { count: { type: 'integer', title: '次数' } }, additionalProperties: false },
      },
    ),
  ],
];
