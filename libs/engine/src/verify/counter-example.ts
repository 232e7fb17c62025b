/** How something went that the document leaves open: whether a guard let through, by its place in the document. */
export interface Choice {
  /** JSON Pointer of the guard. */
  readonly guard: string;
  readonly holds: boolean;
}

/** What happens to a case. */
export type Happening =
  | { readonly kind: 'start' }
  /** People decide a step, each of them so that it comes to this outcome. */
  | { readonly kind: 'decide'; readonly step: string; readonly outcome: string; readonly returnTo?: string }
  /** Nobody is found for a step; the system gives the outcome it is to be skipped with. */
  | { readonly kind: 'skip'; readonly step: string; readonly outcome: string }
  /** Nothing is done until a rung of a step's ladder, by its index, passes it. */
  | { readonly kind: 'rung'; readonly step: string; readonly rung: number; readonly outcome: string }
  /** Nothing is done until a delay of a state is over, by its name in `after`. */
  | { readonly kind: 'time'; readonly state: string; readonly delay: string }
  | { readonly kind: 'signal'; readonly signal: string }
  | { readonly kind: 'withdraw' }
  /** The child cases or the webhook that a state waits for have come to something. */
  | { readonly kind: 'errand'; readonly state: string; readonly settlement: 'done' | 'failed' };

/** One move of a case: what happens, how its guards go, and where the case stands after it, by the paths of its leaves. */
export type Move = Happening & { readonly choices?: readonly Choice[]; readonly to: readonly string[] };

/**
 * How a case comes to where it goes wrong. A simulator makes the moves on the engine, as far as the guards of a real case let it, and
 * otherwise shows them by the paths in `to`. Where it stands in the end is the last move's `to`.
 */
export interface CounterExample {
  readonly moves: readonly Move[];
  /** Paths of the states it is about: where the case is stuck, what it can never come to, what it goes round in. */
  readonly about: readonly string[];
}
