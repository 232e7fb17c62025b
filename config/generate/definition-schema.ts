import { schemaOfDefinition } from '#engine';

/** The definition document as JSON Schema, as a file. */
export const definitionSchema = (): string => `${JSON.stringify(schemaOfDefinition(), null, 2)}\n`;
