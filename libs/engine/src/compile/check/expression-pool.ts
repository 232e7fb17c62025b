import { ParseError, type TypeCheckResult } from '@marcbachmann/cel-js';
import { type Due, isInstant, type Text } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import type { FormField, Line } from '../../definition/form.ts';
import { type CompiledExpression, compileExpression } from '../../expression/expression.ts';
import { inspect, lineOf } from '../../expression/inspect.ts';
import { parse, withDoubles } from '../../expression/language.ts';
import { placeholdersOf } from '../../expression/template.ts';
import { childResultFields, type FactCatalogue, type Given, variablesOf } from '../../expression/variables.ts';
import { type Problem, problem } from '../../problem.ts';

/** The types an expression may be asked to yield. `any` takes all that can be printed or stored. */
type Expected = 'bool' | 'string' | 'number' | 'list' | 'timestamp' | 'any';

const yields: Readonly<Record<Expected, (type: string) => boolean>> = {
  bool: (type) => type === 'bool',
  string: (type) => type === 'string',
  number: (type) => type === 'double' || type === 'int',
  list: (type) => type.startsWith('list<') || type === 'dyn',
  timestamp: (type) => type === 'google.protobuf.Timestamp',
  any: () => true,
};

export const expectedOf = (field: Pick<FormField, 'type'>): Expected =>
  field.type === 'string' ? 'string' : field.type === 'boolean' ? 'bool' : field.type === 'array' ? 'list' : 'number';

/** Every expression of a document, checked against the declared types, and compiled once. */
export class ExpressionPool {
  readonly problems: Problem[] = [];
  readonly compiled = new Map<string, CompiledExpression>();
  private readonly environmentOf: ReturnType<typeof variablesOf>;

  constructor(
    private readonly definition: Definition,
    catalogue: FactCatalogue,
  ) {
    this.environmentOf = variablesOf(definition, catalogue);
  }

  /** @returns the form fields it reads, or undefined when it is faulty. */
  add(source: string, pointer: string, expected: Expected, given?: Given): ReadonlySet<string> | undefined {
    const before = this.problems.length;
    const result = this.check(source, given);
    if (!result.valid) {
      const code = result.error instanceof ParseError ? 'expression.syntax' : 'expression.type';
      this.problems.push(problem(code, pointer, { detail: result.error?.summary ?? '' }));
      return undefined;
    }
    if (!yields[expected](result.type ?? '')) {
      this.problems.push(problem('expression.result', pointer, { actual: result.type ?? '', expected }));
    }
    const reading = inspect(parse(source).ast, { form: this.definition.form.schema, data: this.definition.data, ...shapesOf(given) });
    for (const { code, what } of reading.faults) {
      const safe = `${what.replace('.', '.?')}.orValue(…)`;
      this.problems.push(
        code === 'forbidden'
          ? problem('expression.forbidden', pointer, { detail: what })
          : problem('expression.optional-field', pointer, { field: what, safe }),
      );
    }
    if (this.problems.length > before) return undefined;
    this.compiled.set(source, compileExpression(source, reading.facts));
    return reading.formFields;
  }

  /** A list, and what is given to expressions about one of its items. */
  addList(source: string, pointer: string): Given | undefined {
    if (this.add(source, pointer, 'list') === undefined) return undefined;
    const type = /^list<(.*)>$/.exec(this.check(source, undefined).type ?? '')?.[1] ?? 'dyn';
    return { kind: 'item', type, line: lineOf(parse(source).ast, this.definition.form.schema) };
  }

  private check(source: string, given: Given | undefined): TypeCheckResult {
    try {
      return this.environmentOf(given).check(withDoubles(source));
    } catch (error) {
      if (error instanceof ParseError) return { valid: false, error };
      throw error;
    }
  }

  addText(text: Text, pointer: string, given?: Given): void {
    for (const source of placeholdersOf(text)) this.add(source, pointer, 'any', given);
  }

  addDue(due: Due, pointer: string): void {
    if (isInstant(due)) this.add(due.at, `${pointer}/at`, 'timestamp');
  }
}

/** Of what is given, the shapes of which some parts may be absent. */
function shapesOf(given: Given | undefined): Pick<Parameters<typeof inspect>[1], 'result' | 'item' | 'childResult'> {
  switch (given?.kind) {
    case undefined:
    case 'signal':
      return {};
    case 'result':
      return { result: given.result };
    case 'item':
      return { item: given.line };
    case 'children': {
      // A child that was ended by hand has no output.
      const required = Object.keys(childResultFields);
      const always = { number: { type: 'number' }, state: { type: 'string' }, passed: { type: 'boolean' } } as const;
      const properties = { ...given.output, ...always } as unknown as Line['properties'];
      return { childResult: { type: 'object', properties, required, additionalProperties: false } };
    }
  }
}
