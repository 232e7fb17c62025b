import type { Logger } from '#platform';
import { Outage } from '../outage.ts';
import type { BullQueue, QueueConnection } from './connection.ts';
import { inTime } from './in-time.ts';

/** What lies in the queue for an alarm: when its bucket begins, in milliseconds since 1970. The others carry nothing. */
export interface AlarmData {
  readonly bucket?: number;
}

/** An alarm wakes one bucket; help is called to a backlog; sweep and refill come by themselves. */
export type AlarmJob = 'alarm' | 'help' | 'sweep' | 'refill';

export interface WakeUp {
  readonly bucket: number;
  /** In how many milliseconds, at least 0. */
  readonly delay: number;
}

export interface AlarmQueueOptions {
  readonly connection: QueueConnection;
  readonly logger: Logger;
}

/** A queue of their own, so that no backlog of other jobs stands before them and none waits while a bucket is watched. */
export const alarmQueueName = 'alarms';

/** Rows say what is to be done, so of a wake-up that is over nothing is kept: its id is free for the next. */
const forgotten = { removeOnComplete: true, removeOnFail: true };

/** More than are ever armed at once: those of the horizon, and those that come by themselves. */
const mostListed = 999;

const sweepEvery = 1_000;
const refillEvery = 300_000;

/** As many workers as come to help at once. */
const helpers = ['help-1', 'help-2', 'help-3'];

/** The end at which alarms are armed: one a bucket, whoever arms it and however often. */
export class AlarmQueue {
  private readonly queue: BullQueue<AlarmData>;

  constructor({ connection, logger }: AlarmQueueOptions) {
    const outage = new Outage('alarm queue', logger);
    this.queue = connection.openQueue<AlarmData>({ defaultJobOptions: forgotten });
    this.queue.on('error', (error) => outage.met(error));
    this.queue.on('waiting', () => outage.over());
  }

  /** @throws when the queue cannot be reached or its tables cannot be made. */
  async ready(): Promise<void> {
    await inTime(this.queue.waitUntilReady());
  }

  /** @throws when the queue does not answer in time. */
  async arm(wakeUps: readonly WakeUp[]): Promise<void> {
    if (wakeUps.length === 0) return;
    const jobs = wakeUps.map(({ bucket, delay }) => ({
      name: 'alarm' satisfies AlarmJob,
      data: { bucket },
      opts: { jobId: `alarm-${bucket}`, delay },
    }));
    await inTime(this.queue.addBulk(jobs));
  }

  /** Asks other workers to help with a backlog. */
  async callHelp(): Promise<void> {
    await inTime(this.queue.addBulk(helpers.map((jobId) => ({ name: 'help' satisfies AlarmJob, data: {}, opts: { jobId } }))));
  }

  /** Has sweep and refill come by themselves, in one of the workers each time. */
  async schedule(): Promise<void> {
    const every = (name: AlarmJob, milliseconds: number) =>
      this.queue.upsertJobScheduler(name, { every: milliseconds }, { name, data: {}, opts: forgotten });
    await inTime(Promise.all([every('sweep', sweepEvery), every('refill', refillEvery)]));
  }

  /** False in a queue that has lost what was in it. */
  async isScheduled(): Promise<boolean> {
    return (await inTime(this.queue.getJobScheduler('sweep'))) !== undefined;
  }

  /** How many buckets have an alarm that has not gone off. */
  async countArmed(): Promise<number> {
    const jobs = await inTime(this.queue.getJobs(['delayed', 'waiting'], 0, mostListed));
    return jobs.filter(({ name }) => name === ('alarm' satisfies AlarmJob)).length;
  }

  async close(): Promise<void> {
    await this.queue.close();
  }
}
