import { type Definition, rule, rules, type Step } from '#engine';
import { draft, final, one, plainForm, post, processOf, step } from '../support/definitions.ts';

export type State = Definition['machine'];

/** A definition with one fault: what is wrong, and what has to be found where. */
export type Broken = readonly [name: string, document: unknown, code: string, pointer: string];

export const catalogue = {
  certificate: { parameters: { id: 'string' }, fields: { name: 'string', minimum: 'double', cancelled: 'bool', closes: 'timestamp' } },
} as const;

export const decided = (...outcomes: Parameters<typeof one>) => step(post('head'), one(...outcomes));

export const line = { definition: 'line-case', form: {}, wait: 'all' as const };

/** A sound machine whose second state is replaced by the one under test. */
const machine = (second: State, more: Partial<State> = {}): State => ({
  initial: 'draft',
  states: { draft: draft('second'), second, end: final },
  ...more,
});
export const process = (second: State, more: Partial<State> = {}, document: Partial<Definition> = {}) =>
  processOf(machine(second, more), document);
export const ending: State = { meta: decided('approve'), on: { approve: 'end' } };
export const guarded = (expression: string) =>
  process({ ...ending, on: { approve: { target: 'end', guard: rules(rule('R-1-1', expression, { zh: '不符' })) } } });
export const guardAt = '/machine/states/second/on/approve/guard/params/all/0/when';

export const remindAt = '/machine/states/second/meta/step/remind/0';
export const ladderAt = '/machine/states/second/meta/step/escalate';

type Rung = NonNullable<Step['escalate']>[number];

export function climb(after: Rung['after']): Rung {
  return { after, do: 'remind', to: [post('dean')] };
}

export function passing(outcome: string): Extract<Rung, { do: 'pass' }> {
  return { after: 'P1D', do: 'pass', outcome };
}

export function clocked(more: Partial<Step>, due: string | null = 'P3D'): Definition {
  const { step } = decided('approve');
  const returns = JSON.stringify(more.decide ?? '').includes('return');
  return process({
    meta: { step: { ...step, ...(due !== null && { due }), ...more } },
    on: { approve: 'end', ...(returns && { return: 'draft' }) },
  });
}

export function decidedCompound(): State {
  return { initial: 'inner', meta: decided('approve'), on: { approve: 'end' }, states: { inner: final } };
}

export function calculated(source: string): Definition['form'] {
  const twice = { type: 'number', title: '两倍', 'x-calc': source } as const;
  return { schema: { ...plainForm.schema, properties: { ...plainForm.schema.properties, twice }, required: ['amount', 'twice'] } };
}

export function withField(options: { pattern: string }): Definition['form'] {
  return {
    schema: { ...plainForm.schema, properties: { ...plainForm.schema.properties, reason: { type: 'string', title: '理由', ...options } } },
  };
}

export function acrossRegions(): State {
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
