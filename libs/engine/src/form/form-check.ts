import { type OutputUnit, type Schema, Validator } from '@cfworker/json-schema';
import { RE2JS } from 're2js';
import type { SchemaNode } from '../definition/form.ts';
import type { FieldProblem } from '../run/refusal.ts';
import type { Fields, Json } from '../run/state.ts';

/** What one keyword of JSON Schema means to the person who filled in the form. */
const codes: Readonly<Record<string, FieldProblem['code']>> = {
  required: 'required',
  type: 'type',
  false: 'unknown',
  oneOf: 'choice',
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  minItems: 'too-few',
  maxItems: 'too-many',
  uniqueItems: 'not-unique',
  format: 'format',
  multipleOf: 'not-a-multiple',
};

/** Checks the fields of one form schema. */
export interface FormCheck {
  /** Everything that keeps the form from being complete. */
  readonly complete: (fields: Fields) => readonly FieldProblem[];
  /** Only what is wrong with the fields that are there; for drafts. */
  readonly draft: (fields: Fields) => readonly FieldProblem[];
}

export function checkOf(schema: SchemaNode): FormCheck {
  const patterns = new Map<string, RE2JS>();
  const bare = withoutPatterns(schema, patterns);
  const complete = new Validator(bare as Schema, '2020-12', false);
  const draft = new Validator(withoutDemands(bare) as Schema, '2020-12', false);
  const run = (validator: Validator) => (fields: Fields) => [
    ...validator.validate(fields).errors.flatMap((error) => describe(error, schema, fields)),
    ...patternProblems(schema, fields, '', patterns),
  ];
  return { complete: run(complete), draft: run(draft) };
}

/** Patterns are matched by RE2 below: the validator's own regular expressions may take exponential time. */
function withoutPatterns<S extends SchemaNode>(schema: S, patterns: Map<string, RE2JS>): S {
  return mapSchema(schema, ({ pattern, ...rest }) => {
    if (pattern !== undefined && !patterns.has(pattern)) patterns.set(pattern, RE2JS.compile(pattern));
    return rest;
  });
}

const withoutDemands = <S extends SchemaNode>(schema: S): S =>
  mapSchema(schema, (node) => {
    const { required: _required, minItems: _minItems, minLength: _minLength, ...rest } = node as Record<string, unknown>;
    return rest;
  });

function mapSchema<S extends SchemaNode>(schema: S, change: (node: SchemaNode) => SchemaNode): S {
  const changed: Record<string, unknown> = { ...change(schema) };
  if (schema.properties) {
    changed.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, field]) => [name, mapSchema(field, change)]));
  }
  if (schema.items) changed.items = mapSchema(schema.items, change);
  return changed as S;
}

function describe(error: OutputUnit, schema: SchemaNode, fields: Fields): FieldProblem[] {
  const code = codes[error.keyword];
  if (code === undefined) return [];
  const path = error.instanceLocation.slice(1);
  const node = schemaAt(schema, path);
  if (code === 'required') {
    const value = valueAt(fields, path) as Fields;
    const missing = node?.required?.filter((name) => !Object.hasOwn(value, name)) ?? [];
    // The validator reports each missing name by itself; the first report of an object stands for them all.
    return error.error.includes(`"${missing[0]}"`) ? missing.map((name) => ({ path: `${path}/${name}`, code })) : [];
  }
  const expected = (node as Record<string, unknown> | undefined)?.[error.keyword];
  return [typeof expected === 'string' || typeof expected === 'number' ? { path, code, expected } : { path, code }];
}

const segments = (path: string): string[] => path.split('/').slice(1);

function schemaAt(schema: SchemaNode, path: string): SchemaNode | undefined {
  let node: SchemaNode | undefined = schema;
  for (const segment of segments(path)) node = node?.items ?? node?.properties?.[segment];
  return node;
}

function valueAt(fields: Fields, path: string): unknown {
  let value: unknown = fields;
  for (const segment of segments(path)) value = (value as Record<string, unknown>)[segment];
  return value;
}

function patternProblems(schema: SchemaNode, value: Json | undefined, path: string, patterns: ReadonlyMap<string, RE2JS>): FieldProblem[] {
  if (schema.pattern !== undefined && typeof value === 'string') {
    return patterns.get(schema.pattern)?.matcher(value).find() ? [] : [{ path, code: 'format' }];
  }
  if (schema.items && Array.isArray(value)) {
    const items = schema.items;
    return value.flatMap((item: Json, index) => patternProblems(items, item, `${path}/${index}`, patterns));
  }
  if (schema.properties && typeof value === 'object' && value !== null) {
    return Object.entries(schema.properties).flatMap(([name, field]) =>
      patternProblems(field, (value as Fields)[name], `${path}/${name}`, patterns),
    );
  }
  return [];
}
