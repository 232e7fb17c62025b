import type { Text } from '../definition/basics.ts';

const placeholder = /\{([^{}]+)\}/g;

/** The expressions inside a text, in the order they appear. */
export const placeholdersOf = (text: Text): string[] =>
  [text.zh, text.en ?? ''].flatMap((sentence) => [...sentence.matchAll(placeholder)].map((match) => match[1] ?? ''));

/** Replaces every `{expression}` in both languages by what `evaluate` says it is. */
export function fillIn(text: Text, evaluate: (source: string) => unknown): Text {
  const fill = (sentence: string) => sentence.replace(placeholder, (_, source: string) => print(evaluate(source)));
  return text.en === undefined ? { zh: fill(text.zh) } : { zh: fill(text.zh), en: fill(text.en) };
}

function print(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  if (Array.isArray(value)) return value.map(print).join('、');
  if (typeof value === 'bigint') return value.toString();
  return typeof value === 'string' ? value : JSON.stringify(value);
}
