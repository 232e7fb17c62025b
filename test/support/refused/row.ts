import type { Client } from '../client.ts';
import type { sceneOf } from '../verb-scene.ts';

/** Who sends what, and what is answered; the method is the route's, `expected` goes as If-Match. */
export type Attempt = readonly [person: Client, path: string, body: object, answer: `${number} ${string}`, expected?: string];
/** An attempt, or why there is none. */
export type Cell = Attempt | string;

/** What is tried on a route. */
export interface Row {
  /** Somebody who sees it, but whose it is not. */
  readonly notTheirs: Cell;
  /** Somebody who does not see it. */
  readonly stranger: Cell;
  readonly wrongTime: Cell;
  readonly finished: Cell;
  /** Without a reason, or with a blank one. */
  readonly noReason: Cell;
  /** Somebody is named whom there is not. */
  readonly unknownPerson: Cell;
}

/** By the route: method and path. */
export type Rows = Readonly<Record<string, Row>>;
export type Scene = Awaited<ReturnType<typeof sceneOf>>;

export const blank = { comment: ' ' };
export const why = { comment: '更正' };
export const noReasonNeeded = 'it needs no reason';
export const namesNobody = 'it names nobody';
export const itself = 'whoever may see the case may do it';
export const unfinished = 'it is no case';
