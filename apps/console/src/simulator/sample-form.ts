import type { FieldSchema, FormDocument } from '../case/form-fields.ts';

const sampleFile = { const: 'sample-file', title: '示例附件', 'x-en': 'A sample file' } as const;

/** A form as it is tried: in place of a file, that there is one. Nothing is sent anywhere. */
export function triedForm({ schema, ui }: FormDocument): FormDocument {
  const { properties = {}, ...rest } = schema as FieldSchema;
  return { schema: { ...rest, properties: mapped(properties) }, ui };
}

const mapped = (properties: Readonly<Record<string, FieldSchema>>): Record<string, FieldSchema> =>
  Object.fromEntries(Object.entries(properties).map(([name, field]) => [name, withoutFiles(field)]));

function withoutFiles(field: FieldSchema): FieldSchema {
  const { 'x-kind': kind, ...rest } = field;
  if (kind === 'file') return { ...rest, oneOf: [sampleFile] };
  return {
    ...field,
    ...(field.items && { items: withoutFiles(field.items) }),
    ...(field.properties && { properties: mapped(field.properties) }),
  };
}
