import type { Logger } from '#platform';
import { Outage } from '../outage.ts';
import { alarmQueueName } from './alarm-queue.ts';
import { type Backend, type BullQueue, backendOf, connectTo } from './connection.ts';
import { inTime } from './in-time.ts';

export interface QueueOverviewOptions {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly logger: Logger;
}

const states = ['waiting', 'active', 'delayed', 'failed'] as const;

/** Jobs of a queue, of all tenants, by what they are doing: `delayed` have a time, `failed` are given up. */
export type JobCounts = Readonly<Record<(typeof states)[number], number>>;

export interface QueueView {
  readonly name: 'jobs' | 'alarms';
  /** Null while the queue does not answer. */
  readonly counts: JobCounts | null;
}

/** What an operator asks about queues. They are opened when they are first asked for. */
export class QueueOverview {
  private readonly opened = new Map<string, BullQueue>();

  constructor(private readonly options: QueueOverviewOptions) {}

  async read(): Promise<{ readonly backend: Backend; readonly queues: readonly QueueView[] }> {
    const names = ['jobs', alarmQueueName] as const;
    const queues = await Promise.all(names.map(async (name) => ({ name, counts: await this.countsOf(name).catch(() => null) })));
    return { backend: backendOf(this.options), queues };
  }

  async close(): Promise<void> {
    await Promise.all([...this.opened.values()].map((queue) => queue.close()));
  }

  private async countsOf(name: string): Promise<JobCounts> {
    const queue = this.opened.get(name) ?? this.open(name);
    await inTime(queue.waitUntilReady());
    const { waiting = 0, active = 0, delayed = 0, failed = 0 } = await inTime(queue.getJobCounts(...states));
    return { waiting, active, delayed, failed };
  }

  private open(name: string): BullQueue {
    const { databaseUrl, redisUrl, logger } = this.options;
    const outage = new Outage(`queue ${name}`, logger);
    const queue = connectTo({ databaseUrl, redisUrl, queueName: name }).openQueue({});
    queue.on('error', (error) => outage.met(error));
    this.opened.set(name, queue);
    return queue;
  }
}
