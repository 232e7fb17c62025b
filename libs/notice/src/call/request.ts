import { codeOf, type Post } from '../delivery/sending.ts';
import type { ClaimedCall } from '../store/call.store.ts';
import type { Answer, Outgoing } from '../webhook/formats.ts';
import { plainSignature } from '../webhook/signature.ts';

/** What came of one attempt at a call. */
export type CallAttempt =
  | { readonly kind: 'answered'; readonly answer: Readonly<Record<string, unknown>> }
  /** `pause` in seconds, where the receiver asks to be left alone. */
  | { readonly kind: 'failed'; readonly code: string; readonly isFinal: boolean; readonly pause?: number };

/** Refusals that may be taken back by themselves; every other of the four hundreds is for good, and so is a redirect. */
const passing = new Set([408, 409, 421, 423, 425, 429]);

export async function makeCall(post: Post, call: ClaimedCall, at: Date): Promise<CallAttempt> {
  if (call.address === null) return { kind: 'failed', code: 'target-unknown', isFinal: true };
  try {
    return read(await post(outgoingOf(call, call.address, at)));
  } catch (error) {
    return { kind: 'failed', code: codeOf(error), isFinal: false };
  }
}

/** The same id each time it is tried, so that a receiver can tell that it has had it. @param at by which it is signed. */
function outgoingOf({ instance_id: instance, number, body: data, secret }: ClaimedCall, url: string, at: Date): Outgoing {
  const id = `${instance}.${number}`;
  const seconds = Math.floor(at.getTime() / 1000);
  const body = JSON.stringify({ id, instance, call: number, data });
  return {
    url,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      accept: 'application/json',
      'idempotency-key': id,
      'webhook-id': id,
      'webhook-timestamp': `${seconds}`,
      ...(secret !== null && { 'webhook-signature': plainSignature(secret, { id, at: seconds, body }) }),
    },
    body,
  };
}

function read({ status, body, retryAfter }: Answer): CallAttempt {
  if (status < 200 || status >= 300) {
    const isFinal = status >= 300 && status < 500 && !passing.has(status);
    return { kind: 'failed', code: `http-${status}`, isFinal, ...(retryAfter !== undefined && { pause: retryAfter }) };
  }
  const answer = body === '' ? {} : parsed(body);
  return answer === undefined ? { kind: 'failed', code: 'answer-malformed', isFinal: true } : { kind: 'answered', answer };
}

function parsed(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const answer: unknown = JSON.parse(body);
    return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? (answer as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
