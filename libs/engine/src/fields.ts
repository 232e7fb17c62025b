import type { Form, FormField, Line } from './definition/form.ts';

type Text = Extract<FormField, { type: 'string' }>;
type Number = Extract<FormField, { type: 'number' | 'integer' }>;
type List = Extract<FormField, { type: 'array' }>;
type Options<F> = Partial<Omit<F, 'type' | 'title' | 'x-en'>>;

/** A label in Chinese and English, written as a pair where forms are written by the dozen. */
type Label = readonly [zh: string, en: string];
const labelled = ([title, en]: Label) => ({ title, 'x-en': en });

const maxText = 2000;

/** The kinds of field the forms of the pilot are made of; each is a piece of plain JSON Schema. */
export const field = {
  text: (label: Label, options: Options<Text> = {}): Text => ({
    type: 'string',
    ...labelled(label),
    maxLength: maxText,
    ...options,
  }),
  date: (label: Label): Text => ({ type: 'string', ...labelled(label), format: 'date' }),
  /** A month such as `2024-05`. */
  month: (label: Label): Text => ({ type: 'string', ...labelled(label), pattern: '^\\d{4}-(0[1-9]|1[0-2])$' }),
  choice: (label: Label, choices: Readonly<Record<string, Label>>): Text => ({
    type: 'string',
    ...labelled(label),
    oneOf: Object.entries(choices).map(([value, [title, en]]) => ({ const: value, title, 'x-en': en })),
  }),
  /** An entry of a register, by its key there. */
  reference: (label: Label, register: string): Text => ({
    type: 'string',
    ...labelled(label),
    maxLength: 100,
    'x-kind': 'reference',
    'x-register': register,
  }),
  /** An attachment's id. */
  file: (label: Label): Text => ({ type: 'string', ...labelled(label), maxLength: 100, 'x-kind': 'file' }),
  whole: (label: Label, options: Options<Number> = {}): Number => ({ type: 'integer', ...labelled(label), ...options }),
  money: (label: Label, options: Options<Number> = {}): Number => ({
    type: 'number',
    ...labelled(label),
    minimum: 0,
    multipleOf: 0.01,
    'x-unit': '元',
    ...options,
  }),
  /** A share from 0 to 1. */
  share: (label: Label, options: Options<Number> = {}): Number => ({
    type: 'number',
    ...labelled(label),
    minimum: 0,
    maximum: 1,
    ...options,
  }),
  yesNo: (label: Label): FormField => ({ type: 'boolean', ...labelled(label) }),
  list: (label: Label, items: Omit<Text, 'title' | 'x-en'> | Text, options: Options<List> = {}): List => ({
    type: 'array',
    ...labelled(label),
    maxItems: 50,
    uniqueItems: true,
    ...options,
    items,
  }),
  table: (label: Label, columns: Line['properties'], options: Options<List> & { required?: string[] } = {}): List => {
    const { required = [], ...rest } = options;
    const items: Line = { type: 'object', properties: columns, required, additionalProperties: false };
    return { type: 'array', ...labelled(label), maxItems: 200, ...rest, items };
  },
} as const;

/** A form of these fields, shown in the order they are written in: an object kept as JSON forgets its own. */
export const formOf = <const Fields extends string>(
  properties: Record<Fields, FormField>,
  required: readonly NoInfer<Fields>[],
): Omit<Form, 'schema'> & { schema: Omit<Form['schema'], 'properties'> & { properties: Record<Fields, FormField> } } => ({
  schema: { type: 'object', properties, required: [...required], additionalProperties: false },
  ui: { 'ui:order': Object.keys(properties) },
});
