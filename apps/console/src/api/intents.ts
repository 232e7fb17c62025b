import { newId } from './new-id.ts';

const open = new Map<string, string>();

/**
 * The Idempotency-Key of a request that changes something. What somebody wants once keeps its key until it is answered,
 * so that asking again after the connection broke has one effect; the same wish later is another one.
 */
export function keyOf(intent: string): string {
  const key = open.get(intent) ?? newId();
  open.set(intent, key);
  return key;
}

export const answered = (intent: string): void => void open.delete(intent);
