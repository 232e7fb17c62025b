import anhui21 from './clauses/anhui-2021-41.json' with { type: 'json' };
import anhui24 from './clauses/anhui-2024-22.json' with { type: 'json' };
import hubei from './clauses/hubei-2020-1.json' with { type: 'json' };
import nanchong from './clauses/nanchong-2021-78.json' with { type: 'json' };
import shanghai from './clauses/shanghai-2021-3.json' with { type: 'json' };

/** A sentence of a notice that something follows from, by the number that definitions cite it by. */
export interface Clause {
  readonly number: string;
  /** Where in the notice it stands. */
  readonly article: string;
  /** Summed up. */
  readonly text: { readonly zh: string; readonly en: string };
  /** Whether it says how something is decided, so that a process can carry it out; others are about money, data or offices. */
  readonly isForProcesses: boolean;
}

/** A notice, by its document number, with what is in it. */
export interface ClauseSource {
  readonly document: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly clauses: readonly Clause[];
}

export const clauseSources: readonly ClauseSource[] = [anhui24, anhui21, nanchong, hubei, shanghai];
