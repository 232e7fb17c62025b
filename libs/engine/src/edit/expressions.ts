import { ExpressionPlaces } from '../compile/check/expression-places.ts';
import type { Definition } from '../definition/definition.ts';
import { macros } from '../expression/inspect.ts';
import { operands, type Syntax, syntaxOf } from '../expression/language.ts';
import { tokensOf } from '../expression/tokens.ts';
import { pointerTo } from '../problem.ts';

/** Every expression of a definition anew, those in the braces of texts among them; nothing else. */
export function withExpressions(definition: Definition, change: (source: string) => string): Definition {
  const places = new ExpressionPlaces(definition, {});
  const visit = (value: unknown, pointer: string, isText: boolean): unknown => {
    const place = places.at(pointer);
    if (typeof value === 'string') {
      if (isText) return value.replace(/\{([^{}]+)\}/g, (_, source: string) => `{${change(source)}}`);
      return place?.isText === false ? change(value) : value;
    }
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${pointer}${pointerTo(index)}`, false));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, visit(inner, `${pointer}${pointerTo(key)}`, place?.isText === true)]),
    );
  };
  return visit(definition, '', false) as Definition;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** An expression that reads a member of a variable by another name: `form.a`, `form.?a`, `form["a"]`, and nothing that only looks alike. */
export function renamedReads(source: string, variable: string, from: string, to: string): string {
  const spans = namesIn(source, variable, from).toSorted((one, other) => other.from - one.from);
  return spans.reduce((written, span) => `${written.slice(0, span.from)}${to}${written.slice(span.to)}`, source);
}

/** Where the member is named, by the expression's syntax; by its pieces, while it is not one yet. */
function namesIn(source: string, variable: string, name: string): readonly Span[] {
  let root: Syntax;
  try {
    root = syntaxOf(source);
  } catch {
    return namesAmongPieces(source, variable, name);
  }
  const found: Span[] = [];
  const walk = (node: Syntax): void => {
    const span = nameAt(node, variable, name);
    if (span !== undefined) found.push(span);
    if (node.op === 'rcall' && macros.has(node.args[0])) {
      const [, list, [bound, ...bodies]] = node.args;
      walk(list);
      // Inside, the name may stand for an item of the list.
      if (bound?.op !== 'id' || bound.args !== variable) for (const body of bodies) walk(body);
    } else for (const operand of operands(node)) walk(operand);
  };
  walk(root);
  return found;
}

function nameAt(node: Syntax, variable: string, name: string): Span | undefined {
  if (node.op === '.' || node.op === '.?') {
    const [of, member] = node.args;
    return of.op === 'id' && of.args === variable && member === name ? { from: node.end - name.length, to: node.end } : undefined;
  }
  if (node.op !== '[]' && node.op !== '[?]') return undefined;
  const [of, index] = node.args;
  const isNamed = of.op === 'id' && of.args === variable && index.op === 'value' && index.args === name;
  return isNamed ? { from: index.start + 1, to: index.end - 1 } : undefined;
}

function namesAmongPieces(source: string, variable: string, name: string): readonly Span[] {
  const tokens = tokensOf(source);
  return tokens.flatMap((token, index) => {
    const isOptional = tokens[index - 1]?.written === '?';
    const dot = isOptional ? index - 2 : index - 1;
    const isRead = tokens[dot]?.written === '.' && tokens[dot - 1]?.written === variable && tokens[dot - 2]?.written !== '.';
    return token.kind === 'name' && token.written === name && isRead ? [token] : [];
  });
}
