import { toJson } from '../expression/expression.ts';
import type { Effect } from './effect.ts';
import type { Fields } from './state.ts';

/** A `signal` action as the definition has it: expressions for the case it goes to and for what it carries. */
export interface SignalParams {
  readonly instance: string;
  readonly signal: string;
  readonly payload?: Readonly<Record<string, string>>;
}

export function signalOf({ instance, signal, payload = {} }: SignalParams, evaluate: (source: string) => unknown): Effect {
  const values = Object.entries(payload).map(([name, source]) => [name, toJson(evaluate(source))]);
  return { kind: 'signal', instance: String(evaluate(instance)), signal, payload: Object.fromEntries(values) as Fields };
}
