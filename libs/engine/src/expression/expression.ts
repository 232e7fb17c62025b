import type { Fields, Json } from '../run/state.ts';
import { parse, type Values } from './language.ts';

/** A checked expression, ready to be evaluated against plain JSON. */
export interface CompiledExpression {
  readonly source: string;
  /** The facts it needs; whoever evaluates provides them first. */
  readonly facts: readonly string[];
  /** @throws EvaluationError when the values do not fit, for example an index beyond the end of a list. */
  readonly evaluate: (values: Values) => unknown;
}

export function compileExpression(source: string, facts: Iterable<string>): CompiledExpression {
  const parsed = parse(source);
  return { source, facts: [...facts], evaluate: (values) => parsed(values) as unknown };
}

/** What an expression yields, as JSON: CEL's whole numbers become numbers, its instants ISO 8601 strings. */
export function toJson(value: unknown): Json {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return toJson(Object.fromEntries(value));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item)])) satisfies Fields;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}
