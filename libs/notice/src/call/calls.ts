import { randomInt } from 'node:crypto';
import type { Clock, Logger } from '#platform';
import { pauseAfter } from '../delivery/backoff.ts';
import type { Post } from '../delivery/sending.ts';
import type { CallStore, ClaimedCall } from '../store/call.store.ts';
import { type CallAttempt, makeCall } from './request.ts';

/** Which call of which case. */
export interface CallKey {
  readonly tenant: string;
  readonly instance: string;
  readonly call: number;
}

/** Who is told what came of calls. Told twice, the second has no effect. */
export interface CallListener {
  readonly answered: (key: CallKey, answer: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly failed: (key: CallKey, code: string) => Promise<void>;
}

export interface CallsOptions {
  readonly store: CallStore;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly post: Post;
  readonly listener: CallListener;
  /** How often a call is tried at most. */
  readonly attempts: number;
}

const minute = 60_000;
/** Longer than a receiver is waited for, and the case after it. */
const claimFor = 2 * minute;
const madeAtOnce = 10;

/**
 * Calls webhooks for cases. Everything it knows is in rows: several workers may do it at once, and one that is killed leaves its
 * claims to lapse, after which another makes the same call again under the same id.
 */
export class Calls {
  constructor(private readonly options: CallsOptions) {}

  /** Makes the calls that are due, a batch of them. True when there may be more. */
  async pass(): Promise<boolean> {
    const { store, clock } = this.options;
    const now = clock.now();
    const claimed = await store.claim(now, new Date(now.getTime() + claimFor), madeAtOnce);
    await Promise.all(claimed.map((call) => this.make(call)));
    return claimed.length === madeAtOnce;
  }

  private async make(call: ClaimedCall): Promise<void> {
    const { store, clock, post, listener, attempts } = this.options;
    // Its workers were killed at it each time before they could say so.
    if (call.attempts > attempts) return this.giveUp(call, 'interrupted');
    const attempt = await makeCall(post, call, clock.real());
    if (attempt.kind === 'answered') {
      await listener.answered(keyOf(call), attempt.answer);
      await store.answered(call);
      return;
    }
    const next = this.nextAttempt(call, attempt);
    if (next === undefined) return this.giveUp(call, attempt.code);
    await store.failed(call, attempt.code, next);
  }

  /** None where it is of no use, or comes too late. */
  private nextAttempt({ attempts, until }: ClaimedCall, { isFinal, pause }: Extract<CallAttempt, { kind: 'failed' }>): Date | undefined {
    if (isFinal || attempts >= this.options.attempts) return undefined;
    const next = new Date(this.options.clock.now().getTime() + pauseAfter(attempts, randomInt(1_000) / 1_000, pause));
    return until !== null && next >= until ? undefined : next;
  }

  /** The case is told first: killed in between, it is told again, and not never. */
  private async giveUp(call: ClaimedCall, code: string): Promise<void> {
    const { store, listener, logger } = this.options;
    await listener.failed(keyOf(call), code);
    await store.givenUp(call, code);
    const { tenant, instance_id: instance, number, attempts } = call;
    logger.error({ tenant, instance, call: number, attempts, code }, 'a call was given up; an operator may have it made again');
  }
}

const keyOf = ({ tenant, instance_id: instance, number: call }: ClaimedCall): CallKey => ({ tenant, instance, call });
