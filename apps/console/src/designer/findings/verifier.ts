import { type Finding, type Surroundings, verify } from '#engine';
import { type SurroundingsData, surroundingsFrom } from '../../definition/surroundings.ts';

/** What is asked of the worker: the surroundings once, then one document after another. */
export type Asked = { readonly surroundings: SurroundingsData } | { readonly number: number; readonly document: unknown };
export interface Answered {
  readonly number: number;
  readonly findings: readonly Finding[];
}

let surroundings: Surroundings | undefined;

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if ('surroundings' in data) surroundings = surroundingsFrom(data.surroundings);
  else if (surroundings !== undefined) {
    postMessage({ number: data.number, findings: verify(data.document, surroundings) } satisfies Answered);
  }
});
