import type { components } from '../api/schema.d.ts';
import type { Text } from '../words/language.ts';

export type Case = components['schemas']['Instance'];
export type OwnTask = components['schemas']['OwnTask'];

/** One field of a form, or one column of a table, as the part of JSON Schema that forms are made of. */
export interface FieldSchema {
  readonly type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  readonly title?: string;
  readonly 'x-en'?: string;
  readonly description?: string;
  /** The same in English. */
  readonly 'x-en-help'?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly oneOf?: readonly { readonly const: string; readonly title: string; readonly 'x-en'?: string }[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly 'x-kind'?: 'file' | 'reference';
  readonly 'x-register'?: string;
  readonly 'x-unit'?: string;
  readonly 'x-calc'?: string;
  readonly 'x-shown'?: string;
  readonly 'x-required'?: string;
}

/** A form's fields and how they are laid out, as definitions have them. */
export interface FormDocument {
  readonly schema?: unknown;
  readonly ui?: unknown;
}

export interface Field {
  readonly name: string;
  readonly title: Text;
  readonly schema: FieldSchema;
}

export const titleOf = (name: string, { title = name, 'x-en': en }: FieldSchema): Text => ({ zh: title, en });

/** The fields of a form, in the order the form was written in. */
export function fieldsOf({ schema, ui }: FormDocument): Field[] {
  const { properties = {} } = schema as FieldSchema;
  const order = (ui as { 'ui:order'?: readonly string[] } | undefined)?.['ui:order'] ?? [];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return Object.entries(properties)
    .map(([name, field]) => ({ name, title: titleOf(name, field), schema: field }))
    .toSorted((left, right) => place(left.name) - place(right.name));
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** A share from 0 to 1, by what its field allows. */
export const isShare = ({ type, minimum, maximum }: FieldSchema): boolean => type === 'number' && minimum === 0 && maximum === 1;

/** Texts of many lines, and tables, need the whole width. What is written by a pattern, such as a document's number, is short. */
export const isLong = ({ type, items, maxLength = 0, oneOf, format, pattern, 'x-kind': kind }: FieldSchema): boolean =>
  items?.type === 'object' ||
  (type === 'string' && maxLength > 200 && [oneOf, format, pattern, kind].every((narrower) => narrower === undefined));
