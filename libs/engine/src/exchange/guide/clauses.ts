import { citationsIn } from '../../clauses/citations.ts';
import type { Definition } from '../../definition/definition.ts';

/** Every number of a clause that a definition names anywhere, in the order of the numbers. */
export const rulesIn = (definition: Definition): string[] => [...new Set(citationsIn(definition).map(({ rule }) => rule))].toSorted();
