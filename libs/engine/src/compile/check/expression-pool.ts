import { ParseError, type TypeCheckResult } from '@marcbachmann/cel-js';
import { type Due, isInstant, type Text } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import type { FormField } from '../../definition/form.ts';
import { type CompiledExpression, compileExpression } from '../../expression/expression.ts';
import { inspect } from '../../expression/inspect.ts';
import { parse, withDoubles } from '../../expression/language.ts';
import { placeholdersOf } from '../../expression/template.ts';
import { type FactCatalogue, variablesOf } from '../../expression/variables.ts';
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
  add(source: string, pointer: string, expected: Expected, signal?: string): ReadonlySet<string> | undefined {
    const before = this.problems.length;
    const result = this.check(source, signal);
    if (!result.valid) {
      const code = result.error instanceof ParseError ? 'expression.syntax' : 'expression.type';
      this.problems.push(problem(code, pointer, { detail: result.error?.summary ?? '' }));
      return undefined;
    }
    if (!yields[expected](result.type ?? '')) {
      this.problems.push(problem('expression.result', pointer, { actual: result.type ?? '', expected }));
    }
    const reading = inspect(parse(source).ast, { form: this.definition.form.schema, data: this.definition.data });
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

  private check(source: string, signal: string | undefined): TypeCheckResult {
    try {
      return this.environmentOf(signal).check(withDoubles(source));
    } catch (error) {
      if (error instanceof ParseError) return { valid: false, error };
      throw error;
    }
  }

  addText(text: Text, pointer: string, signal?: string): void {
    for (const source of placeholdersOf(text)) this.add(source, pointer, 'any', signal);
  }

  addDue(due: Due, pointer: string): void {
    if (isInstant(due)) this.add(due.at, `${pointer}/at`, 'timestamp');
  }
}
