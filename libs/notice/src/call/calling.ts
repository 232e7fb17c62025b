import type { Clock, Config, Database, Logger } from '#platform';
import { CallStore } from '../store/call.store.ts';
import { post } from '../webhook/post.ts';
import { type CallListener, Calls } from './calls.ts';

export interface CallingParts {
  readonly config: Pick<Config, 'deliveryAttempts' | 'privateWebhooks'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly listener: CallListener;
}

/** What calls webhooks, as the settings say. Once a process. */
export const openCalls = ({ config: { deliveryAttempts, privateWebhooks }, database, clock, logger, listener }: CallingParts): Calls =>
  new Calls({
    store: new CallStore(database),
    clock,
    logger,
    listener,
    post: (outgoing) => post(outgoing, privateWebhooks),
    attempts: deliveryAttempts,
  });
