import { assigneeKeys, type Caller } from '#directory';

export interface Addressed {
  readonly key: string;
  /** Null for all. */
  readonly definition: string | null;
  readonly principals: readonly string[];
}

/** Every key that reaches a deputy, once, unless it does so in some processes alone. */
export function addressedTo({ represents, person, posts }: Caller): Addressed[] {
  const found = new Map<string, Addressed>();
  for (const { definitions, ...principal } of [{ person, posts, definitions: null }, ...represents]) {
    for (const definition of definitions ?? [null]) {
      for (const key of assigneeKeys(principal)) {
        const name = `${key} ${definition ?? ''}`;
        const principals = [...(found.get(name)?.principals ?? []), principal.person];
        found.set(name, { key, definition, principals });
      }
    }
  }
  return [...found.values()].filter(({ key, definition }) => definition === null || !found.has(`${key} `));
}
