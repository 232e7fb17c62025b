import { z } from 'zod';
import { Definition } from './definition.ts';

/** The definition document as JSON Schema 2020-12, for editors and for other tools. */
export function schemaOfDefinition(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(Definition, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: 'urn:shenpi:definition:1', ...rest };
}
