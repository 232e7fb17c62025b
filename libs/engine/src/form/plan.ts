import type { FormField, FormSchema } from '../definition/form.ts';
import { compileExpression, toJson } from '../expression/expression.ts';
import { inspect } from '../expression/inspect.ts';
import { operands, type Syntax, syntaxOf } from '../expression/language.ts';
import type { Fields, Json } from '../run/state.ts';

/** Whether something holds of a form. What cannot be told yet, because what it reads is still empty, does not. */
export type Condition = (fields: Fields) => boolean;

/** How a calculated field is reckoned. */
export interface Calculation {
  readonly source: string;
  /** What it comes to, where it reads the form and nothing else; undefined while that cannot be told. */
  readonly alone?: (fields: Fields) => Json | undefined;
}

/** A field whose value follows from other fields: it is calculated, or it applies on a condition, or both. */
export interface FollowingField {
  readonly field: string;
  readonly applies: Condition;
  readonly calculation: Calculation | undefined;
}

/** In which order a form is gone through after it was changed. */
export interface FormPlan {
  /** Each after those that it reads, so that going through them once is enough. */
  readonly following: readonly FollowingField[];
  /** Fields that are wanted on a condition. */
  readonly wanted: ReadonlyMap<string, Condition>;
}

type Schema = Pick<FormSchema, 'properties'>;

const always: Condition = () => true;

/** @param schema one whose conditions and calculations are sound and run in no circle, as the compiler sees to */
export function planOf(schema: Schema): FormPlan {
  const fields = Object.entries(schema.properties);
  const following = fields.filter(([, field]) => field['x-calc'] !== undefined || field['x-shown'] !== undefined);
  const order = inOrder(
    following.map(([name]) => name),
    (name) => followed(schema, name),
  );
  return {
    following: order.map((name) => {
      const { 'x-calc': calculation, 'x-shown': shown } = schema.properties[name] as FormField;
      return {
        field: name,
        applies: shown === undefined ? always : conditionOf(shown),
        calculation: calculation === undefined ? undefined : calculationOf(calculation),
      };
    }),
    wanted: new Map(
      fields.flatMap(([name, { 'x-required': wanted }]) => (wanted === undefined ? [] : [[name, conditionOf(wanted)] as const])),
    ),
  };
}

function conditionOf(source: string): Condition {
  const value = valueOf(source);
  return (fields) => value(fields) === true;
}

const elsewhere: ReadonlySet<string> = new Set(['data', 'facts', 'subject', 'instance', 'now']);

function calculationOf(source: string): Calculation {
  return namesIn(syntaxOf(source)).some((name) => elsewhere.has(name)) ? { source } : { source, alone: valueOf(source) };
}

const namesIn = (node: Syntax): string[] => [...(node.op === 'id' ? [node.args] : []), ...operands(node).flatMap(namesIn)];

function valueOf(source: string): (fields: Fields) => Json | undefined {
  const { evaluate } = compileExpression(source, []);
  return (fields) => {
    try {
      return toJson(evaluate({ form: fields }));
    } catch {
      return undefined;
    }
  };
}

/** The fields that the value of one follows from. */
function followed(schema: Schema, name: string): readonly string[] {
  const { 'x-calc': calculation, 'x-shown': shown } = schema.properties[name] ?? {};
  return [shown, calculation].flatMap((source) => (source === undefined ? [] : fieldsRead(source)));
}

/** The fields of the form that an expression reads; none where it is not one. */
export function fieldsRead(source: string): readonly string[] {
  try {
    return [...inspect(syntaxOf(source), { form: { type: 'object', properties: {}, additionalProperties: false } }).formFields];
  } catch {
    return [];
  }
}

/** Each after those that it names, as far as those are to be put in order too. */
function inOrder(names: readonly string[], named: (name: string) => readonly string[]): string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name) || !names.includes(name)) return;
    seen.add(name);
    for (const other of named(name)) visit(other);
    found.add(name);
  };
  for (const name of names) visit(name);
  return [...found];
}

/** Fields that apply, or are calculated, by each other in a ring: none where there is no such ring, and each told of once. */
export function ringsIn(schema: Schema): readonly (readonly string[])[] {
  const rings: string[][] = [];
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): void => {
    const begun = trail.indexOf(name);
    if (begun >= 0) rings.push(trail.slice(begun));
    if (begun >= 0 || done.has(name)) return;
    for (const other of followed(schema, name)) if (other !== name) visit(other, [...trail, name]);
    done.add(name);
  };
  for (const name of Object.keys(schema.properties)) visit(name, []);
  return rings;
}
