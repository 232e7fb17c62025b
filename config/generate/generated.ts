import { apiDescription } from './api-description.ts';
import { clientTypes } from './client-types.ts';
import { configurationPage } from './configuration-page.ts';
import { definitionSchema } from './definition-schema.ts';

/** A file that is made from the code and committed, so that others can read it and a change to it is seen. */
export interface Generated {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly content: () => string | Promise<string>;
}

/** Every generated file. One more is a function and its line here. */
export const generated: readonly Generated[] = [
  { file: 'libs/engine/definition.schema.json', content: definitionSchema },
  { file: 'docs/configuration.md', content: configurationPage },
  { file: 'apps/server/openapi.json', content: apiDescription },
  { file: 'apps/console/src/api/schema.d.ts', content: clientTypes },
];
