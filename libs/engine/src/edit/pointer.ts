/** The keys of a JSON Pointer (RFC 6901), unescaped. */
export const keysOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

/** What stands at a place of a document, or undefined. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const key of keysOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

/**
 * The document with something else at a place; objects on the way there are made. Undefined takes it away: a member of an
 * object, or an item of a list, so that those behind it move up.
 */
export const withValue = <Document>(document: Document, pointer: string, value: unknown): Document =>
  changed(document, keysOf(pointer), value) as Document;

function changed(within: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(within)) {
    const index = Number(key);
    const inner = changed(within[index], rest, value);
    if (inner === undefined) return within.filter((_, at) => at !== index);
    return index < within.length ? within.map((item, at): unknown => (at === index ? inner : item)) : [...(within as unknown[]), inner];
  }
  const members = typeof within === 'object' && within !== null ? (within as Readonly<Record<string, unknown>>) : {};
  if (value === undefined && !Object.hasOwn(members, key)) return within;
  const inner = changed(members[key], rest, value);
  if (inner === undefined) return Object.fromEntries(Object.entries(members).filter(([name]) => name !== key));
  return { ...members, [key]: inner };
}

/** The same members with one of them under another name, in its place. */
export const renamedKey = <Value>(members: Readonly<Record<string, Value>>, from: string, to: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(members).map(([key, value]) => [key === from ? to : key, value]));
