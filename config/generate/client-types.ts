import openapiTypes, { astToString } from 'openapi-typescript';
import { apiDescription } from './api-description.ts';

/** The HTTP interface as types, for the console's client. */
export async function clientTypes(): Promise<string> {
  const document = JSON.parse(await apiDescription()) as Parameters<typeof openapiTypes>[0];
  return `// Made from apps/server/openapi.json by \`npm run generate\`.\n${astToString(await openapiTypes(document))}`;
}
