import type { CaseRefusal } from '#case';
import { type Language, languageOf } from './language.ts';
import { problemOf } from './problem.ts';

/** Rows of a report, with what is refused in a sentence of the caller's language. */
export function inWords<Row extends { readonly refusal?: CaseRefusal }>(rows: readonly Row[], acceptLanguage: string | undefined) {
  const language = languageOf(acceptLanguage);
  return rows.map(({ refusal, ...row }) => ({ ...row, ...(refusal && { refusal: problem(refusal, language) }) }));
}

function problem(refusal: CaseRefusal, language: Language) {
  const { rules, fields, problems, ...rest } = problemOf(refusal, language);
  return {
    ...rest,
    ...(rules && { rules: [...rules] }),
    ...(fields && { fields: [...fields] }),
    ...(problems && { problems: [...problems] }),
  };
}
