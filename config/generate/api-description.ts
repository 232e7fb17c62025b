import 'reflect-metadata';
import { apiDocument } from '../../apps/server/src/openapi.ts';

/** The HTTP interface as OpenAPI 3.0, read from the controllers. */
export const apiDescription = async (): Promise<string> => `${JSON.stringify(await apiDocument(), null, 2)}\n`;
