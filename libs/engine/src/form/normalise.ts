import type { Fields, Json } from '../run/state.ts';

/** An empty text or null is no value: it is left out, so that "required" means what a person would think it means. */
export function normalise(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => [name, normaliseValue(value)]),
  );
}

function normaliseValue(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => (isPlainObject(item) ? normalise(item) : item));
  return value;
}

const isPlainObject = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
