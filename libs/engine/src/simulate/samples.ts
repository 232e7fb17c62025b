import type { FormField, FormSchema } from '../definition/form.ts';
import { checkOf } from '../form/form-check.ts';
import { reckonedAlone, settled, wantedIn } from '../form/settled.ts';
import type { Fields, Instant, Json } from '../run/state.ts';
import type { Workflow } from '../workflow.ts';

type Node = FormField | Extract<FormField, { type: 'array' }>['items'];

/** Values that the fields take; what is calculated is left out. */
export function samplesOf(properties: FormSchema['properties'], names: readonly string[], at: Instant): Fields {
  const made = names.flatMap((name) => {
    const field = properties[name];
    return field === undefined || field['x-calc'] !== undefined ? [] : [[name, sampleOf(field, at)] as const];
  });
  return Object.fromEntries(made);
}

interface Filling {
  /** Fields that have to have a value wherever they apply. */
  readonly wanted: readonly string[];
  /** What is written besides, and what stands there already. */
  readonly supposed: Fields;
  readonly filled: Fields;
  readonly isOwn: (name: string) => boolean;
  readonly at: Instant;
}

/**
 * What somebody may write so that a form is complete, as far as it is theirs, with what it is supposed to say: so that a process can be
 * tried without filling in all of it. What does not apply then is left out.
 */
export function sampleFilling({ definition, plan }: Workflow, { wanted, supposed, filled, isOwn, at }: Filling): Fields {
  const { required = [], properties } = definition.form.schema;
  const always = [...required, ...wanted];
  const given = { ...filled, ...supposed };
  const names = [...new Set([...always, ...plan.wanted.keys()])].filter((name) => given[name] === undefined && isOwn(name));
  const written = { ...samplesOf(properties, names, at), ...supposed };
  const { fields, absent } = settled(plan, { ...filled, ...written }, reckonedAlone);
  const asked = new Set([...always, ...Object.keys(supposed), ...wantedIn(plan, fields, absent)]);
  return Object.fromEntries(Object.entries(written).filter(([name]) => asked.has(name) && !absent.has(name)));
}

/** A value that a field takes; where no sample of ours fits it, the nearest. */
export function sampleOf(field: Node, at: Instant): Json {
  const fits = fitOf(field);
  const candidates = candidatesOf(field, at);
  return candidates.find(fits) ?? candidates[0] ?? '';
}

/** Of a table there are as many lines as it asks for, and one at least. */
function candidatesOf(field: Node, at: Instant): readonly Json[] {
  switch (field.type) {
    case 'boolean':
      return [true];
    case 'number':
    case 'integer':
      return numbers(field, at);
    case 'string':
      return texts(field, at);
    case 'object':
      return [Object.fromEntries(Object.entries(field.properties).map(([name, column]) => [name, sampleOf(column, at)]))];
    case 'array': {
      const { items, minItems = 1, uniqueItems } = field;
      const count = Math.max(1, minItems);
      const several = items.type === 'object' ? [] : candidatesOf(items, at).filter(fitOf(items));
      const lines = Array.from({ length: count }, (_, index) => (uniqueItems === true ? several[index] : undefined) ?? sampleOf(items, at));
      return [lines];
    }
  }
}

function numbers(
  { minimum, exclusiveMinimum, maximum, multipleOf = 1 }: Extract<Node, { type: 'number' | 'integer' }>,
  at: Instant,
): number[] {
  const least = minimum ?? (exclusiveMinimum === undefined ? 1 : exclusiveMinimum + multipleOf);
  return [...(least > 1900 ? [Number(at.slice(0, 4))] : []), Math.max(1, least), maximum ?? least, least];
}

function texts(field: Extract<Node, { type: 'string' }>, at: Instant): string[] {
  if (field.oneOf !== undefined) return field.oneOf.map((choice) => choice.const);
  if (field.format === 'date') return [at.slice(0, 10)];
  if (field.format === 'date-time') return [at];
  if (field.format === 'email') return ['somebody@example.com'];
  if (field.format === 'uri') return ['https://example.com/'];
  if (field['x-kind'] === 'file') return ['sample-file'];
  if (field['x-kind'] === 'reference') return ['X001', '001'];
  const words = [
    '示例',
    at.slice(0, 7),
    at.slice(0, 4),
    at.slice(0, 10),
    '1',
    '100',
    'A1',
    'X001',
    'a',
    '13800000000',
    '330102199001010000',
  ];
  return [...words, '示例'.repeat(Math.ceil((field.minLength ?? 0) / 2)), '例'.repeat(field.maxLength ?? 1)];
}

function fitOf(field: Node): (value: Json) => boolean {
  const check = checkOf({ type: 'object', properties: { field } });
  return (value) => check.complete({ field: value }).length === 0;
}
