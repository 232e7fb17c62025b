import type { Clock, Database, Logger, Metrics } from '#platform';
import { ClockworkMetrics } from './clockwork-metrics.ts';
import { type Chore, Housekeeping } from './housekeeping/housekeeping.ts';
import { connectTo } from './queue/connection.ts';
import type { Handlers } from './queue/job-catalogue.ts';
import { JobQueue } from './queue/queue.ts';
import { JobWorker } from './queue/worker.ts';
import { Relay } from './relay/relay.ts';
import type { Round } from './round/round.ts';
import { Rounds } from './round/rounds.ts';
import { OutboxStore } from './store/outbox.store.ts';
import { TimerStore } from './store/timer.store.ts';
import { type FireTimer, TimerSweep } from './timer/timer-sweep.ts';

export interface ClockworkOptions {
  readonly clock: Clock;
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Of the database that `database` is connected to. */
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly handlers: Handlers;
  readonly fire: FireTimer;
  readonly chores: readonly Chore[];
  readonly rounds: readonly Round[];
}

/** Everything a process does by itself: hands messages on, works on jobs, fires timers, makes rounds, tidies up. One a process. */
export class Clockwork {
  private readonly queue: JobQueue;
  private readonly worker: JobWorker;
  private readonly relay: Relay;
  private readonly sweep: TimerSweep;
  private readonly rounds: Rounds;
  private readonly housekeeping: Housekeeping;

  constructor({ clock, database, logger, metrics, databaseUrl, redisUrl, handlers, fire, chores, rounds }: ClockworkOptions) {
    const connection = connectTo({ databaseUrl, redisUrl });
    const own = new ClockworkMetrics(metrics);
    this.queue = new JobQueue({ connection, logger });
    this.worker = new JobWorker({ connection, handlers, logger, metrics });
    this.relay = new Relay({ outbox: new OutboxStore(database), queue: this.queue, clock, logger, metrics: own });
    this.sweep = new TimerSweep({ timers: new TimerStore(database), fire, clock, logger, metrics: own });
    this.rounds = new Rounds({ rounds, clock, logger, metrics: own });
    this.housekeeping = new Housekeeping({ chores, clock, logger, metrics: own });
  }

  /** @throws when the queue cannot be reached: a worker that is started without one has been configured wrongly. */
  async start(): Promise<void> {
    await this.queue.ready();
    this.worker.start();
    this.relay.start();
    this.sweep.start();
    this.rounds.start();
    this.housekeeping.start();
  }

  /** Lets what is under way be finished, and leaves the rest to others or to the next start. */
  async stop(): Promise<void> {
    await Promise.all([this.housekeeping.stop(), this.rounds.stop(), this.sweep.stop(), this.relay.stop(), this.worker.stop()]);
    await this.queue.close();
  }
}
