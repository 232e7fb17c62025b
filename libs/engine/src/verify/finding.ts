import type { Problem } from '../problem.ts';
import type { CounterExample } from './counter-example.ts';

/** What is wrong with a definition. An error keeps it from being published; a warning is for somebody to look at. */
export type Finding = Problem & { readonly severity: 'error' | 'warning'; readonly counterExample?: CounterExample };
