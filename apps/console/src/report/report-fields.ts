import { type Field, fieldsOf, isLong } from '../case/form-fields.ts';
import type { Report } from './types.ts';

/** The fields of a report: what is told in words, and the figures. */
export function partsOf({ form }: Report): { readonly words: readonly Field[]; readonly figures: readonly Field[] } {
  const fields = fieldsOf(form);
  const isFigure = ({ schema }: Field): boolean => schema.type === 'integer' || schema.type === 'number';
  return { words: fields.filter((field) => !isFigure(field)), figures: fields.filter(isFigure) };
}

export const requiredIn = ({ form }: Report): ReadonlySet<string> =>
  new Set((form.schema as { readonly required?: readonly string[] }).required ?? []);

/** Texts without a limit of their own are told at length too. */
export const isWide = ({ schema }: Field): boolean =>
  isLong(schema) ||
  (schema.type === 'string' && schema.maxLength === undefined && schema.oneOf === undefined && schema.format === undefined);
