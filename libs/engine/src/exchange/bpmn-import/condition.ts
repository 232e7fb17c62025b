/** A condition of BPMN as far as it is a comparison of variables with constants. */
export type Condition =
  | { readonly kind: 'compare'; readonly variable: string; readonly operator: Operator; readonly value: Constant }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] };

export type Constant = string | number | boolean;
type Operator = '==' | '!=' | '<' | '<=' | '>' | '>=';

const spelt: Readonly<Record<string, string>> = {
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  and: '&&',
  or: '||',
  not: '!',
  '===': '==',
  '!==': '!=',
};
const flipped: Readonly<Record<Operator, Operator>> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const isOperator = (token: string): token is Operator => Object.hasOwn(flipped, token);

const token =
  /\s*(?:(===?|!==?|<=?|>=?|&&|\|\||!|\(|\))|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*))/y;
const longest = 500;

/**
 * Reads `${approved == true && amount >= 1000}`, in the spelling of JUEL, FEEL's and CEL's simplest alike. Undefined for
 * whatever is more than that.
 */
export function readCondition(text: string): Condition | undefined {
  const bare = /^[$#]\{([^{}]*)\}$/.exec(text.trim())?.[1] ?? text.trim();
  const tokens = bare.length > longest ? undefined : tokensOf(bare);
  if (tokens === undefined) return undefined;
  const reader = new Reader(tokens);
  const read = reader.any();
  return reader.isAtEnd ? read : undefined;
}

function tokensOf(text: string): string[] | undefined {
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < text.trimEnd().length) {
    const found = token.exec(text);
    if (found === null) return undefined;
    const word = found[0].trim();
    tokens.push(Object.hasOwn(spelt, word) ? (spelt[word] ?? word) : word);
  }
  return tokens.length > 0 && tokens.length <= 60 ? tokens : undefined;
}

type Operand = { readonly variable: string } | { readonly value: Constant };

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.at === this.tokens.length;
  }

  any = (): Condition | undefined => this.joined('||', 'any', () => this.joined('&&', 'all', () => this.one()));

  private joined(by: string, kind: 'all' | 'any', next: () => Condition | undefined): Condition | undefined {
    const parts: (Condition | undefined)[] = [next()];
    while (this.took(by)) parts.push(next());
    const whole = parts.filter((part) => part !== undefined);
    if (whole.length < parts.length) return undefined;
    return whole.length === 1 ? whole[0] : { kind, of: whole };
  }

  private one(): Condition | undefined {
    if (this.took('!')) {
      const of = this.one();
      return of && { kind: 'not', of };
    }
    if (this.took('(')) {
      const inner = this.any();
      return this.took(')') ? inner : undefined;
    }
    return this.comparison();
  }

  private comparison(): Condition | undefined {
    const left = this.operand();
    const operator = this.tokens[this.at];
    if (left === undefined) return undefined;
    if (operator === undefined || !isOperator(operator)) {
      return 'variable' in left ? { kind: 'compare', variable: left.variable, operator: '==', value: true } : undefined;
    }
    this.at += 1;
    const right = this.operand();
    if (right === undefined) return undefined;
    if ('variable' in left && 'value' in right) return { kind: 'compare', variable: left.variable, operator, value: right.value };
    if ('value' in left && 'variable' in right) {
      return { kind: 'compare', variable: right.variable, operator: flipped[operator], value: left.value };
    }
    return undefined;
  }

  private operand(): Operand | undefined {
    const word = this.tokens[this.at];
    this.at += 1;
    if (word === undefined) return undefined;
    if (word === 'true' || word === 'false') return { value: word === 'true' };
    if (/^["']/.test(word)) return { value: word.slice(1, -1).replace(/\\(.)/g, '$1') };
    if (/^-?\d/.test(word)) return { value: Number(word) };
    if (word === 'null' || !/^[A-Za-z_]/.test(word)) return undefined;
    return { variable: word.replace(/^form\./, '') };
  }

  private took(word: string): boolean {
    if (this.tokens[this.at] !== word) return false;
    this.at += 1;
    return true;
  }
}

/** What a condition asks of one variable to be, and what it asks besides. */
export interface Asked {
  readonly variable: string;
  readonly value: Constant;
  readonly rest: readonly Condition[];
}

/** The one comparison for equality in a condition that a decision could be; nothing where there is none. */
export function askedOf(condition: Condition): Asked | undefined {
  const parts = condition.kind === 'all' ? condition.of : [condition];
  for (const [index, part] of parts.entries()) {
    const equal = equalityOf(part);
    if (equal !== undefined) return { ...equal, rest: parts.toSpliced(index, 1) };
  }
  return undefined;
}

function equalityOf(condition: Condition): Pick<Asked, 'variable' | 'value'> | undefined {
  if (condition.kind === 'not') {
    const inner = equalityOf(condition.of);
    return typeof inner?.value === 'boolean' ? { ...inner, value: !inner.value } : undefined;
  }
  if (condition.kind !== 'compare') return undefined;
  const { variable, operator, value } = condition;
  if (operator === '==') return { variable, value };
  return operator === '!=' && typeof value === 'boolean' ? { variable, value: !value } : undefined;
}

export function variablesIn(condition: Condition): { readonly variable: string; readonly value: Constant }[] {
  if (condition.kind === 'compare') return [condition];
  return condition.kind === 'not' ? variablesIn(condition.of) : condition.of.flatMap(variablesIn);
}

/** The condition as an expression over the form; a field that is not required may be missing, and then it does not hold. */
export function expressionOf(condition: Condition, fieldOf: (variable: string) => string): string {
  switch (condition.kind) {
    case 'compare': {
      const field = `form.${fieldOf(condition.variable)}`;
      return `(has(${field}) && ${field} ${condition.operator} ${JSON.stringify(condition.value)})`;
    }
    case 'not':
      return `!${expressionOf(condition.of, fieldOf)}`;
    case 'all':
    case 'any':
      return `(${condition.of.map((part) => expressionOf(part, fieldOf)).join(condition.kind === 'all' ? ' && ' : ' || ')})`;
  }
}
