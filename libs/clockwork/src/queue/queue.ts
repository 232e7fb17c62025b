import type { Logger } from '#platform';
import { Outage } from '../outage.ts';
import type { BullQueue, QueueConnection } from './connection.ts';
import { jobsOf, type Message } from './gather.ts';
import { inTime } from './in-time.ts';
import { attemptsOf } from './job-catalogue.ts';

export interface JobQueueOptions {
  readonly connection: QueueConnection;
  readonly logger: Logger;
  /** The pause before the second attempt; each that follows is twice as long. */
  readonly firstRetryMilliseconds?: number;
}

/**
 * Seconds for which done jobs are kept, only so that the same message, handed over twice, is done once. By age alone: to
 * keep a count as well halves what PostgreSQL gets through.
 */
const keepDone = { age: 600 };

/** The end of the queue at which jobs are put in. */
export class JobQueue {
  private readonly queue: BullQueue;

  constructor({ connection, logger, firstRetryMilliseconds = 1_000 }: JobQueueOptions) {
    const outage = new Outage('job queue', logger);
    this.queue = connection.openQueue({
      defaultJobOptions: {
        backoff: { type: 'exponential', delay: firstRetryMilliseconds, jitter: 0.2 },
        removeOnComplete: keepDone,
        removeOnFail: false,
      },
    });
    this.queue.on('error', (error) => outage.met(error));
    this.queue.on('waiting', () => outage.over());
  }

  /** @throws when the queue cannot be reached or its tables cannot be made. */
  async ready(): Promise<void> {
    await inTime(this.queue.waitUntilReady());
  }

  /**
   * Puts all of them in, in this order. A message already there is left as it is.
   * @throws when the queue does not answer in time; some or all may then be in it.
   */
  async add(messages: readonly Message[]): Promise<void> {
    await inTime(
      this.queue.addBulk(jobsOf(messages).map(({ jobId, name, data }) => ({ name, data, opts: { jobId, attempts: attemptsOf(name) } }))),
    );
  }

  /** How many jobs have failed for good and wait for an operator. */
  countFailed(): Promise<number> {
    return this.queue.getFailedCount();
  }

  /** How many jobs nobody has begun. */
  countWaiting(): Promise<number> {
    return this.queue.getWaitingCount();
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}
