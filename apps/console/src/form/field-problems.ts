import { ERRORS_KEY, type ErrorSchema } from '@rjsf/utils';
import { checkOf, type Fields, fieldTexts, normalise } from '#engine';
import { type FieldSchema, isShare } from '../case/form-fields.ts';
import { type Language, textIn } from '../words/text.ts';

/** What is wrong with a field, in words. */
export interface SaidProblem {
  /** JSON Pointer into the form. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export interface FieldCheck {
  readonly of: (fields: Fields) => readonly SaidProblem[];
}

/** The check the server makes, made beforehand and without it. */
export function fieldCheckOf(schema: FieldSchema, language: Language): FieldCheck {
  const { complete } = checkOf(schema);
  return {
    of: (fields) =>
      complete(normalise(fields)).map(({ path, code, expected = '' }) => {
        const bound = typeof expected === 'number' && isShare(fieldAt(schema, path)) ? `${expected * 100}%` : String(expected);
        return { path, code, message: textIn(language, fieldTexts[code]).replace('{expected}', bound) };
      }),
  };
}

function fieldAt(schema: FieldSchema, path: string): FieldSchema {
  let found = schema;
  for (const segment of path.split('/').slice(1)) found = found.items ?? found.properties?.[segment] ?? found;
  return found;
}

/** Where react-jsonschema-form wants to be told of them. */
export function errorsOf(problems: readonly SaidProblem[]): ErrorSchema {
  const root: ErrorSchema = {};
  for (const { path, message } of problems) {
    let place = root as Record<string, ErrorSchema>;
    for (const segment of path.split('/').slice(1)) place = (place[segment] ??= {}) as Record<string, ErrorSchema>;
    const said = place as ErrorSchema;
    said[ERRORS_KEY] = [...(said[ERRORS_KEY] ?? []), message];
  }
  return root;
}

/** One message a field: the server's own, where it has said something of it. */
export function joined(own: readonly SaidProblem[], servers: readonly SaidProblem[]): SaidProblem[] {
  const answered = new Set(servers.map(({ path }) => path));
  return [...servers, ...own.filter(({ path }) => !answered.has(path))];
}
