/** A statement PostgreSQL prepares once a connection and knows by its name from then on. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const names = new Map<string, string>();

/** @throws Error when the name is taken by another text: a connection would run whichever it met first. */
export function statement(name: string, text: string): Statement {
  const known = names.get(name);
  if (known !== undefined && known !== text) throw new Error(`two statements are named ${name}`);
  names.set(name, text);
  return { name, text };
}

/** Every statement there is, by its name, as far as the modules that have it were loaded. */
export const knownStatements = (): ReadonlyMap<string, string> => names;
