import { afterAll, describe, expect, it } from '@jest/globals';
import { createMachine } from 'xstate';
import { all, applicant, cast, draft, final, one, plainForm, post, processOf, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { begin } from '../../../../test/support/play.ts';
import { rule, rules } from '../define.ts';
import type { Definition } from '../definition/definition.ts';
import type { StateNode } from '../definition/machine.ts';
import type { Step } from '../definition/step.ts';
import { type ProblemCode, problemCodes } from '../problem.ts';
import { compile, documentLimits } from './compile.ts';

const catalogue = {
  certificate: { parameters: { id: 'string' }, fields: { name: 'string', minimum: 'double', cancelled: 'bool', closes: 'timestamp' } },
} as const;

function problemsOf(document: unknown) {
  const result = compile(document, { dueTime: plainDueTime, facts: catalogue });
  return result.kind === 'faulty' ? result.problems : [];
}

const decided = (...outcomes: Parameters<typeof one>) => step(post('head'), one(...outcomes));

const line = { definition: 'line-case', form: {}, wait: 'all' as const };

/** A sound machine whose second state is replaced by the one under test. */
const machine = (second: StateNode, more: Partial<StateNode> = {}): StateNode => ({
  initial: 'draft',
  states: { draft: draft('second'), second, end: final },
  ...more,
});
const process = (second: StateNode, more: Partial<StateNode> = {}, document: Partial<Definition> = {}) =>
  processOf(machine(second, more), document);
const ending: StateNode = { meta: decided('approve'), on: { approve: 'end' } };
const guarded = (expression: string) =>
  process({ ...ending, on: { approve: { target: 'end', guard: rules(rule('R-1-1', expression, { zh: '不符' })) } } });
const guardAt = '/machine/states/second/on/approve/guard/params/all/0/when';

const remindAt = '/machine/states/second/meta/step/remind/0';
const ladderAt = '/machine/states/second/meta/step/escalate';

const seen = new Set<string>();

/** Each fault, the code it must get, and the place it must point at. */
const faults: readonly (readonly [name: string, document: unknown, code: ProblemCode, pointer: string])[] = [
  ['not an object', 'text', 'document.invalid', ''],
  ['a misspelt key', { ...process(ending), tittle: {} }, 'document.invalid', ''],
  [
    'a step without whenNobody',
    process({ meta: { step: { ...decided('approve').step, whenNobody: undefined } as never }, on: { approve: 'end' } }),
    'document.invalid',
    '/machine/states/second/meta/step/whenNobody',
  ],
  ['an invoke', process({ ...ending, invoke: { src: 'fetch' } } as never), 'document.invalid', '/machine/states/second'],
  ['more than half a megabyte', { ...process(ending), description: { zh: 'x'.repeat(documentLimits.bytes) } }, 'document.too-large', ''],
  ['a hundred levels', JSON.parse(`${'{"a":'.repeat(100)}1${'}'.repeat(100)}`), 'document.too-deep', ''],
  [
    'too many states',
    processOf({ initial: 's0', states: Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`s${index}`, final])) }),
    'document.too-many-states',
    '/machine',
  ],
  [
    'two states of one id',
    process(
      { ...ending, id: 'same' },
      { states: { draft: draft('second'), second: { ...ending, id: 'same' }, end: { ...final, id: 'same' } } },
    ),
    'state.id-taken',
    '/machine/states/end/id',
  ],
  ['a compound state without initial', process({ states: { a: final }, onDone: 'end' }), 'state.initial-missing', '/machine/states/second'],
  [
    'an unknown initial',
    process({ initial: 'b', states: { a: final }, onDone: 'end' }),
    'state.initial-unknown',
    '/machine/states/second/initial',
  ],
  ['a final state with a way out', process({ type: 'final', on: { approve: 'end' } }), 'state.shape', '/machine/states/second'],
  ['a parallel state without regions', process({ type: 'parallel', onDone: 'end' }), 'state.shape', '/machine/states/second'],
  [
    'a state nothing leads to',
    process(ending, { states: { draft: draft('end'), second: ending, end: final } }),
    'state.unreachable',
    '/machine/states/second',
  ],
  ['a state nothing leads out of', process({}), 'state.dead-end', '/machine/states/second'],
  [
    'a ring without an end',
    process(
      { meta: decided('approve'), on: { approve: 'third' } },
      {
        states: {
          draft: draft('second'),
          second: { meta: decided('approve'), on: { approve: 'third' } },
          third: { meta: decided('approve'), on: { approve: 'second' } },
        },
      },
    ),
    'state.never-ends',
    '/machine/states/second',
  ],
  [
    'an unknown target',
    process({ ...ending, on: { approve: 'nowhere' } }),
    'transition.target-unknown',
    '/machine/states/second/on/approve',
  ],
  [
    'an unknown target by id',
    process({ ...ending, on: { approve: '#sample-process.nowhere' } }),
    'transition.target-unknown',
    '/machine/states/second/on/approve',
  ],
  [
    'a transition that does nothing',
    process({ ...ending, on: { approve: [{ target: 'end' }, {}] } }),
    'transition.empty',
    '/machine/states/second/on/approve/1',
  ],
  [
    'an event nobody sends',
    process({ ...ending, on: { approve: 'end', aprove: 'end' } }),
    'event.unknown',
    '/machine/states/second/on/aprove',
  ],
  [
    'a signal named like an outcome',
    process(ending, {}, { signals: { approve: { title: { zh: '信号' } } } }),
    'signal.name-taken',
    '/signals/approve',
  ],
  ['a step on a compound state', process({ ...decidedCompound(), onDone: 'end' }), 'step.not-atomic', '/machine/states/second/meta/step'],
  [
    'an unknown field',
    process({ ...ending, meta: step(post('head'), one('approve'), { fields: { colour: 'write' } }) }),
    'step.field-unknown',
    '/machine/states/second/meta/step/fields/colour',
  ],
  [
    'a calculated field to write',
    process(
      { ...ending, meta: step(post('head'), one('approve'), { fields: { twice: 'write' } }) },
      {},
      { form: calculated('form.amount * 2') },
    ),
    'step.field-calculated',
    '/machine/states/second/meta/step/fields/twice',
  ],
  [
    'a skip with an unknown outcome',
    process({ ...ending, meta: step(post('head'), one('approve'), { whenNobody: { skip: 'reject' } }) }),
    'step.skip-unknown',
    '/machine/states/second/meta/step/whenNobody/skip',
  ],
  [
    'an outcome listed twice',
    process({ ...ending, meta: step(post('head'), one('approve', 'approve')) }),
    'outcome.duplicate',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'no way to pass',
    process({ meta: decided('reject'), on: { reject: 'end' } }),
    'outcome.without-pass',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'an outcome without transition',
    process({ ...ending, meta: decided('approve', 'reject') }),
    'outcome.without-transition',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a vote without a way to reject',
    process({ ...ending, meta: step(post('head'), { by: 'vote', count: 'head', of: 'cast', pass: { moreThan: '1/2' } }) }),
    'outcome.without-transition',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a threshold above one',
    process({
      meta: step(post('head'), { by: 'vote', count: 'head', of: 'cast', pass: { atLeast: '3/2' } }),
      on: { approve: 'end', reject: 'end' },
    }),
    'policy.fraction',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a return rule without the outcome',
    process({ ...ending, meta: step(post('head'), one('approve'), { return: { reentry: 'restart' } }) }),
    'return.outcome-missing',
    '/machine/states/second/meta/step/return',
  ],
  [
    'a return to no step',
    process({ ...ending, meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'restart', to: ['end'] } }) }),
    'return.target-unknown',
    '/machine/states/second/meta/step/return/to/0',
  ],
  [
    'a resume from a state that is no step',
    process(
      { meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'resume' } }), on: { approve: 'end', return: 'idle' } },
      {
        states: {
          draft: draft('second'),
          second: {
            meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'resume' } }),
            on: { approve: 'end', return: 'idle' },
          },
          idle: { after: { P1D: 'draft' } },
          end: final,
        },
      },
    ),
    'return.target-not-step',
    '/machine/states/second/meta/step/return',
  ],
  [
    'a resume written across regions',
    process(acrossRegions()),
    'return.target-across',
    '/machine/states/second/states/b/states/b1/meta/step/return',
  ],
  [
    'a delay that is neither declared nor a duration',
    process({ ...ending, after: { soon: 'end' } }),
    'delay.unknown',
    '/machine/states/second/after/soon',
  ],
  ['a delay in milliseconds', process({ ...ending, after: { '1000': 'end' } }), 'delay.unknown', '/machine/states/second/after/1000'],
  [
    'two states that pass the case to each other',
    process(
      { always: [{ target: 'third', guard: rules() }, { target: 'end' }] },
      {
        states: {
          draft: draft('second'),
          second: { always: { target: 'third' } },
          third: { always: [{ target: 'second', guard: rules(rule('R-1-1', 'form.amount > 1', { zh: '大' })) }, { target: 'end' }] },
          end: final,
        },
      },
    ),
    'cycle.immediate',
    '/machine/states/second',
  ],
  ['a broken expression', guarded('form.amount >'), 'expression.syntax', guardAt],
  ['an unknown form field', guarded('form.amuont > 1'), 'expression.type', guardAt],
  ['an unknown variable', guarded('process.env == ""'), 'expression.type', guardAt],
  ['a text compared with a number', guarded('form.amount == "many"'), 'expression.type', guardAt],
  ['an expression of the wrong type', guarded('form.amount + 1'), 'expression.result', guardAt],
  ['a backtracking match', guarded('has(form.reason) && form.reason.matches("(a+)+$")'), 'expression.forbidden', guardAt],
  ['a field that may be absent', guarded('form.reason == "x"'), 'expression.optional-field', guardAt],
  ['an optional reading of a field that does not exist', guarded('form.?resaon.orValue("") == ""'), 'expression.forbidden', guardAt],
  [
    'data nobody declared',
    process({ ...ending, on: { approve: { target: 'end', actions: { type: 'set', params: { total: 'form.amount' } } } } }),
    'data.field-unknown',
    '/machine/states/second/on/approve/actions/params/total',
  ],
  [
    'an unknown register',
    process(ending, {}, { facts: { person: { source: 'police', with: {} } } }),
    'fact.source-unknown',
    '/facts/person/source',
  ],
  [
    'a register asked wrongly',
    process(ending, {}, { facts: { certificate: { source: 'certificate', with: { name: '"x"' } } } }),
    'fact.parameter',
    '/facts/certificate/with',
  ],
  [
    'a pattern that could take for ever',
    process(ending, {}, { form: withField({ pattern: '(?=a)' }) }),
    'form.pattern',
    '/form/schema/properties/reason/pattern',
  ],
  [
    'a required field that does not exist',
    process(ending, {}, { form: { schema: { ...plainForm.schema, required: ['ghost'] } } }),
    'form.required-unknown',
    '/form/schema/required/0',
  ],
  [
    'a calculation upon a calculation',
    process(ending, {}, { form: calculated('form.twice * 2') }),
    'form.calculation',
    '/form/schema/properties/twice/x-calc',
  ],
  [
    'a key released by no final state',
    process(ending, {}, { unique: { rule: 'R-1-1', by: ['"a"'], message: { zh: '重复' }, releasedBy: ['second'] } }),
    'unique.state-unknown',
    '/unique/releasedBy/0',
  ],
  [
    'the superior of a post that has none',
    process({ meta: step(post('head'), one('approve'), { whenNobody: { superior: true } }), on: { approve: 'end' } }),
    'superior.unknown',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'the superior of the applicant',
    process({ meta: step({ applicant: true }, one('approve'), { whenNobody: { superior: true } }), on: { approve: 'end' } }),
    'superior.of-nobody',
    '/machine/states/second/meta/step/whenNobody',
  ],
  [
    'an applicant who decides and does not',
    process({
      meta: step(post('head'), one('approve'), { applicantMayDecide: true, samePerson: { applicant: 'superior' } }),
      on: { approve: 'end' },
    }),
    'same-person.applicant',
    '/machine/states/second/meta/step/samePerson/applicant',
  ],
  [
    'a vote that is counted for those who have approved',
    process({
      meta: step(
        post('dean'),
        { by: 'vote', count: 'head', of: 'cast', pass: { moreThan: '1/2' } },
        { samePerson: { alreadyApproved: 'pass' } },
      ),
      on: { approve: 'end', reject: 'end' },
    }),
    'same-person.approved',
    '/machine/states/second/meta/step/samePerson/alreadyApproved',
  ],
  [
    'an applicant’s step that is carried over',
    process({ meta: step({ applicant: true }, one('approve'), { carry: true }), on: { approve: 'end' } }),
    'carry.not-possible',
    '/machine/states/second/meta/step/carry',
  ],
  [
    'a meeting of a body that is not asked',
    process({ meta: step(post('dean'), one('approve', 'reject'), { meeting: { body: 'head' } }), on: { approve: 'end', reject: 'end' } }),
    'meeting.body-not-asked',
    '/machine/states/second/meta/step/meeting/body',
  ],
  [
    'a meeting of each of a post’s holders',
    process({
      meta: step({ post: 'head', at: 'school', each: true }, one('approve', 'reject'), { meeting: { body: 'head' } }),
      on: { approve: 'end', reject: 'end' },
    }),
    'meeting.body-not-asked',
    '/machine/states/second/meta/step/meeting/body',
  ],
  [
    'a meeting that cannot say no',
    process({ meta: step(post('head'), one('approve'), { meeting: { body: 'head' } }), on: { approve: 'end' } }),
    'meeting.outcomes',
    '/machine/states/second/meta/step/decide',
  ],
  [
    'a meeting whose number goes into a number',
    process({
      meta: step(post('head'), one('approve', 'reject'), { meeting: { body: 'head', number: 'amount' }, fields: { amount: 'write' } }),
      on: { approve: 'end', reject: 'end' },
    }),
    'meeting.number-field',
    '/machine/states/second/meta/step/meeting/number',
  ],
  [
    'a meeting whose number goes where the step may not write',
    process({
      meta: step(post('head'), one('approve', 'reject'), { meeting: { body: 'head', number: 'opinion' } }),
      on: { approve: 'end', reject: 'end' },
    }),
    'meeting.number-field',
    '/machine/states/second/meta/step/meeting/number',
  ],
  [
    'a step that also waits for child cases',
    process({ meta: { ...decided('approve'), children: line }, on: { approve: 'end', childrenDone: 'end' } }),
    'errand.not-alone',
    '/machine/states/second/meta',
  ],
  [
    'child cases whose end leads nowhere',
    process({ meta: { children: line }, on: { withdraw: 'end' } }),
    'errand.without-transition',
    '/machine/states/second/on',
  ],
  [
    'child cases whose end may be kept in the state by a rule',
    process({
      meta: { children: line },
      on: { childrenDone: { target: 'end', guard: rules(rule('R-1-1', 'children.passed > 1', { zh: '不符' })) } },
    }),
    'errand.no-way-out',
    '/machine/states/second/on/childrenDone',
  ],
  [
    'an output of child cases that every result has',
    process({ meta: { children: { ...line, output: { passed: { type: 'boolean', title: '通过' } } } }, on: { childrenDone: 'end' } }),
    'errand.output-taken',
    '/machine/states/second/meta/children/output/passed',
  ],
  [
    'a point of no withdrawal that is no state',
    process(ending, {}, { withdraw: { until: ['elsewhere'] } }),
    'withdraw.state-unknown',
    '/withdraw/until/0',
  ],
  [
    'reminders without a due time',
    clocked({ remind: [{ at: 'due' }] }, null),
    'step.due-missing',
    '/machine/states/second/meta/step/remind',
  ],
  [
    'a ladder without a due time',
    clocked({ escalate: [climb('P1D')] }, null),
    'step.due-missing',
    '/machine/states/second/meta/step/escalate',
  ],
  ['an interval without a number', clocked({ remind: [{ after: 'P1D', every: 'P1D' }] }), 'reminder.repetition', remindAt],
  ['a number without an interval', clocked({ remind: [{ after: 'P1D', times: 3 }] }), 'reminder.repetition', remindAt],
  ['an interval of nothing', clocked({ remind: [{ after: 'P1D', every: 'P0D', times: 3 }] }), 'reminder.repetition', remindAt],
  ['31 reminders', clocked({ remind: [{ after: 'P1D', every: 'P1D', times: 31 }] }), 'document.invalid', `${remindAt}/times`],
  ['eleven rungs', clocked({ escalate: Array.from({ length: 11 }, () => climb('P1D')) }), 'document.invalid', ladderAt],
  ['a rung before the one above it', clocked({ escalate: [climb({ workingDays: 3 }), climb('P2D')] }), 'rung.order', `${ladderAt}/1/after`],
  [
    'somebody added to a sequence',
    clocked({ escalate: [{ after: 'P1D', do: 'add', to: [post('dean')] }], decide: { by: 'sequence', outcomes: ['approve'] } }),
    'rung.add-in-sequence',
    `${ladderAt}/0/do`,
  ],
  ['a decision of the system by no clause', clocked({ escalate: [passing('approve')] }), 'rung.basis-missing', `${ladderAt}/0`],
  [
    'a decision of the system that the step does not know',
    clocked({ escalate: [{ ...passing('reject'), basis: ['R-1-1'] }] }),
    'rung.outcome-unknown',
    `${ladderAt}/0/outcome`,
  ],
  [
    'a return by the system',
    clocked({ escalate: [{ ...passing('return'), basis: ['R-1-1'] }], decide: one('approve', 'return') }),
    'rung.outcome-unknown',
    `${ladderAt}/0/outcome`,
  ],
  [
    'a rung that is told to nobody',
    clocked({ escalate: [{ after: 'P1D', do: 'remind' } as never] }),
    'document.invalid',
    `${ladderAt}/0/to`,
  ],
];

