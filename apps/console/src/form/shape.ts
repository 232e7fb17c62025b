import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import { type Field, type FieldSchema, type FormDocument, fieldsOf, isLong, isShare, type OwnTask } from '../case/form-fields.ts';
import { type Language, textIn } from '../words/text.ts';
import type { Follows } from './conditions.ts';

export type Access = OwnTask['access'];

/** A form as react-jsonschema-form draws it, in one language: what may be filled in here, and what is reckoned from it. */
export interface Shape {
  readonly schema: RJSFSchema & FieldSchema;
  readonly ui: UiSchema;
}

const unconditional: Pick<Follows, 'absent' | 'wanted'> = { absent: new Set(), wanted: new Set() };

const months = '^\\d{4}-(0[1-9]|1[0-2])$';

/** The widget for a field, by what its schema says it holds. */
function widgetOf(schema: FieldSchema): string {
  if (schema['x-calc'] !== undefined) return 'calculated';
  if (schema.type === 'array') return 'several';
  if (schema.type === 'boolean') return 'yesNo';
  if (schema.type !== 'string') return isShare(schema) ? 'share' : 'figure';
  return textWidgetOf(schema);
}

function textWidgetOf(schema: FieldSchema): string {
  if (schema['x-kind'] === 'file') return 'file';
  if (schema['x-kind'] === 'reference' || schema.oneOf !== undefined) return 'choice';
  if (schema.format === 'date') return 'date';
  if (schema.pattern === months) return 'month';
  return isLong(schema) ? 'longText' : 'line';
}

function uiOf(schema: FieldSchema): UiSchema {
  if (schema.items?.type !== 'object') return { 'ui:widget': widgetOf(schema) };
  const columns = Object.entries(schema.items.properties ?? {}).map(([name, column]) => [name, cellOf(column)]);
  return { 'ui:options': { orderable: false, copyable: true }, items: Object.fromEntries(columns) as UiSchema };
}

/** A long text in a table begins with one row. */
function cellOf(column: FieldSchema): UiSchema {
  const widget = widgetOf(column);
  return { 'ui:widget': widget === 'longText' ? 'cellText' : widget };
}

/**
 * @param access what may be done with each field; fields that are only read, or hidden, are left out.
 * @param rules what follows from conditions: fields that do not apply are left out, too
 */
export function shapeOf(
  form: FormDocument,
  access: Access,
  language: Language,
  rules: Pick<Follows, 'absent' | 'wanted'> = unconditional,
): Shape {
  const all = fieldsOf(form).filter(({ name }) => !rules.absent.has(name));
  const written = all.filter(({ name, schema }) => isOwn(access[name]) && schema['x-calc'] === undefined);
  const own = all.filter((field) => written.includes(field) || isReckonedFrom(written, field));
  const isWanted = (name: string): boolean =>
    access[name] === 'required' || rules.wanted.has(name) || (form.schema as FieldSchema).required?.includes(name) === true;
  const properties = Object.fromEntries(own.map(({ name, schema }) => [name, inLanguage(schema, language)]));
  const required = written.filter(({ name }) => isWanted(name));
  return {
    schema: { type: 'object', properties, required: required.map(({ name }) => name) } as Shape['schema'],
    ui: Object.fromEntries(own.map(({ name, schema }) => [name, uiOf(schema)])),
  };
}

/** Facts are asked for by what is chosen from a register. */
function isReckonedFrom(written: readonly Field[], { schema: { 'x-calc': source = '' } }: Field): boolean {
  const names = new Set([...source.matchAll(/form\.\??(\w+)/g)].map(([, name]) => name));
  const needsFacts = source.includes('facts.');
  return written.some(({ name, schema }) => names.has(name) || (needsFacts && schema['x-kind'] === 'reference'));
}

export const isOwn = (access: Access[string] | undefined): boolean => access === 'write' || access === 'required';

function inLanguage(schema: FieldSchema, language: Language): FieldSchema {
  const { title, 'x-en': en, description, 'x-en-help': help, oneOf, items, properties } = schema;
  return {
    ...schema,
    ...(title !== undefined && { title: textIn(language, { zh: title, en }) }),
    ...(description !== undefined && { description: textIn(language, { zh: description, en: help }) }),
    ...(oneOf && { oneOf: oneOf.map((choice) => ({ ...choice, title: textIn(language, { zh: choice.title, en: choice['x-en'] }) })) }),
    ...(items && { items: inLanguage(items, language) }),
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, inLanguage(field, language)])),
    }),
  };
}
