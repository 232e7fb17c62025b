import { z } from 'zod';
import { Definition } from '#engine';

/** The definition document as JSON Schema 2020-12, for editors and for other tools. */
export function definitionSchema(): string {
  const schema = z.toJSONSchema(Definition, { target: 'draft-2020-12', io: 'input' });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, $id: 'urn:shenpi:definition:1', ...rest }, null, 2)}\n`;
}
