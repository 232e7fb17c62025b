import { DelayedError } from 'bullmq';
import { type Logger, SystemClock } from '#platform';
import { Outage } from '../outage.ts';
import type { AlarmData } from './alarm-queue.ts';
import type { BullWorker, QueueConnection } from './connection.ts';

export interface AlarmWorkerOptions {
  readonly connection: QueueConnection;
  /** @returns in how many milliseconds the same alarm is to come again, in this worker or another; undefined when it is over. */
  readonly handle: (name: string, data: AlarmData) => Promise<number | undefined>;
  readonly logger: Logger;
}

/** The end at which alarms go off. One at a time: a worker that is busy firing leaves the next alarm to others. */
export class AlarmWorker {
  private readonly worker: BullWorker<AlarmData>;
  private readonly outage: Outage;
  private running: Promise<void> | undefined;

  constructor({ connection, handle, logger }: AlarmWorkerOptions) {
    this.outage = new Outage('alarms', logger);
    this.worker = connection.openWorker<AlarmData>(
      async (job, token) => {
        const again = await handle(job.name, job.data);
        if (again === undefined) return;
        await job.moveToDelayed(presentTime() + again, token);
        throw new DelayedError();
      },
      { autorun: false, concurrency: 1, runRetryDelay: 1_000, drainDelay: 1 },
    );
    this.worker.on('error', (error) => this.outage.met(error));
    this.worker.on('completed', () => this.outage.over());
    this.worker.on('failed', (_, error) => this.outage.met(error));
  }

  start(): void {
    this.running ??= this.worker.run().catch((error: unknown) => this.outage.met(error));
  }

  /** Waits for the alarm it is seeing to. */
  async stop(): Promise<void> {
    await this.worker.close();
    await this.running;
  }
}

/** BullMQ's time is the machine's, wherever the domain's clock was turned to. */
const presentTime = (): number => new SystemClock().now().getTime();
