import { EvaluationError } from '@marcbachmann/cel-js';
import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import type { Form, FormField, Line } from '../definition/form.ts';
import { compileExpression, toJson } from '../expression/expression.ts';
import type { Values } from '../expression/language.ts';
import { inWords } from '../expression/said.ts';
import { fillIn } from '../expression/template.ts';
import type { Member, Scope } from '../expression/variables.ts';
import type { Fields, Instant, Json } from '../run/state.ts';
import { sampleOf } from '../simulate/samples.ts';
import { expressionsIn, type Placed, problemsIn } from './placed.ts';
import { type Read, readsOf } from './reads.ts';

/** What an expression came to with sample values, or why it came to nothing. */
export type TrialResult = { readonly kind: 'yielded'; readonly value: Json } | { readonly kind: 'failed'; readonly reason: Required<Text> };

/** An expression to be tried: a form of what it reads, filled in with samples, and what it comes to with such a form. */
export interface Trial {
  readonly form: Form;
  readonly samples: Fields;
  readonly run: (fields: Fields) => TrialResult;
}

/** Undefined while there is something wrong with it. @param now the present, where no example says when it was */
export function trialOf(written: string, placed: Placed, now: Instant): Trial | undefined {
  const sources = expressionsIn(written, placed.place).map(({ from, to }) => written.slice(from, to));
  if (written.trim() === '' || sources.includes('') || problemsIn(written, placed).length > 0) return undefined;
  const reads = sources.flatMap((source) => readsOf(source, placed.scope));
  const asked = new Map(reads.map((read) => [nameOf(read), { read, field: fieldOf(read.member, placed.scope) }]));
  const properties = Object.fromEntries([...asked].map(([name, { field }]) => [name, field]));
  const required = [...asked].filter(([, { read }]) => !read.member.isOptional).map(([name]) => name);
  const known = exampleValues(placed.definition);
  const samples = [...asked].map(([name, { read, field }]) => [name, known(read.path) ?? sampleOf(field, now)] as const);
  return {
    form: { schema: { type: 'object', properties, required, additionalProperties: false }, ui: { 'ui:order': [...asked.keys()] } },
    samples: Object.fromEntries(samples),
    run: (fields) => tried(written, placed, valuesOf(reads, fields)),
  };
}

const nameOf = ({ path }: Read): string => path.join('_');

/** A field in which a value can be typed, whatever is special about the real one. */
function fieldOf(member: Member, scope: Scope): FormField {
  if (member.field === undefined) return typedField(member, scope);
  const {
    'x-calc': _calc,
    'x-shown': _shown,
    'x-required': _required,
    'x-kind': _kind,
    'x-register': _register,
    ...plain
  } = member.field as Extract<FormField, { type: 'string' }>;
  return plain;
}

function typedField({ name, type, title: { zh, en } = { zh: name } }: Member, scope: Scope): FormField {
  const titled = { title: zh, ...(en !== undefined && { 'x-en': en }) };
  switch (type) {
    case 'bool':
      return { type: 'boolean', ...titled };
    case 'double':
      return { type: 'number', ...titled };
    case 'google.protobuf.Timestamp':
      return { type: 'string', format: 'date-time', ...titled };
    case 'list<string>':
      return { type: 'array', ...titled, items: { type: 'string', title: name }, maxItems: 50 };
    default: {
      const line = scope.members.get(/^list<(.*)>$/.exec(type)?.[1] ?? type);
      return line === undefined ? { type: 'string', ...titled } : { type: 'array', ...titled, items: lineOf(line, scope), maxItems: 50 };
    }
  }
}

function lineOf(members: readonly Member[], scope: Scope): Line {
  const properties = Object.fromEntries(members.map((member) => [member.name, fieldOf(member, scope)])) as Line['properties'];
  const required = members.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
  return { type: 'object', properties, required, additionalProperties: false };
}

/** What the first example that says something of it says. */
function exampleValues({ examples = [] }: Definition): (path: readonly string[]) => Json | undefined {
  const told = examples.map(({ at, facts, types = {}, moves }) => ({
    now: at,
    facts,
    subject: Object.fromEntries(Object.entries(types).map(([kind, type]) => [kind, { type }])),
    form: Object.assign({}, ...moves.map((move) => ('fields' in move ? move.fields : {}))) as Fields,
  }));
  return (path) => {
    for (const values of told) {
      const value = path.reduce<unknown>((from, name) => (from as Readonly<Record<string, unknown>> | undefined | null)?.[name], values);
      if (value !== undefined) return value as Json;
    }
    return undefined;
  };
}

/** The values as expressions read them, from a form that was filled in. */
function valuesOf(reads: readonly Read[], fields: Fields): Values {
  const values: Record<string, unknown> = {
    form: {},
    data: {},
    facts: {},
    subject: {},
    instance: {},
    signal: {},
    children: {},
    result: {},
  };
  for (const read of reads) {
    const value = fields[nameOf(read)];
    if (value !== undefined) place(values, read.path, revived(value, read.member));
  }
  return values;
}

function place(within: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) within[name] = value;
  else place((within[name] ??= {}) as Record<string, unknown>, rest, value);
}

const revived = (value: Json, { type }: Member): unknown => {
  if (type === 'google.protobuf.Timestamp' && typeof value === 'string') return new Date(value);
  // One item of a table is filled in as the first line of one.
  return Array.isArray(value) && !type.startsWith('list<') ? value[0] : value;
};

function tried(written: string, { place: { isText } }: Placed, values: Values): TrialResult {
  const evaluate = (source: string): unknown => compileExpression(source, []).evaluate(values);
  try {
    return { kind: 'yielded', value: isText ? fillIn({ zh: written }, evaluate).zh : toJson(evaluate(written)) };
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return { kind: 'failed', reason: inWords(error.summary) };
  }
}
