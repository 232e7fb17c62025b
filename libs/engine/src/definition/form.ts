import { z } from 'zod';
import { Expression, Name } from './basics.ts';

/**
 * The part of JSON Schema 2020-12 that a form may use, so that a form stays a schema any tool can read. Keywords that
 * begin with `x-` are ours and change nothing for a validator that does not know them.
 */
const labels = {
  title: z.string().min(1).max(200),
  'x-en': z.string().min(1).max(200).exactOptional(),
  /** What helps to fill it in. */
  description: z.string().max(2000).exactOptional(),
  'x-en-help': z.string().max(2000).exactOptional(),
};
const itemLabels = { ...labels, title: labels.title.exactOptional() };
const ofForm = {
  ...labels,
  /** A calculated field: nobody types it, the engine fills it in whenever the form changes. */
  'x-calc': Expression.exactOptional(),
  /** The field applies only where this holds; where it does not, it has no value. Without it, the field always applies. */
  'x-shown': Expression.exactOptional(),
  /** The field is wanted where this holds, as if it were required there. */
  'x-required': Expression.exactOptional(),
};

const Choice = z.strictObject({
  const: z.string().max(200),
  title: z.string().min(1).max(200),
  'x-en': z.string().max(200).exactOptional(),
});

const text = {
  type: z.literal('string'),
  minLength: z.int().min(0).max(100_000).exactOptional(),
  maxLength: z.int().min(0).max(100_000).exactOptional(),
  /** RE2 syntax: matching takes linear time whatever is typed. */
  pattern: z.string().max(500).exactOptional(),
  format: z.enum(['date', 'date-time', 'email', 'uri']).exactOptional(),
  oneOf: z.array(Choice).min(1).max(500).exactOptional(),
  /** What the text stands for: a file's id, or an entry of a register. */
  'x-kind': z.enum(['file', 'reference']).exactOptional(),
  'x-register': z.string().max(60).exactOptional(),
};
const number = {
  type: z.enum(['number', 'integer']),
  minimum: z.number().exactOptional(),
  maximum: z.number().exactOptional(),
  exclusiveMinimum: z.number().exactOptional(),
  multipleOf: z.number().positive().exactOptional(),
  'x-unit': z.string().max(20).exactOptional(),
};

/** One value of a form, or of anything that is shaped like one. */
export const Scalar = z.discriminatedUnion('type', [
  z.strictObject({ ...labels, ...text }),
  z.strictObject({ ...labels, ...number }),
  z.strictObject({ ...labels, type: z.literal('boolean') }),
]);

export const Line = z
  .strictObject({
    type: z.literal('object'),
    properties: z.record(Name, Scalar),
    required: z.array(Name).exactOptional(),
    additionalProperties: z.literal(false),
  })
  .meta({ id: 'Line', description: 'A line of a table.' });
export type Line = z.infer<typeof Line>;

const list = {
  type: z.literal('array'),
  items: z.discriminatedUnion('type', [z.strictObject({ ...itemLabels, ...text }), z.strictObject({ ...itemLabels, ...number }), Line]),
  minItems: z.int().min(0).max(1000).exactOptional(),
  maxItems: z.int().min(1).max(1000),
  uniqueItems: z.boolean().exactOptional(),
};

const FormField = z
  .discriminatedUnion('type', [
    z.strictObject({ ...ofForm, ...text }),
    z.strictObject({ ...ofForm, ...number }),
    z.strictObject({ ...ofForm, type: z.literal('boolean') }),
    z.strictObject({ ...ofForm, ...list }),
  ])
  .meta({
    id: 'FormField',
    description: 'A field of a form, or one that is calculated from the others; it may apply, or be wanted, on a condition.',
  });
export type FormField = z.infer<typeof FormField>;

const DataField = z
  .discriminatedUnion('type', [...Scalar.options, z.strictObject({ ...labels, ...list })])
  .meta({ id: 'DataField', description: 'A value that is kept and that nothing calculates.' });

const record = <F extends z.ZodType>(field: F) =>
  z.strictObject({
    type: z.literal('object'),
    properties: z.record(Name, field),
    required: z.array(Name).max(200).exactOptional(),
    additionalProperties: z.literal(false),
  });

/** The fields of a form. */
export const FormSchema = record(FormField).meta({
  id: 'FormSchema',
  description: 'The fields of a form, as the part of JSON Schema a form may use.',
});
export type FormSchema = z.infer<typeof FormSchema>;

/** Fields that nothing calculates: what a case remembers, what a signal carries. */
export const DataSchema = record(DataField).meta({ id: 'DataSchema', description: 'What a case remembers or a signal carries.' });
export type DataSchema = z.infer<typeof DataSchema>;

/** The fields that a complete form has whatever is filled in: those that are required and always apply. */
export const alwaysThere = ({ properties, required = [] }: Pick<FormSchema, 'properties' | 'required'>): readonly string[] =>
  required.filter((name) => properties[name]?.['x-shown'] === undefined);

/** Any part of such a schema, for code that walks them all alike. */
export interface SchemaNode {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly required?: readonly string[];
  readonly pattern?: string;
}

export const Form = z
  .strictObject({
    schema: FormSchema,
    /** Layout hints in the shape of react-jsonschema-form's uiSchema. The engine does not read them. */
    ui: z.record(z.string(), z.unknown()).exactOptional(),
  })
  .meta({ id: 'Form', description: 'The form’s fields and how they are laid out.' });
export type Form = z.infer<typeof Form>;
