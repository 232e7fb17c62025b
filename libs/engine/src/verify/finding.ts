import { type Parameters, type Problem, problem } from '../problem.ts';
import type { CounterExample } from './counter-example.ts';
import { type FindingCode, findingTexts } from './finding-texts.ts';

/** What is wrong with a definition. An error keeps it from being published; a warning is for somebody to look at. */
export type Finding = Problem & { readonly severity: 'error' | 'warning'; readonly counterExample?: CounterExample };

interface Particulars {
  readonly parameters?: Parameters;
  readonly counterExample?: CounterExample;
}

export const finding = (code: FindingCode, pointer: string, { parameters = {}, counterExample }: Particulars = {}): Finding => ({
  ...problem(code, pointer, parameters),
  severity: findingTexts[code].severity,
  ...(counterExample && { counterExample }),
});
