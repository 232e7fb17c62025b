/** Answers kept at most: every process asks the same few for a whole day. */
const mostKept = 1000;

/** What was reckoned before under the key, or what it comes to now. */
export function remembered<Value>(known: Map<string, Value>, key: string, reckon: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= mostKept) known.clear();
  const value = reckon();
  known.set(key, value);
  return value;
}
