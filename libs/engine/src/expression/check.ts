import { ParseError, type TypeCheckResult } from '@marcbachmann/cel-js';
import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import { alwaysThere, type Line } from '../definition/form.ts';
import { inspect, lineOf, type Reading } from './inspect.ts';
import { inDoubles, syntaxOf } from './language.ts';
import { inWords } from './said.ts';
import { childResultFields, type Given, type Scope } from './variables.ts';
import { typeWords } from './words.ts';

/** The types an expression may be asked to yield. `any` takes all that can be printed or stored. */
export type Expected = 'bool' | 'string' | 'number' | 'list' | 'timestamp' | 'any';

const yields: Readonly<Record<Expected, (type: string) => boolean>> = {
  bool: (type) => type === 'bool',
  string: (type) => type === 'string',
  number: (type) => type === 'double' || type === 'int',
  list: (type) => type.startsWith('list<') || type === 'dyn',
  timestamp: (type) => type === 'google.protobuf.Timestamp',
  any: () => true,
};

/** Something that is wrong with an expression, and where in it. */
export interface Fault {
  readonly code: 'expression.syntax' | 'expression.type' | 'expression.result' | 'expression.forbidden' | 'expression.optional-field';
  readonly parameters: Readonly<Record<string, string | Required<Text>>>;
  readonly from: number;
  readonly to: number;
}

interface Checked {
  readonly faults: readonly Fault[];
  /** What it reads; undefined where it cannot be told. */
  readonly reading: Reading | undefined;
}

/** Everything that is wrong with an expression at a place with such a scope. */
export function checkExpression(source: string, expected: Expected, scope: Scope, shapes: Shapes): Checked {
  const result = typed(source, scope);
  if ('code' in result) return { faults: [result], reading: undefined };
  const { type } = result;
  const whole = { from: 0, to: source.length };
  const wrong: Fault = { code: 'expression.result', parameters: { actual: typeWords(type), expected: typeWords(expected) }, ...whole };
  const reading = inspect(syntaxOf(source), shapes);
  const misread = reading.faults.map(({ from, to, ...fault }): Fault => {
    if (fault.code === 'forbidden') return { code: 'expression.forbidden', parameters: { detail: fault.what }, from, to };
    const safe = `${fault.what.replace('.', '.?')}.orValue(…)`;
    return { code: 'expression.optional-field', parameters: { field: fault.what, safe }, from, to };
  });
  return { faults: [...(yields[expected](type) ? [] : [wrong]), ...misread], reading };
}

/** The type of an expression, or the first thing that keeps it from having one. */
function typed(source: string, { environment }: Scope): { readonly type: string } | Fault {
  try {
    const { written, original } = inDoubles(source);
    const { type = '', error } = environment.check(written);
    return error === undefined ? { type } : faultOf(error, original);
  } catch (error) {
    if (error instanceof ParseError) return faultOf(error, (at) => at);
    throw error;
  }
}

function faultOf(
  { name, summary, range }: Omit<NonNullable<TypeCheckResult['error']>, 'node' | 'withAst'>,
  original: (at: number) => number,
): Fault {
  const code = name === 'ParseError' ? 'expression.syntax' : 'expression.type';
  return { code, parameters: { detail: inWords(summary) }, from: original(range?.start ?? 0), to: original(range?.end ?? 0) };
}

/** The type that an expression yields, as CEL calls it; undefined where it has none. */
export function typeOf(source: string, scope: Scope): string | undefined {
  const result = typed(source, scope);
  return 'code' in result ? undefined : result.type;
}

/** What is given to expressions about one item of a list. */
export function listItem(source: string, scope: Scope, { form }: Definition): Given | undefined {
  const type = typeOf(source, scope);
  if (type === undefined) return undefined;
  return { kind: 'item', type: /^list<(.*)>$/.exec(type)?.[1] ?? 'dyn', line: lineOf(syntaxOf(source), form.schema) };
}

export type Shapes = Parameters<typeof inspect>[1];

/** Of what can be read, the shapes of which some parts may be absent. */
export function shapesOf({ form, data }: Definition, given: Given | undefined): Shapes {
  const always = { form: { ...form.schema, required: [...alwaysThere(form.schema)] }, data };
  switch (given?.kind) {
    case undefined:
    case 'form':
    case 'signal':
      return always;
    case 'result':
      return { ...always, result: given.result };
    case 'item':
      return { ...always, item: given.line };
    case 'children': {
      // A child that was ended by hand has no output.
      const required = Object.keys(childResultFields);
      const own = { number: { type: 'number' }, state: { type: 'string' }, passed: { type: 'boolean' } } as const;
      const properties = { ...given.output, ...own } as unknown as Line['properties'];
      return { ...always, childResult: { type: 'object', properties, required, additionalProperties: false } };
    }
  }
}
