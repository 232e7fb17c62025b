import { type Job as BullJob, UnrecoverableError } from 'bullmq';
import { z } from 'zod';
import { type Logger, type Metrics, withLogContext } from '#platform';
import { Outage } from '../outage.ts';
import type { BullWorker, JobData, QueueConnection } from './connection.ts';
import { type Handlers, isJobName, type Job, type JobName, type JobPayload, jobCatalogue } from './job-catalogue.ts';

export interface JobWorkerOptions {
  readonly connection: QueueConnection;
  readonly handlers: Handlers;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Jobs worked on at the same time. */
  readonly concurrency?: number;
}

/** The end of the queue at which jobs are taken out and done. */
export class JobWorker {
  private readonly worker: BullWorker;
  private readonly outage: Outage;
  private readonly logger: Logger;
  private readonly metrics: Metrics;
  private running: Promise<void> | undefined;

  constructor({ connection, handlers, logger, metrics, concurrency = 16 }: JobWorkerOptions) {
    this.logger = logger;
    this.metrics = metrics;
    this.outage = new Outage('job worker', logger);
    this.worker = connection.openWorker((job) => withLogContext({ jobId: job.data.id }, () => handle(handlers, job)), {
      autorun: false,
      concurrency,
      // A process that is killed in the middle of a job is not the job's fault; only one that kills again and again is.
      maxStalledCount: 5,
      runRetryDelay: 1_000,
    });
    this.worker.on('error', (error) => this.outage.met(error));
    this.worker.on('active', () => this.outage.over());
    this.worker.on('completed', ({ name }) => this.metrics.jobs.inc({ job: name, result: 'done' }));
    this.worker.on('failed', (job, error) => this.noteFailure(job, error));
  }

  start(): void {
    this.running ??= this.worker.run().catch((error: unknown) => this.outage.met(error));
  }

  /** Takes no more jobs, and waits for those it is working on. */
  async stop(): Promise<void> {
    await this.worker.close();
    await this.running;
  }

  private noteFailure(job: BullJob<JobData> | undefined, error: Error): void {
    const { id, tenant } = job?.data ?? {};
    const isFinal = job?.finishedOn !== undefined;
    const about = { err: error, job: job?.name, jobId: id, tenant, attempts: job?.attemptsMade };
    this.metrics.jobs.inc({ job: job?.name ?? 'unknown', result: isFinal ? 'failed' : 'retried' });
    if (isFinal) this.logger.error(about, 'job failed for good; it stays among the failed');
    else this.logger.warn(about, 'job failed and will be tried again');
  }
}

async function handle(handlers: Handlers, { name, data }: BullJob<JobData>): Promise<void> {
  // Not final: a worker of the version that knows the name may be the next to try.
  if (!isJobName(name)) throw new Error(`no job is named ${name}`);
  await dispatch(handlers, name, read(name, data));
}

const JobEnvelope = z.object({ tenant: z.string(), id: z.string(), payload: z.unknown() });

/** @throws UnrecoverableError when the payload does not fit: it will not fit next time either. */
function read<Name extends JobName>(name: Name, data: JobData): Job<Name> {
  const read = JobEnvelope.extend({ payload: jobCatalogue[name].payload }).safeParse(data);
  if (!read.success) throw new UnrecoverableError(`the payload of ${name} does not fit: ${z.prettifyError(read.error)}`);
  const { tenant, id, payload } = read.data;
  return { tenant, id, payload: payload as JobPayload<Name> };
}

/** A function of its own, so that the type checker sees one name on both sides. */
const dispatch = <Name extends JobName>(handlers: Handlers, name: Name, job: Job<Name>): Promise<void> => handlers[name](job);