type Rung = NonNullable<Step['escalate']>[number];

function climb(after: Rung['after']): Rung {
  return { after, do: 'remind', to: [post('dean')] };
}

function passing(outcome: string): Extract<Rung, { do: 'pass' }> {
  return { after: 'P1D', do: 'pass', outcome };
}

function clocked(more: Partial<Step>, due: string | null = 'P3D'): Definition {
  const { step } = decided('approve');
  const returns = JSON.stringify(more.decide ?? '').includes('return');
  return process({
    meta: { step: { ...step, ...(due !== null && { due }), ...more } },
    on: { approve: 'end', ...(returns && { return: 'draft' }) },
  });
}

function decidedCompound(): StateNode {
  return { initial: 'inner', meta: decided('approve'), on: { approve: 'end' }, states: { inner: final } };
}

function calculated(source: string): Definition['form'] {
  const twice = { type: 'number', title: '两倍', 'x-calc': source } as const;
  return { schema: { ...plainForm.schema, properties: { ...plainForm.schema.properties, twice }, required: ['amount', 'twice'] } };
}

function withField(options: { pattern: string }): Definition['form'] {
  return {
    schema: { ...plainForm.schema, properties: { ...plainForm.schema.properties, reason: { type: 'string', title: '理由', ...options } } },
  };
}

