import { plainForm } from '../../support/definitions.ts';
import { type Broken, calculated, ending, guardAt, guarded, process, withField } from '../sample.ts';

export const expressions: readonly Broken[] = [
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
    'clauses of a delay that is not declared',
    process(ending, {}, { delays: { late: 'P3D' }, delayBasis: { late: ['R-1-1'], later: ['R-1-2'] } }),
    'delay.basis-unknown',
    '/delayBasis/later',
  ],
  [
    'a point of no withdrawal that is no state',
    process(ending, {}, { withdraw: { until: ['elsewhere'] } }),
    'withdraw.state-unknown',
    '/withdraw/until/0',
  ],
];
