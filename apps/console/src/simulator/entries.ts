import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Fields, Json } from '#engine';
import { api } from '../api/client.ts';
import type { FieldSchema, FormDocument } from '../case/form-fields.ts';

/** Of each register that a form refers to, an entry that stands in it. */
type Entries = ReadonlyMap<string, string>;

const registerOf = ({ 'x-register': register, items }: FieldSchema): string | undefined => register ?? items?.['x-register'];

const fieldsIn = ({ schema }: FormDocument): Readonly<Record<string, FieldSchema>> => (schema as FieldSchema).properties ?? {};

export function useEntries(form: FormDocument): Entries {
  const registers = useMemo(() => [...new Set(Object.values(fieldsIn(form)).flatMap((field) => registerOf(field) ?? []))], [form]);
  const firsts = useQueries({
    queries: registers.map((register) => ({
      ...api.queryOptions('get', '/api/registers/{register}', { params: { path: { register } } }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: firstOfEach,
  });
  return useMemo(() => new Map(registers.map((register, index) => [register, firsts[index] ?? ''])), [registers, firsts]);
}

const firstOfEach = (answers: readonly { readonly data?: { readonly entries: readonly { readonly key: string }[] } | undefined }[]) =>
  answers.map(({ data }) => data?.entries[0]?.key ?? '');

/** Made-up values with real entries where a register is referred to. */
export function withEntries(sample: Fields, form: FormDocument, entries: Entries): Fields {
  const fields = fieldsIn(form);
  const entryFor = (name: string, value: Json): Json => {
    const register = fields[name] && registerOf(fields[name]);
    const entry = register === undefined ? undefined : entries.get(register);
    if (entry === undefined || entry === '') return value;
    return Array.isArray(value) ? [entry] : entry;
  };
  return Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, entryFor(name, value)]));
}
