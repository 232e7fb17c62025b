import type { Issued } from './actor.ts';
import type { EndedBecause } from './effect.ts';
import type { Fields } from './state.ts';

/** A child case that this one waits for has ended. */
export interface ChildEnded extends Issued {
  readonly kind: 'child-ended';
  readonly child: number;
  /** The final state it came to; `terminated` where it was ended by hand. */
  readonly state: string;
  readonly output: Fields;
}

/** A child case could not be started, or its end could not be taken. */
export interface ChildRefused extends Issued {
  readonly kind: 'child-refused';
  readonly child: number;
  /** Why, as the refusal's code. */
  readonly code: string;
}

/** The case that started this one does not wait for it any more. */
export interface End extends Issued {
  readonly kind: 'end';
  readonly because: EndedBecause;
}

/** A webhook that was called has answered. */
export interface CallAnswered extends Issued {
  readonly kind: 'call-answered';
  readonly call: number;
  readonly answer: Fields;
}

/** A webhook that was called never will. */
export interface CallFailed extends Issued {
  readonly kind: 'call-failed';
  readonly call: number;
  readonly code: string;
}

/** What others do of whom the case waits, and whom it was begun for. */
export type ErrandCommand = ChildEnded | ChildRefused | End | CallAnswered | CallFailed;
