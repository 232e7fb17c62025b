import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';

export type Syntax = ParseResult['ast'];

/** Bounds that make every expression finish soon; lists are bounded by the form's `maxItems`. */
const limits = { maxAstNodes: 300, maxDepth: 24, maxListElements: 100, maxMapEntries: 50, maxCallArguments: 8 };

const toNumber = (value: unknown) => Number(value);

/**
 * CEL as this engine speaks it. A number of a form or a register is a `double`; comparing or reckoning with a whole
 * number literal is allowed. Besides CEL's own functions there are `sum(list)` and `text.like(pattern)`, the latter in
 * RE2, whose time is linear; CEL's `matches` is refused by `inspect` because it backtracks.
 */
function createLanguage(): Environment {
  const language = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false, limits });
  for (const [left, right] of [
    ['double', 'int'],
    ['int', 'double'],
  ] as const) {
    language
      .registerOperator(`${left} + ${right}`, (a: unknown, b: unknown) => toNumber(a) + toNumber(b))
      .registerOperator(`${left} - ${right}`, (a: unknown, b: unknown) => toNumber(a) - toNumber(b))
      .registerOperator(`${left} * ${right}`, (a: unknown, b: unknown) => toNumber(a) * toNumber(b))
      .registerOperator(`${left} / ${right}`, (a: unknown, b: unknown) => toNumber(a) / toNumber(b));
  }
  return language
    .registerOperator('double == int', (a: unknown, b: unknown) => toNumber(a) === toNumber(b))
    .registerFunction('sum(list<dyn>): double', (values: unknown[]) =>
      values.reduce<number>((total, value) => total + toNumber(value), 0),
    )
    .registerFunction('string.like(string): bool', (value: string, pattern: string) =>
      RE2JS.compile(pattern).matcher(value).find(),
    );
}

/** The language without variables. Frozen by the first `clone()`. */
export const language = createLanguage();

const variables = ['form', 'data', 'facts', 'subject', 'instance', 'signal', 'now'] as const;
export type Values = Readonly<Partial<Record<(typeof variables)[number], unknown>>>;

/**
 * Evaluation knows no types: checking has been done against the declared ones (`check.ts`), and plain JSON passes
 * through without being copied into typed wrappers.
 */
const evaluator = variables.reduce((environment, name) => environment.registerVariable(name, 'dyn'), language.clone());

export const parse = (source: string): ParseResult => evaluator.parse(source);