function acrossRegions(): StateNode {
  const returning = step(post('head'), one('approve', 'return'), { return: { reentry: 'resume' } });
  return {
    type: 'parallel',
    onDone: 'end',
    states: {
      a: { initial: 'a1', states: { a1: { meta: decided('approve'), on: { approve: 'a2' } }, a2: final } },
      b: { initial: 'b1', states: { b1: { meta: returning, on: { approve: 'b2', return: '#sample-process.second.a.a1' } }, b2: final } },
    },
  };
}

describe('compile refuses', () => {
  it.each(faults)('%s', (_, document, code, pointer) => {
    const problems = problemsOf(document);
    expect(problems.map((found) => [found.code, found.pointer])).toContainEqual([code, pointer]);
    for (const { message } of problems) for (const sentence of Object.values(message)) expect(sentence).not.toMatch(/\{\w+\}/);
    seen.add(code);
  });

  afterAll(() => expect([...problemCodes].filter((code) => !seen.has(code))).toEqual([]));
});

describe('compile accepts', () => {
  it('the sound process the faults were made from', () => {
    expect(problemsOf(process(ending))).toEqual([]);
  });

  it('reminders and a ladder, also of a step that is due at an instant', () => {
    const clocks: Partial<Step> = {
      due: { at: 'timestamp("2024-05-01T00:00:00Z")' },
      remind: [
        { before: { workingDays: 1, at: '09:00' } },
        { before: { workingHours: 4 } },
        { at: 'due', to: [post('dean')] },
        { after: 'P1D', every: { workingDays: 1 }, times: 30 },
      ],
      escalate: [climb('PT0S'), climb({ workingHours: 4 }), { ...passing('approve'), basis: ['R-1-1'] }],
    };
    const result = compile(clocked(clocks), { dueTime: plainDueTime, facts: {} });
    expect(result).toMatchObject({ kind: 'compiled', workflow: { hasClocks: true } });
    expect(result.kind === 'compiled' && result.workflow.posts).toContainEqual({ post: 'dean', at: 'school' });
  });

  it('a document that XState itself can open', () => {
    const document = process({ ...ending, after: { P3D: 'end' } });
    const opened = createMachine({ id: document.key, ...document.machine } as never);
    expect(Object.keys(opened.states)).toEqual(['draft', 'second', 'end']);
  });

  it('one answer on a state for all the steps inside it', () => {
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('review'),
        review: {
          initial: 'first',
          on: { reject: 'rejected' },
          states: {
            first: { meta: step(post('head'), one('approve', 'reject')), on: { approve: 'second' } },
            second: { meta: step(post('finance'), all('approve', 'reject')), on: { approve: '#sample-process.approved' } },
          },
        },
        approved: final,
        rejected: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    play.decide('head', 'approve');
    play.decide('finance', 'reject', { comment: '不行' });
    expect(play.view().states).toEqual(['rejected']);
  });

  it('gives the same event in two regions to each step by itself', () => {
    const region = (name: string) => ({
      initial: 'open',
      states: { open: { meta: step(post(name), one('approve')), on: { approve: 'done' } }, done: final },
    });
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('review'),
        review: { type: 'parallel', onDone: 'end', states: { a: region('head'), b: region('finance') } },
        end: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    play.decide('finance', 'approve');
    expect(play.view()).toMatchObject({ states: ['review.a.open', 'review.b.done'], tasks: ['review.a.open: head@school'] });
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['end']);
  });

  it('a document nobody can change afterwards by keeping a reference', () => {
    const document = structuredClone(process(ending));
    const result = compile(document, { dueTime: plainDueTime, facts: {} });
    document.machine.states = {};
    expect(result).toMatchObject({ kind: 'compiled', workflow: { definition: { machine: { states: { end: { type: 'final' } } } } } });
  });
});

it('names the applicant as an assignee without a post', () => {
  const document = processOf({
    initial: 'draft',
    states: { draft: { meta: step(applicant, one('submit')), on: { submit: 'end' } }, end: final },
  });
  expect(problemsOf(document)).toEqual([]);
});
