import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import { type Citation, citationsIn } from './citations.ts';

/** A place of some definition that names a clause. */
export interface CitedIn extends Citation {
  readonly definition: string;
  readonly process: Text;
}

/** A clause with everything that names it. */
export interface CoveredClause {
  readonly number: string;
  /** Whether a step, a way, a time or a limit carries it out; that a process names it as a whole is not enough. */
  readonly isCovered: boolean;
  readonly citations: readonly CitedIn[];
}

export interface Coverage {
  readonly clauses: readonly CoveredClause[];
  /** What definitions name and no source has: a slip of the pen, or a source that is missing. */
  readonly unknown: readonly CoveredClause[];
}

/** Which of these clauses what of these definitions carries out, in the order they were given in. */
export function coverageOf(numbers: readonly string[], definitions: readonly Definition[]): Coverage {
  const byRule = new Map<string, CitedIn[]>();
  for (const definition of definitions) {
    for (const citation of citationsIn(definition)) {
      const cited = { ...citation, definition: definition.key, process: definition.title };
      byRule.set(citation.rule, [...(byRule.get(citation.rule) ?? []), cited]);
    }
  }
  const covered = (number: string): CoveredClause => {
    const citations = byRule.get(number) ?? [];
    return { number, isCovered: citations.some(({ kind }) => kind !== 'process'), citations };
  };
  const known = new Set(numbers);
  const unknown = [...byRule.keys()].filter((number) => !known.has(number)).toSorted();
  return { clauses: numbers.map(covered), unknown: unknown.map(covered) };
}
