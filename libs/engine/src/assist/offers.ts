import type { Text } from '../definition/basics.ts';
import { typeOf } from '../expression/check.ts';
import { macros } from '../expression/inspect.ts';
import { type Token, tokensOf } from '../expression/tokens.ts';
import type { Member, Scope } from '../expression/variables.ts';
import { typeWords } from '../expression/words.ts';
import { chainStart, isOperand, openLoops } from './chain.ts';
import { functionsOf, type OfferedFunction, signatureOf } from './functions.ts';
import { expressionsIn, type Placed } from './placed.ts';

/** Something that could be written next. */
export interface Offer {
  readonly kind: 'variable' | 'field' | 'function' | 'value' | 'word';
  /** As it is written. */
  readonly written: string;
  /** As it is listed, where that is not how it is written. */
  readonly listed?: string;
  /** The parameters a function wants, in order. */
  readonly parameters?: readonly string[];
  readonly type?: Required<Text>;
  readonly title?: Text | undefined;
  /** Whether it may be absent, so that an expression has to ask first. */
  readonly isOptional?: boolean;
}

export interface Offers {
  /** What they take the place of. */
  readonly from: number;
  readonly to: number;
  readonly offers: readonly Offer[];
}

/** What could be written at a position, in the order of how likely it is; nothing where no expression is. */
export function offersAt(written: string, position: number, { place, scope }: Placed): Offers | undefined {
  const span = expressionsIn(written, place).find(({ from, to }) => from <= position && position <= to);
  if (span === undefined) return undefined;
  const source = written.slice(span.from, span.to);
  const at = position - span.from;
  const tokens = tokensOf(source);
  const typed = tokens.find(({ kind, from, to }) => from < at && at <= to && (kind === 'name' || kind === 'word' || kind === 'text'));
  const before = tokens.filter(({ to }) => to <= (typed?.from ?? at));
  const offers = new Writing(source, before, looped(source, before, scope)).offers(typed);
  return { from: span.from + (typed?.from ?? at), to: span.from + (typed === undefined ? at : Math.max(at, typed.to)), offers };
}

/** The scope inside the list functions that are open. */
function looped(source: string, before: readonly Token[], outer: Scope): Scope {
  return openLoops(before, macros).reduce((scope, { variable, list }) => {
    const type = /^list<(.*)>$/.exec(typeOf(writtenOf(source, list), scope) ?? '')?.[1];
    if (type === undefined || scope.environment.hasVariable(variable)) return scope;
    const environment = scope.environment.clone().registerVariable(variable, type);
    const bound: Member = { name: variable, type, isOptional: false };
    return { environment, members: scope.members, variables: [bound, ...scope.variables] };
  }, outer);
}

const writtenOf = (source: string, tokens: readonly Token[]): string => source.slice(tokens[0]?.from ?? 0, tokens.at(-1)?.to ?? 0);

class Writing {
  private readonly last: Token | undefined;

  constructor(
    private readonly source: string,
    private readonly before: readonly Token[],
    private readonly scope: Scope,
  ) {
    this.last = before.at(-1);
  }

  offers(typed: Token | undefined): readonly Offer[] {
    const values = this.values();
    if (typed?.kind === 'text') return values;
    const dot = this.last?.written === '?' && this.before.at(-2)?.written === '.' ? -2 : -1;
    if (this.before.at(dot)?.written === '.') return this.membersOf(this.chain(this.before.length + dot));
    if (isOperand(this.last)) return operators;
    return [...values, ...this.scope.variables.map(variableOffer), ...functionsOf(undefined).map(functionOffer), ...words];
  }

  private chain(end: number): string {
    return writtenOf(this.source, this.before.slice(chainStart(this.before, end), end));
  }

  private membersOf(chain: string): readonly Offer[] {
    const type = chain === '' ? undefined : typeOf(chain, this.scope);
    if (type === undefined) return [];
    return [...(this.scope.members.get(type) ?? []).filter(isName).map(fieldOffer), ...functionsOf(type).map(functionOffer)];
  }

  /** What the field that is compared here may be. */
  private values(): readonly Offer[] {
    const end = this.compared();
    const field = end === undefined ? undefined : this.fieldBefore(end);
    if (field?.type !== 'string') return [];
    return (field.oneOf ?? []).map(({ const: value, title, 'x-en': en }) => ({
      kind: 'value',
      written: JSON.stringify(value),
      title: { zh: title, ...(en !== undefined && { en }) },
    }));
  }

  private fieldBefore(end: number): Member['field'] {
    const start = chainStart(this.before, end);
    const dot = this.before[end - 2]?.written === '?' ? end - 3 : end - 2;
    if (dot <= start) return undefined;
    const owner = typeOf(writtenOf(this.source, this.before.slice(start, dot)), this.scope);
    return this.scope.members.get(owner ?? '')?.find(({ name }) => name === this.before[end - 1]?.written)?.field;
  }

  /** The end of what stands before `==`, `!=` or `in [`. */
  private compared(): number | undefined {
    if (/^[=!]=$/.test(this.last?.written ?? '')) return this.before.length - 1;
    const list = this.before.findLastIndex(({ kind, written }) => kind === 'bracket' && written === '[');
    const isList =
      list > 0 &&
      this.before[list - 1]?.written === 'in' &&
      this.before.slice(list + 1).every(({ kind, written }) => kind === 'text' || written === ',');
    return isList ? list - 1 : undefined;
  }
}

const isName = ({ name }: Member): boolean => /^\w+$/.test(name);

const variableOffer = ({ name, type, title }: Member): Offer => ({
  kind: 'variable',
  written: name,
  title,
  ...(!type.startsWith('$') && { type: typeWords(type) }),
});
const fieldOffer = ({ name, type, title, isOptional }: Member): Offer => ({
  kind: 'field',
  written: name,
  title,
  isOptional,
  ...(!type.startsWith('$') && { type: typeWords(type) }),
});
const functionOffer = (offered: OfferedFunction): Offer => ({
  kind: 'function',
  written: offered.name,
  listed: signatureOf(offered),
  parameters: offered.parameters,
  type: typeWords(offered.yields),
  title: offered.title,
});
const word = (written: string, zh: string, en: string): Offer => ({ kind: 'word', written, title: { zh, en } });
const words = [word('true', '是', 'Yes'), word('false', '否', 'No')];
const operators = [
  word('==', '等于', 'is'),
  word('!=', '不等于', 'is not'),
  word('>=', '不小于', 'at least'),
  word('<=', '不大于', 'at most'),
  word('>', '大于', 'more than'),
  word('<', '小于', 'less than'),
  word('&&', '并且', 'and'),
  word('||', '或者', 'or'),
  word('in', '在列表之中', 'is one of'),
];
