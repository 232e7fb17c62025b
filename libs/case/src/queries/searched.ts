import { fitting } from '../search/fitting.ts';
import { pairsOf, piecesOf } from '../search/words.ts';

/** What a list of cases or tasks may be searched for. */
export interface Searched {
  /** Only cases that fit these pieces of their number, title or organisation, or of how those are read. */
  readonly query?: string | undefined;
}

/** @param from the number of the first of the two parameters `wordsOf` gives; `$1` is the tenant. */
export const searchCondition = (instance: string, from: number): string =>
  `($${from}::text[] IS NULL OR EXISTS (SELECT FROM search_case s
    WHERE s.tenant = $1 AND s.instance_id = ${instance} AND ${fitting('s', { pairs: `$${from + 1}`, pieces: `$${from}` })}))`;

/** Pieces that have to be found, and their pairs; null for all. */
export function wordsOf({ query = '' }: Searched): (readonly string[] | null)[] {
  const pieces = piecesOf(query);
  return pieces.length === 0 ? [null, null] : [pieces, pieces.flatMap(pairsOf)];
}
