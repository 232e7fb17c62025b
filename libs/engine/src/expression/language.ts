import { Environment, type ParseResult } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';

export type Syntax = ParseResult['ast'];

/** Bounds that make every expression finish soon; lists are bounded by the form's `maxItems`. */
const limits = { maxAstNodes: 300, maxDepth: 24, maxListElements: 100, maxMapEntries: 50, maxCallArguments: 8 };

const toNumber = (value: unknown) => Number(value);
const sumOf = (values: readonly unknown[]) => values.reduce<number>((total, value) => total + toNumber(value), 0);

/**
 * CEL as this engine speaks it. A number is a `double`, written with or without a point (`withDoubles`). Besides CEL's
 * own functions there are `sum(list)` and `text.like(pattern)`, the latter in RE2, whose time is linear; CEL's `matches`
 * is refused by `inspect` because it backtracks.
 */
function createLanguage(): Environment {
  const language = new Environment({ enableOptionalTypes: true, homogeneousAggregateLiterals: false, limits });
  // What CEL counts, such as size(), is an int; it may be compared and reckoned with any other number.
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
    .registerFunction('sum(list<double>): double', sumOf)
    .registerFunction('string.like(string): bool', (value: string, pattern: string) => RE2JS.compile(pattern).matcher(value).find());
}

/** The language without variables. Frozen by the first `clone()`. */
export const language = createLanguage();

const variables = ['form', 'data', 'facts', 'subject', 'instance', 'signal', 'children', 'item', 'result', 'now'] as const;
export type Values = Readonly<Partial<Record<(typeof variables)[number], unknown>>>;

/**
 * Evaluation knows no types: checking has been done against the declared ones (`check.ts`), and plain JSON passes
 * through without being copied into typed wrappers.
 */
const evaluator = variables.reduce((environment, name) => environment.registerVariable(name, 'dyn'), language.clone());

export const parse = (source: string): ParseResult => evaluator.parse(inDoubles(source).written);

/** The syntax of an expression as it is written, with its places. @throws ParseError */
export const syntaxOf = (source: string): Syntax => evaluator.parse(source).ast;

/** An expression as it is checked and evaluated, and where in the original a place of it is. */
export interface Doubled {
  readonly written: string;
  readonly original: (at: number) => number;
}

/**
 * Writes `5` as `5.0` wherever a number is reckoned with, so that a rule may say `form.amount - 5 == 1` of a field whose
 * values are doubles. Positions and counts (`list[0]`, `text.substring(1)`) stay whole.
 * @throws ParseError
 */
export function inDoubles(source: string): Doubled {
  const literals = wholeLiterals(syntaxOf(source)).toSorted((a, b) => a.start - b.start);
  let written = '';
  let end = 0;
  const grown: { readonly from: number; readonly by: number }[] = [];
  for (const { start, end: after, value } of literals) {
    written += `${source.slice(end, start)}${value}.0`;
    grown.push({ from: written.length, by: written.length - after });
    end = after;
  }
  const original = (at: number): number => at - (grown.findLast(({ from }) => from <= at)?.by ?? 0);
  return { written: written + source.slice(end), original };
}

interface Literal {
  readonly start: number;
  readonly end: number;
  readonly value: bigint;
}

function wholeLiterals(node: Syntax, isWhole = false): Literal[] {
  if (node.op === 'value') {
    return typeof node.args === 'bigint' && !isWhole ? [{ start: node.start, end: node.end, value: node.args }] : [];
  }
  const takesWhole = node.op === '[]' || node.op === '[?]' || node.op === 'call' || node.op === 'rcall';
  return operands(node).flatMap((operand) => wholeLiterals(operand, takesWhole));
}

/** The nodes directly below one, in the order they are written. */
export function operands(node: Syntax): Syntax[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'map':
      return node.args.flat();
    case 'list':
      return node.args;
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}
