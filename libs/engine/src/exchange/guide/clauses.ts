import type { Definition } from '../../definition/definition.ts';

const isNumber = (value: unknown): value is string => typeof value === 'string';

/** Every number of a clause that a definition names anywhere, in the order of the numbers. */
export function rulesIn(definition: Definition): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'rule' && isNumber(inner)) found.add(inner);
      else if (name === 'basis' && Array.isArray(inner)) inner.filter(isNumber).forEach((number) => found.add(number));
      else look(inner);
    }
  };
  // What fields are called and what examples expect is no clause of the process.
  const { form: _form, facts: _facts, data: _data, examples: _examples, ...rest } = definition;
  look(rest);
  return [...found].toSorted();
}
